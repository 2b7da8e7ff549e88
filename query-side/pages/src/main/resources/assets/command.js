// Sends a command: shows first what it would change, then gives it once, however often it is pressed, and shows the receipt.

import { body, uuid } from './command-body.js';
import { impact, line } from './impact.js';

const form = document.getElementById('command');
const texts = Object.fromEntries([...document.querySelectorAll('#form-texts span')].map((e) => [e.dataset.text, e.textContent]));
const slot = 'soto-command:' + location.pathname + location.search;
const show = (id) => { const e = document.getElementById(id); e.hidden = false; e.focus(); };
const hide = (id) => { document.getElementById(id).hidden = true; };

/** The command's id is made when the form is opened: a reload, a second press and a lost answer are the same command. */
const id = sessionStorage.getItem(slot) || uuid();
sessionStorage.setItem(slot, id);
form.querySelectorAll('[data-type=uuid]').forEach((field) => { field.value = field.value || uuid(); });

/** The address with its variables taken out of what was filled in, and the rest. */
function request() {
    const rest = body(form);
    const path = form.dataset.path.replace(/\{([^}]+)\}/g, (_, name) => {
        const filled = rest[name] ?? '';
        delete rest[name];
        return encodeURIComponent(filled);
    });
    return { path, rest };
}

async function send(path, rest, headers = {}) {
    const answer = await fetch(path, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'Accept-Language': document.documentElement.lang, ...headers },
        body: JSON.stringify(rest),
    });
    const read = await answer.json().catch(() => ({}));
    return { status: answer.status, ok: answer.ok, read };
}

function refuse(problem) {
    const list = document.querySelector('#errors ul');
    list.textContent = '';
    form.querySelectorAll('.error').forEach((error) => { error.hidden = true; });
    const item = document.createElement('li');
    const at = problem.field && document.getElementById('e-' + problem.field);
    if (at) {
        at.textContent = problem.detail;
        at.hidden = false;
        const link = document.createElement('a');
        link.href = '#f-' + problem.field;
        link.textContent = problem.detail;
        item.append(link);
    } else { item.textContent = problem.detail || texts.unknown; }
    list.append(item);
    show('errors');
}

form.addEventListener('submit', async (event) => {
    event.preventDefault();
    hide('errors');
    const { path, rest } = request();
    try {
        const trial = await send(path + '?dryRun=true', rest, { 'Idempotency-Key': id });
        if (!trial.ok) { refuse(trial.read); return; }
        const preview = trial.read.events ? await send('/api/corrections/preview', trial.read) : null;
        impact(trial.read, preview && preview.ok ? preview.read : null, texts);
        show('impact');
    } catch (e) { refuse({ detail: texts.unknown }); }
});

document.getElementById('change').addEventListener('click', () => { hide('impact'); form.querySelector('[data-type]').focus(); });

document.getElementById('give').addEventListener('click', async (event) => {
    event.target.disabled = true;
    const { path, rest } = request();
    try {
        const given = await send(path, rest, { 'Idempotency-Key': id });
        if (!given.ok) { hide('impact'); refuse(given.read); return; }
        const into = document.getElementById('receipt-body');
        into.textContent = '';
        into.append(line('p', given.read.plan ? texts.proposed : texts.commit.replace('%', given.read.commit)));
        if (given.read.repeat) { into.append(line('p', texts.repeat)); }
        (given.read.warnings || []).forEach((warning) => into.append(line('p', '▲ ' + (warning.text || warning.detail))));
        const link = line('a', given.read.plan ? given.read.plan : '#' + given.read.commit);
        link.href = given.read.plan ? '/plans/' + given.read.plan : '/commits/' + given.read.commit;
        into.append(link);
        sessionStorage.removeItem(slot);
        hide('impact');
        form.hidden = true;
        show('receipt');
    } catch (e) { refuse({ detail: texts.unknown }); } finally { event.target.disabled = false; }
});

form.addEventListener('click', (event) => {
    const path = event.target.dataset.add;
    if (!path) { return; }
    const list = event.target.closest('fieldset');
    const rows = list.querySelector('.rows');
    const html = list.querySelector('template').content.cloneNode(true);
    html.querySelectorAll('[name],[id],[for],[data-field],[aria-describedby]').forEach((e) => {
        ['name', 'id', 'for', 'data-field', 'aria-describedby'].forEach((a) => {
            if (e.hasAttribute(a)) { e.setAttribute(a, e.getAttribute(a).replace(path + '.0.', path + '.' + rows.children.length + '.')); }
        });
    });
    rows.append(html);
});
