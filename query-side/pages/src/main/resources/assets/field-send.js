// Sends what waits, whenever there is a network: in the order of its making, one sender of this phone at a time.

import { fixed, forget, skew } from './field-clock.js';
import { device } from './field-db.js';
import { itemsOf, keep, keepStill, line, waits } from './field-items.js';
import { completed, whole } from './field-record.js';

const MOST = 50;
const SHORTEST = 1000;
const LONGEST = 60000;
const PATIENCE = 60000;

/** Statuses of a line that somebody has to look at, because sending it again unchanged has the same result. */
const NEEDS = ['bad-input', 'not-allowed', 'absent', 'in-use', 'too-large'];

const STATES = ['session', 'other', 'server', 'locked'];

let timer = 0;
let pause = SHORTEST;
let state = 'idle';
let page = null;
let open = null;
let queued = false;

/**
 * The sender of an unlocked queue. Its page hears of each change (`changed`), has the list of the day (`pack`), makes the first
 * contact (`meet`), by which the clock is measured before anything is sent, and tells what is left (`told`). Nothing of a queue that is locked.
 */
export function sendFor(unlocked, itsPage) {
    open = unlocked;
    page = itsPage || page;
    state = 'idle';
    forget();
    clearTimeout(timer);
}

export const connection = () => state;

/** What else kept the server away than sending. */
export function lost(why) { state = STATES.includes(why) ? why : 'offline'; }

/** A request with a limit: a connection that says nothing any more is none. */
export function ask(address, options = {}) {
    const ends = new AbortController();
    setTimeout(() => ends.abort(), PATIENCE);
    return fetch(address, { credentials: 'same-origin', cache: 'no-store', redirect: 'manual', signal: ends.signal, ...options });
}

/** Whether the server has decided about the item; otherwise it goes on waiting. */
async function settle(own, each, answer) {
    if (answer.status === 'try-again' || answer.status === 'broken') { return false; }
    const recorded = answer.status === 'done' || answer.status === 'repeat';
    const fate = recorded ? 'recorded' : NEEDS.includes(answer.status) ? 'needs' : 'refused';
    await keep(own, { ...each, state: fate, body: { ...each.body, answer } });
    return true;
}

/** Settles each item as its line arrives, and takes it out of those that are not settled. */
async function read(own, response, left) {
    const lines = response.body.getReader();
    const text = new TextDecoder();
    let rest = '';
    for (let part = await lines.read(); !part.done; part = await lines.read()) {
        const whole = (rest + text.decode(part.value, { stream: true })).split('\n');
        rest = whole.pop();
        for (const each of whole.filter((found) => found.trim())) {
            const answer = JSON.parse(each);
            if (left.has(answer.id) && await settle(own, left.get(answer.id), answer)) { left.delete(answer.id); }
        }
        page.changed();
    }
}

/** What may be sent: in order, each after what it follows, and nothing of a household before what is left of it. */
async function next(own, left) {
    const all = (await itemsOf(own)).map((each) => (waits(each) && !whole(each) && page.pack() ? completed(each, page.pack()) : each));
    await keepStill(own, ...all.filter((each) => each.state === 'needs' && !whole(each)));
    const done = new Set(all.filter((each) => each.state === 'recorded').map((each) => each.id));
    const held = new Set(Array.from(left.values(), (each) => each.body.about));
    return all.filter((each) => waits(each) && whole(each) && !left.has(each.id) && !(each.body.about && held.has(each.body.about))
        && (!each.body.after || done.has(each.body.after))).slice(0, MOST).map(fixed);
}

/** Sends one batch; whether there may be more to send at once. */
async function batch(own, left) {
    const items = await next(own, left);
    if (!items.length) { return false; }
    await keepStill(own, ...items);
    const phone = await device();
    const response = await ask('/api/commands', {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-ndjson', Accept: 'application/x-ndjson', 'Soto-Account': encodeURIComponent(own.account) },
        body: items.map((each) => JSON.stringify(line(each, phone))).join('\n'),
    });
    if (response.type === 'opaqueredirect' || response.status === 401) { throw new Error('session'); }
    if (response.status === 409) { throw new Error('other'); }
    if (!response.ok) { throw new Error('server'); }
    items.forEach((each) => left.set(each.id, each));
    await read(own, response, left);
    return true;
}

async function run(own) {
    const left = new Map();
    try {
        if (skew() === null) { await page.meet(); }
        let sent = false;
        for (; own === open && await batch(own, left); sent = true) { pause = SHORTEST; }
        if (sent && own === open) { await page.told(); }
        if (left.size) { throw new Error('server'); }
        state = 'idle';
    } catch (e) {
        lost(e.message);
        if (own === open && (state === 'offline' || state === 'server')) {
            timer = setTimeout(send, pause);
            pause = Math.min(LONGEST, pause * 2);
        }
    }
    page.changed();
}

/** Sends now what waits; called at each change of network, view and queue. One page of this phone sends at a time. */
export async function send() {
    clearTimeout(timer);
    if (!open || queued) { return; }
    queued = true;
    const turn = () => {
        queued = false;
        return open && run(open);
    };
    await (navigator.locks ? navigator.locks.request('soto-field', turn) : turn());
}

function again() {
    pause = SHORTEST;
    send();
}

window.addEventListener('online', again);
document.addEventListener('visibilitychange', () => { if (!document.hidden) { again(); } });
