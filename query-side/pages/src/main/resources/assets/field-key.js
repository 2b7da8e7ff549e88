// The key of a queue: random, kept wrapped under the account's PIN, and open only while this page is.

import { all, newId, put } from './field-db.js';

const ROUNDS = 310000;
const FREE = 3;
const FIRST_WAIT = 30000;
const LONGEST_WAIT = 3600000;
const AES = { name: 'AES-GCM', length: 256 };

const random = (length) => crypto.getRandomValues(new Uint8Array(length));

/** Encrypts a value; its place is bound to it, so that no text can be put where another was. */
export async function seal(key, place, value) {
    const iv = random(12);
    const text = new TextEncoder().encode(JSON.stringify(value));
    return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(place) }, key, text) };
}

export async function unseal(key, place, { iv, data }) {
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(place) }, key, data);
    return JSON.parse(new TextDecoder().decode(text));
}

async function wrapping(pin, { salt, rounds }) {
    const typed = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveKey']);
    return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }, typed, AES, false, ['wrapKey', 'unwrapKey']);
}

const opening = (lock, wrapper) =>
    crypto.subtle.unwrapKey('raw', lock.wrapped, wrapper, { name: 'AES-GCM', iv: lock.iv }, AES, false, ['encrypt', 'decrypt']);

/** The key itself, as the server gives it back to whoever has shown the password. */
export const keyOf = (raw) => crypto.subtle.importKey('raw', raw, AES, false, ['encrypt', 'decrypt']);

/**
 * A queue for an account, which from now on opens with this PIN. Where `safe` can, the key is sealed for the account by
 * the server, so that a forgotten PIN loses nothing.
 */
export async function newQueue(account, login, pin, safe) {
    const lock = { salt: random(16), rounds: ROUNDS, iv: random(12) };
    const wrapper = await wrapping(pin, lock);
    const key = await crypto.subtle.generateKey(AES, true, ['encrypt', 'decrypt']);
    lock.wrapped = await crypto.subtle.wrapKey('raw', key, wrapper, { name: 'AES-GCM', iv: lock.iv });
    const sealed = safe ? await safe(await crypto.subtle.exportKey('raw', key)).catch(() => null) : null;
    const queue = { id: newId(), account, login, lock, sealed, wrong: 0, until: 0 };
    await put('queues', queue);
    return { queue: queue.id, account, login, key: await opening(lock, wrapper) };
}

/** The queues of this phone, the newest of an account first. */
export const queues = async () => (await all('queues')).reverse();

/** How many milliseconds the next PIN has to wait. */
export const wait = (queue) => Math.max(0, queue.until - Date.now());

/**
 * Opens a queue; nothing if the PIN is another one. A try is counted before it is made, so that ending the page saves
 * none, and wrong ones only make the next one wait.
 */
export async function unlock(queue, pin) {
    const wrong = queue.wrong + 1;
    const pause = wrong < FREE ? 0 : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (wrong - FREE));
    await put('queues', { ...queue, wrong, until: Date.now() + pause });
    try {
        const key = await opening(queue.lock, await wrapping(pin, queue.lock));
        await put('queues', { ...queue, wrong: 0, until: 0 });
        return { queue: queue.id, account: queue.account, login: queue.login, key };
    } catch (e) {
        if (e.name === 'OperationError') { return null; }
        throw e;
    }
}
