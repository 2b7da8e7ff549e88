// Who uses the phone: making it somebody's, opening their part with a PIN, and signing in again with it.

import { measured } from './field-clock.js';
import { newQueue, queues, unlock, wait } from './field-key.js';
import { counts } from './field-items.js';
import { fill, part, show, word } from './field-part.js';
import { ask } from './field-send.js';

const PIN = /^\d{6,8}$/;

export const post = (address, fields) => ask(address, {
    method: 'POST', headers: { 'Content-Type': 'application/json', Accept: 'application/json' }, body: JSON.stringify(fields),
});

/** A form that says what is wrong in its own place, and is sent once at a time. */
export function submits(form, act) {
    form.addEventListener('submit', async (event) => {
        event.preventDefault();
        const button = form.querySelector('button');
        if (button.disabled) { return; }
        button.disabled = true;
        fill(form, { fault: await act(form.elements).catch(() => word('no-network')) || '' });
        button.disabled = false;
    });
    return form;
}

/** The pack of the account that is signed in; none if it has no right to one any more. Throws what keeps it away. */
export async function contact(names) {
    const asked = Date.now();
    const answer = await ask(`/api/me/day-pack${names ? '?names=true' : ''}`, { headers: { Accept: 'application/json', 'Accept-Language': document.documentElement.lang } });
    if (answer.type === 'opaqueredirect' || answer.status === 401) { throw new Error('session'); }
    if (answer.status === 403) {
        measured(answer.headers.get('date'), asked);
        return null;
    }
    if (!answer.ok) { throw new Error('server'); }
    const pack = (await answer.json()).answer;
    measured(pack.at, asked);
    return pack;
}

/** Begins a session with the PIN; the words of what went wrong, or nothing. */
export async function signIn(login, pin) {
    const answer = await post('/sign-in/pin', { account: login, pin }).catch(() => null);
    if (!answer) { return word('no-network'); }
    return answer.ok ? '' : word('pin-server');
}

/** The words of the server's refusal. */
const detail = async (answer) => {
    const problem = await answer.json().catch(() => ({}));
    return problem.detail || problem.title || word('pin-server');
};

const base64 = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)));

/** The key of a new queue, sealed by the server for the account that is signed in. */
async function safe(raw) {
    const answer = await post('/api/me/phone-key', { key: base64(raw) });
    return answer.ok ? (await answer.json()).sealed : null;
}

/** Makes a queue on this phone for the account that is signed in, with the PIN of sign-in where accounts have one. */
export async function setUp(account, opened) {
    const answer = await ask('/api/me/sign-in', { headers: { Accept: 'application/json' } });
    const state = answer.ok ? await answer.json() : { name: account, pin: false, secondFactor: 'set' };
    const kind = state.pin ? 'known' : state.secondFactor === 'none' ? 'new' : 'alone';
    const form = fill(part('setup'), { why: word(kind), fault: '' });
    if (kind === 'known') { form.querySelector('[data-own]').remove(); }
    if (kind !== 'new') { form.querySelector('[data-password]').remove(); }
    submits(form, async ({ pin, again, password }) => {
        if (!PIN.test(pin.value)) { return word('pin-form'); }
        if (again && again.value !== pin.value) { return word('pin-differ'); }
        const asked = kind === 'alone' ? null
            : kind === 'known' ? await post('/sign-in/pin', { account: state.name, pin: pin.value })
                : await post('/api/me/pin', { pin: pin.value, password: password.value });
        if (asked && !asked.ok) { return detail(asked); }
        await opened(await newQueue(account, state.name, pin.value, safe), pin.value);
        return '';
    });
    show(form).querySelector('input').focus();
}

/** The newest queue of each account of this phone. */
export async function people() {
    const found = await queues();
    return found.filter((each, index) => found.findIndex((other) => other.account === each.account) === index);
}

async function option(queue, counted, chosen) {
    const row = fill(part('account'), { login: queue.login, waiting: counted.get(queue.id) ? word('waiting', counted.get(queue.id)) : '' });
    const radio = row.querySelector('input');
    radio.value = queue.id;
    radio.checked = chosen;
    return row;
}

/** Asks whose part is opened, and for its PIN. */
export async function enter(opened) {
    const known = await people();
    const counted = await counts();
    const form = part('unlock');
    const rows = await Promise.all(known.map((each, index) => option(each, counted, index === 0)));
    form.querySelector('[data-accounts]').append(...rows);
    submits(form, async ({ pin, queue }) => {
        const chosen = (await queues()).find((each) => each.id === queue.value);
        if (wait(chosen)) { return word('pin-wait', Math.ceil(wait(chosen) / 1000)); }
        const own = await unlock(chosen, pin.value);
        const typed = pin.value;
        pin.value = '';
        if (own) {
            await opened(own, typed);
            return '';
        }
        const left = wait((await queues()).find((each) => each.id === chosen.id));
        return left ? word('pin-wait', Math.ceil(left / 1000)) : word('pin-wrong');
    });
    form.querySelector('[data-forgot]').addEventListener('click', async () => {
        const found = await queues();
        forgot(found.find((each) => each.id === form.elements.queue.value), opened);
    });
    show(form).querySelector('[name=pin]').focus();
}

/** Without the PIN the queue stays as it is, and a new one begins: nothing of either is sent but by a session of its account. */
function forgot(queue, opened) {
    const form = fill(part('forgot'), { fault: '', who: queue.login });
    submits(form, async ({ pin, again }) => {
        if (!PIN.test(pin.value)) { return word('pin-form'); }
        if (again.value !== pin.value) { return word('pin-differ'); }
        await opened(await newQueue(queue.account, queue.login, pin.value, null), pin.value);
        return '';
    });
    show(form).querySelector('input').focus();
}

/** Asks for the PIN once, because the session has ended or is another account's; what waits goes on waiting. */
export function session(own, why, opened) {
    const form = fill(part('session'), { why, fault: '' });
    submits(form, async ({ pin }) => {
        const fault = await signIn(own.login, pin.value);
        if (!fault) { await opened(); }
        return fault;
    });
    return form;
}
