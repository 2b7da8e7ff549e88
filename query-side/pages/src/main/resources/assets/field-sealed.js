// Queues of an account whose PIN was forgotten: they stay sealed until its password, or the PIN, opens them.

import { post, submits } from './field-door.js';
import { bringOver, counts } from './field-items.js';
import { keyOf, queues, unlock, wait } from './field-key.js';
import { fill, part, word } from './field-part.js';

const bytes = (base64) => Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));

/** The key by the password of the account that is signed in; the words of what went wrong. */
async function byPassword(queue, password) {
    const answer = await post('/api/me/phone-key/open', { sealed: queue.sealed || '', password }).catch(() => null);
    if (!answer) { return { fault: word('no-network') }; }
    const told = await answer.json().catch(() => ({}));
    return answer.ok ? { key: await keyOf(bytes(told.key)) } : { fault: told.detail || told.title || word('pin-server') };
}

async function byPin(queue, pin) {
    if (wait(queue)) { return { fault: word('pin-wait', Math.ceil(wait(queue) / 1000)) }; }
    const own = await unlock(queue, pin);
    return own ? { key: own.key } : { fault: word('pin-wrong') };
}

/** A form for each sealed queue of the account that is open; `opened` hears when its items have come over. */
export async function sealedOf(open, opened) {
    const counted = await counts();
    const others = (await queues()).filter((each) => each.account === open.account && each.id !== open.queue);
    return others.map((queue) => submits(fill(part('sealed'), { fault: '', waiting: word('waiting', counted.get(queue.id) || 0) }), async ({ pin, password }) => {
        const found = (await queues()).find((each) => each.id === queue.id);
        const { key, fault } = pin.value ? await byPin(found, pin.value) : await byPassword(found, password.value);
        if (key) {
            await bringOver(open, found, key);
            await opened();
        }
        return fault;
    }));
}
