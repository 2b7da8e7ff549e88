// Keeps what is typed into a form until it is recorded: for its account alone, until that signs out, a day at most.

import { BEFORE, drafts } from './drafts.js';
import './find.js';

const PAUSE = 300;
const PATIENCE = 6000;

function typed(form) {
    return [...new FormData(form).entries()].filter(([name]) => name !== '_step' && !name.startsWith('_was.'));
}

function keep(form) {
    if ('unrestored' in form.dataset) { return; }
    try {
        localStorage.setItem(BEFORE + form.dataset.draft, JSON.stringify({ at: Date.now(), typed: typed(form) }));
        form.dataset.kept = '';
    } catch (e) { /* A full or a closed store: the form works without. */ }
}

/** The form as the server shows it with what was typed: all of its rows, ids and choices, and what they are called. */
async function filled(form, draft) {
    const sent = new URLSearchParams(draft.typed);
    sent.set('_step', 'show');
    sent.set('_account', form.elements._account.value);
    const answer = await fetch(form.getAttribute('action'), {
        method: 'POST', body: sent, headers: { Accept: 'text/html', 'HX-Request': 'true' }, signal: AbortSignal.timeout(PATIENCE),
    }).catch(() => null);
    const page = answer && answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
    const same = page ? page.querySelector('form[data-draft]') : null;
    return same && same.dataset.draft === form.dataset.draft ? same : null;
}

/** Fills in what was typed before. While that cannot be, it is kept as it is, and nothing is kept in its place. */
async function restore(form) {
    const kept = drafts().find((draft) => draft.name === form.dataset.draft);
    if (!kept) { return; }
    form.inert = true;
    const before = await filled(form, kept);
    form.inert = false;
    if (!before) {
        form.dataset.unrestored = '';
        tell(form, null, 'unrestored');
        return;
    }
    form.replaceChildren(...before.childNodes);
    form.dispatchEvent(new Event('restored', { bubbles: true }));
}

/** Whether the product answers; where it does not, a browser would show a page of its own in place of the form. */
const answers = () => navigator.onLine && fetch(document.querySelector('link[rel=icon]').href,
    { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) }).then(() => true, () => false);

/** Says beside the button what became of what was typed. */
function tell(form, button, words) {
    const told = form.querySelector('.unsent') ?? document.createElement('p');
    told.className = 'problem unsent';
    told.setAttribute('role', 'alert');
    told.textContent = document.getElementById('live').dataset[words];
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
    if (reached) { target.requestSubmit(submitter); } else { tell(target, submitter, 'unsent'); }
    reached = false;
}

const sent = document.querySelector('[data-sent]');
if (sent) {
    localStorage.removeItem(BEFORE + sent.dataset.sent);
    sent.focus();
}
const form = document.querySelector('form[data-draft]');
if (form) {
    // What the server answers to a form is newer than any draft; of what is recorded, what it leaves is one again.
    if (!('answered' in form.dataset)) {
        restore(form);
    } else if (!sent || form.querySelector('[data-left]')) {
        keep(form);
    }
    let waiting = 0;
    form.addEventListener('input', () => {
        clearTimeout(waiting);
        waiting = setTimeout(() => {
            waiting = 0;
            keep(form);
        }, PAUSE);
    });
    window.addEventListener('pagehide', () => { if (waiting) { keep(form); } });
    form.addEventListener('submit', send);
    document.getElementById('errors')?.focus();
}
