// What the phone keeps, in IndexedDB: queues with their locked keys, items, and the packs of days.

const NAME = 'soto-field';
const VERSION = 1;

let opened = null;

function open() {
    opened = opened || new Promise((done, failed) => {
        const asked = indexedDB.open(NAME, VERSION);
        asked.onupgradeneeded = () => {
            const db = asked.result;
            db.createObjectStore('queues', { keyPath: 'id' });
            db.createObjectStore('items', { keyPath: 'id' });
            db.createObjectStore('packs', { keyPath: 'account' });
            db.createObjectStore('settings', { keyPath: 'name' });
        };
        asked.onsuccess = () => {
            // A page of a later version wants to change the stores: this one lets go.
            asked.result.onversionchange = () => { asked.result.close(); opened = null; };
            done(asked.result);
        };
        asked.onerror = () => { opened = null; failed(asked.error); };
    });
    return opened;
}

/** Fulfilled once the transaction has completed, so whoever waits for it may say that it is kept; rejected if any of it is not. */
async function transact(store, mode, work) {
    const db = await open();
    return new Promise((done, failed) => {
        const transaction = db.transaction(store, mode, { durability: 'strict' });
        let asked = null;
        transaction.oncomplete = () => done(asked ? asked.result : undefined);
        transaction.onabort = () => failed(transaction.error || new Error('aborted'));
        try {
            asked = work(transaction.objectStore(store));
        } catch (e) {
            transaction.abort();
            failed(e);
        }
    });
}

export const all = (store) => transact(store, 'readonly', (from) => from.getAll());
export const find = (store, key) => transact(store, 'readonly', (from) => from.get(key));
export const put = (store, ...values) => transact(store, 'readwrite', (into) => { values.forEach((each) => into.put(each)); });
export const remove = (store, ...keys) => transact(store, 'readwrite', (from) => { keys.forEach((each) => from.delete(each)); });

/** Changes what is stored under the keys of values, in one transaction; nothing of one for which `to` says so. */
export const update = (store, to, ...values) => transact(store, 'readwrite', (into) => {
    values.forEach((value) => {
        const asked = into.get(value.id);
        asked.onsuccess = () => {
            const changed = asked.result && to(asked.result, value);
            if (changed) { into.put(changed); }
        };
    });
    return null;
});

/** A random id of this phone, made once; never a number of the hardware. */
export async function device() {
    const known = await find('settings', 'device');
    if (known) { return known.value; }
    const made = { name: 'device', value: newId() };
    await put('settings', made);
    return made.value;
}

const hex = (bytes) => Array.from(bytes, (each) => each.toString(16).padStart(2, '0')).join('');

let last = 0;

/** A UUID of version 7; those of one page sort in the order in which they are made, however fast. */
export function newId() {
    last = Math.max(last + 1, Date.now() * 4096);
    const bytes = crypto.getRandomValues(new Uint8Array(8));
    bytes[0] = (bytes[0] & 0x3f) | 0x80;
    const high = Math.floor(last / 4096).toString(16).padStart(12, '0') + '7' + (last % 4096).toString(16).padStart(3, '0');
    const text = high + hex(bytes);
    return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
}
