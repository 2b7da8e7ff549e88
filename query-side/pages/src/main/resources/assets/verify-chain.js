// Recomputes the ledger's chain from its leaves, as sections 1, 3 and 4 of the ledger's FORMAT.md say. It has no page and no network.

/** A commit that is not what the chain or the reader says it is; `kind` is one of the words below. */
export class Difference extends Error {
    constructor(number, kind, said, computed) {
        super(kind + ' at commit ' + number);
        Object.assign(this, {number, kind, said: said || '', computed: computed || ''});
    }
}

export const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

export const bytes = (text) => Uint8Array.from(text.match(/../g) || [], (pair) => parseInt(pair, 16));

export const fromBase64 = (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

export async function sha256(...parts) {
    const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
    let at = 0;
    for (const part of parts) {
        whole.set(part, at);
        at += part.length;
    }
    return new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
}

/** Where the chain of a ledger begins. */
export async function begin(origin) {
    const text = new TextEncoder();
    return {origin, number: 0, next: 0, at: -Infinity, chain: await sha256(text.encode('soto/ledger/v1'), text.encode(origin))};
}

/** What of a leaf must fit the commit before it: its number, position of its first event, time, how many events. */
export function parse(leaf) {
    const view = new DataView(leaf.buffer, leaf.byteOffset, leaf.length);
    let at = 0;
    const skip = (length) => { at += length; };
    const u8 = () => view.getUint8(at++);
    const u32 = () => { const value = view.getUint32(at); at += 4; return value; };
    const i64 = () => { const high = view.getInt32(at); at += 4; return high * 4294967296 + u32(); };
    const text = () => skip(u32());
    const optional = () => { if (u8() === 1) { text(); } };
    const version = u8();
    if (version !== 1) {
        throw new RangeError('version ' + version);
    }
    const number = i64();
    const first = i64();
    skip(16);
    const time = i64();
    if (u8() === 1) {
        skip(16);
        text();
        skip(32);
    } else {
        text();
    }
    text();
    optional();
    optional();
    text();
    text();
    return {number, first, at: time, events: u32()};
}

function parsed(leaf, number) {
    try {
        return parse(leaf);
    } catch (e) {
        throw new Difference(number, 'encoding');
    }
}

/**
 * The state of the chain after further leaves, each `{n, leaf, chain}`. The chain sent with a leaf is only compared with what is computed;
 * `held`, `{number, chain}` in hexadecimal or null, is what the reader brings. Throws the first Difference.
 */
export async function add(state, leaves, held) {
    const raw = leaves.map((line) => (line.leaf ? fromBase64(line.leaf) : null));
    const hashes = await Promise.all(raw.map((leaf) => (leaf ? sha256(Uint8Array.of(0), leaf) : null)));
    let {number, next, at, chain} = state;
    for (let i = 0; i < leaves.length; i++) {
        const expected = number + 1;
        if (leaves[i].n !== expected) {
            throw new Difference(expected, 'missing');
        }
        if (!raw[i]) {
            throw new Difference(expected, 'damaged');
        }
        const says = parsed(raw[i], expected);
        if (says.number !== expected || says.first !== next || says.at < at || says.events < 1 || says.events > 1000) {
            throw new Difference(expected, 'order');
        }
        chain = await sha256(chain, hashes[i]);
        number = expected;
        next = says.first + says.events;
        at = says.at;
        const computed = hex(chain);
        if (held && held.number === number && held.chain !== computed) {
            throw new Difference(number, 'held', held.chain, computed);
        }
        if (leaves[i].chain !== computed) {
            throw new Difference(number, 'chain', leaves[i].chain, computed);
        }
    }
    return {...state, number, next, at, chain};
}
