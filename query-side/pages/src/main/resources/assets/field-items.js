// The items of a queue: one a command, sealed but for its state, and what became of it.

import { all, find, newId, put, remove, update } from './field-db.js';
import { seal, unseal } from './field-key.js';

/** Of a command as this page writes it; newer servers take it for as long as phones may hold such items. */
const SCHEMA = 1;
const KEPT = 90 * 24 * 3600 * 1000;
const DRAFT = 'draft:';

/** When this page was started: a clock is measured and corrected within one start alone. */
export const START = newId();

const place = (item) => `${item.queue} ${item.id}`;

/** As stored: what it says is sealed; whose it is, its state and its time are not, so that another account sees a number. */
async function stored(open, { body, ...item }) {
    return { ...item, sealed: await seal(open.key, place(item), body) };
}

async function read(open, { sealed, ...item }) {
    return { ...item, body: await unseal(open.key, place(item), sealed) };
}

export const isOf = (open) => (item) => item.queue === open.queue && !item.id.startsWith(DRAFT);
export const waits = (item) => item.state === 'waiting';

/** A new item, not kept yet. */
export const item = (open, command, payload, about, after) => ({
    id: newId(), queue: open.queue, account: open.account, schema: SCHEMA, state: 'waiting', at: Date.now(),
    body: { command, payload, about, after, start: START },
});

/** Keeps items in one transaction: all of them, or none and this is rejected. */
export async function keep(open, ...items) {
    await put('items', ...await Promise.all(items.map((each) => stored(open, each))));
}

/** All items of a queue in the order of their making, but for receipts whose time is over. */
export async function itemsOf(open) {
    const own = (await all('items')).filter(isOf(open));
    const over = own.filter((each) => each.state === 'recorded' && each.at < Date.now() - KEPT);
    if (over.length) { await remove('items', ...over.map((each) => each.id)); }
    return Promise.all(own.filter((each) => !over.includes(each)).map((each) => read(open, each)));
}

/** Brings the items of another queue, whose key is open, over into this one; each is in one of the two at any moment. */
export async function bringOver(open, from, key) {
    const before = { ...open, queue: from.id, key };
    const own = await itemsOf(before);
    await keep(open, ...own.map((each) => ({ ...each, queue: open.queue })));
    const drafts = (await all('items')).filter((each) => each.queue === from.id);
    await remove('items', ...drafts.map((each) => each.id));
    await remove('queues', from.id);
}

/** How many items of each queue wait, whoever may read them. */
export async function counts() {
    const found = (await all('items')).filter((each) => !each.id.startsWith(DRAFT) && each.state !== 'recorded');
    const counted = new Map();
    found.forEach((each) => counted.set(each.queue, (counted.get(each.queue) || 0) + 1));
    return counted;
}

const draftId = (open, of) => `${DRAFT}${open.queue}:${of}`;

/** What is typed into the form of a household, of a request or of neither, until it is kept as items. */
export const keepDraft = async (open, of, typed) => put('items', await stored(open, {
    id: draftId(open, of), queue: open.queue, account: open.account, state: 'draft', at: Date.now(), body: typed,
}));

export async function draft(open, of) {
    const found = await find('items', draftId(open, of));
    return found ? (await read(open, found)).body : null;
}

export const endDraft = (open, of) => remove('items', draftId(open, of));

/** Keeps items, each unless somebody has given it another state since it was read. */
export async function keepStill(open, ...items) {
    const made = await Promise.all(items.map((each) => stored(open, each)));
    await update('items', (found, each) => waits(found) && each, ...made);
}

/** Gives an item another state, unless something else has since it was shown. */
export const move = (item, to) => update('items', (found) => found.state === item.state && { ...found, state: to }, item);

/** The pack of a day, sealed under the queue's key; dropped after its time, its names at the end of their day. */
export async function keepPack(open, pack) {
    await put('packs', { account: open.account, queue: open.queue, until: pack.until, sealed: await seal(open.key, open.account, pack) });
}

export const endPack = (open) => remove('packs', open.account);

export async function packOf(open) {
    const found = await find('packs', open.account);
    if (!found || found.queue !== open.queue) { return null; }
    if (Date.now() > Date.parse(found.until)) {
        await endPack(open);
        return null;
    }
    const pack = await unseal(open.key, open.account, found.sealed);
    if (!pack.namesUntil || Date.now() < Date.parse(pack.namesUntil)) { return pack; }
    const nameless = { ...pack, namesUntil: undefined, households: pack.households.map(({ name, ...each }) => each) };
    await keepPack(open, nameless);
    return nameless;
}

/** The items as lines that the server takes from a file as from this page. */
export const lines = (items, device) => items.map((each) => JSON.stringify(line(each, device))).join('\n') + '\n';

/** An item as it is sent, the same each time. */
export const line = ({ id, at, schema, body }, device) => ({
    id, name: body.command, schema, device, occurredAt: new Date(at).toISOString(), payload: body.payload,
});
