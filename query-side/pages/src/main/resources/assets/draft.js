// Keeps what is typed into a form until it is recorded: over a reload, Back, a session that ended, a refusal and no network. A draft
// is of one account: under another it is neither shown nor sent. It ends with the sign-out, and after a day.

import { BEFORE, drafts } from './drafts.js';

const PAUSE = 300;
const PATIENCE = 6000;

function typed(form) {
    return [...new FormData(form).entries()].filter(([name]) => name !== '_step' && !name.startsWith('_was.'));
}

function keep(form) {
    try {
        localStorage.setItem(BEFORE + form.dataset.draft, JSON.stringify({ at: Date.now(), typed: typed(form) }));
        form.dataset.kept = '';
    } catch (e) { /* A full or a closed store: the form works without. */ }
}

/** Fills in what was typed before; what the address says and what the server kept stands before it. */
function restore(form) {
    const kept = drafts().find((draft) => draft.name === form.dataset.draft);
    if (!kept) { return; }
    const names = new Set(kept.typed.map(([name]) => name));
    [...form.elements].filter((field) => field.name && names.has(field.name)).forEach((field) => {
        const values = kept.typed.filter(([name]) => name === field.name).map(([, value]) => value);
        if (field.type === 'radio' || field.type === 'checkbox') { field.checked = values.includes(field.value); }
        else if (field.type !== 'hidden' || field.name === '_key') { field.value = values[0]; }
    });
    form.dispatchEvent(new Event('restored', { bubbles: true }));
}

/** Whether the product answers; where it does not, a browser would show a page of its own in place of the form. */
const answers = () => navigator.onLine && fetch(document.querySelector('link[rel=icon]').href,
    { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) }).then(() => true, () => false);

/** Says beside the button that nothing was sent, and that what was typed is kept. */
function unsent(form, button) {
    const told = form.querySelector('.unsent') ?? document.createElement('p');
    told.className = 'problem unsent';
    told.setAttribute('role', 'alert');
    told.textContent = document.getElementById('live').dataset.unsent;
    (button?.closest('.actions') ?? form.lastElementChild).before(told);
    told.scrollIntoView({ block: 'nearest' });
}

let asking = false;
let reached = false;

async function send(event) {
    const { target, submitter } = event;
    keep(target);
    if (reached) { return; }
    event.preventDefault();
    if (asking) { return; }
    asking = true;
    reached = await answers();
    asking = false;
    if (reached) { target.requestSubmit(submitter); } else { unsent(target, submitter); }
    reached = false;
}

const form = document.querySelector('form[data-draft]');
if (form) {
    // What a refusal brings back is newer than any draft.
    if (!document.getElementById('errors') && !form.hidden && !('answered' in form.dataset)) { restore(form); }
    let waiting = 0;
    form.addEventListener('input', () => {
        clearTimeout(waiting);
        waiting = setTimeout(() => keep(form), PAUSE);
    });
    form.addEventListener('submit', send);
    const errors = document.getElementById('errors');
    if (errors) { errors.focus(); }
}
const sent = document.querySelector('[data-sent]');
if (sent) {
    localStorage.removeItem(BEFORE + sent.dataset.sent);
    sent.focus();
}
