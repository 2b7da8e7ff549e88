// How much waits on this phone, told at each contact: a number, nothing of what it is.

import { all, device } from './field-db.js';
import { itemsOf, move } from './field-items.js';
import { dayOf, said, timeOf, word } from './field-part.js';
import { ask } from './field-send.js';

const LACKING = ['waiting', 'needs', 'refused'];
const LOCKED = 'DEVICE_IS_NOT_LOCKED';

/** What the server lacks of an account, in whichever of its queues on this phone. */
const lacking = async (account) => (await all('items')).filter((each) => each.account === account && LACKING.includes(each.state)).length;

/** Tells it; what the account's other devices told last. Of a phone that was reported lost nothing else is asked. */
export async function tell(own) {
    const answer = await ask(`/api/me/devices/${await device()}`, {
        method: 'POST', headers: { 'Content-Type': 'application/json', Accept: 'application/json' }, body: JSON.stringify({ waiting: await lacking(own.account) }),
    });
    if (!answer.ok) { throw new Error('server'); }
    const { locked, others } = await answer.json();
    if (locked) { throw new Error('locked'); }
    return others.filter((each) => each.waiting);
}

/** What was refused while the phone was locked waits again. */
export async function unlocked(own) {
    const held = (await itemsOf(own)).filter((each) => each.state === 'refused' && (each.body.answer || {}).rule === LOCKED);
    await Promise.all(held.map((each) => move(each, 'waiting')));
}

/** A sentence for each other device on which something waits. */
export const sentences = (devices) => devices.map(({ waiting, at: told }) => {
    const at = Date.parse(told);
    return `${word('device-waits', waiting)} ${timeOf(at)} ${said(dayOf(at))}.`;
}).join(' ');
