// The form of a visit: what is typed is a draft on this phone until it is kept as items, and stays typed if it is not.

import { device } from './field-db.js';
import { draft, endDraft, keep, keepDraft, lines } from './field-items.js';
import { dayOf, file, fill, folded, on, part, renew, show, word } from './field-part.js';
import { commands, REFERENCE, WALK_IN } from './field-record.js';
import { called, named, note } from './field-views.js';

const REST = 300;
const SHOWN = 8;
const FIRST = 5;
const USUAL = ['vneid', 'online-public-service', 'digital-payment', 'digital-signature', 'cyber-safety'];

const empty = () => ({ household: '', services: [], mode: 'SELF_PERFORMED', channel: 'HOME_VISIT', outcome: 'DONE', followUp: '', day: '', reason: '', note: '' });

/** What a form says. */
function typedIn(form, before) {
    const typed = { ...before, services: [] };
    new FormData(form).forEach((value, name) => {
        if (name === 'services') { typed.services.push(value); } else if (name !== 'q') { typed[name] = value; }
    });
    return typed;
}

function chips(form, state, typed) {
    const used = new Map();
    state.items.forEach((each) => ((each.body.payload.content || {}).services || []).forEach((code) => used.set(code, (used.get(code) || 0) + 1)));
    const rank = (code) => typed.services.includes(code) * 1e6 + (used.get(code) || 0) * 10 + (USUAL.includes(code) ? 5 - USUAL.indexOf(code) : 0);
    const services = (state.pack.services.length ? state.pack.services : USUAL.map((code) => ({ code, category: code.toUpperCase().replace(/-/g, '_') }))).slice().sort((one, other) => rank(other.code) - rank(one.code));
    const first = Math.max(FIRST, typed.services.length);
    services.forEach((service, index) => {
        const chip = fill(part('chip'), { title: named(service) });
        chip.firstElementChild.value = service.code;
        chip.firstElementChild.checked = typed.services.includes(service.code);
        form.querySelector(index < first ? '[data-services]' : '[data-rest]').append(chip);
    });
}

/** The households to choose from: those that match, otherwise those of late and of today before the others. */
function choices(state, searched) {
    const words = folded(searched);
    const code = words.replace(/ /g, '');
    const near = new Set(state.items.map((each) => each.body.about).reverse().concat(state.pack.due.map((each) => each.household)));
    const rank = (each) => (near.has(each.household) ? 0 : each.helped ? 2 : 1);
    const found = state.pack.households.filter((each) => !code || folded(each.reference).replace(/ /g, '').includes(code)
        || (each.name && ` ${folded(each.name)}`.includes(` ${words}`)));
    const walkIns = code ? [] : state.pack.units.map(({ unit, name }) => ({ household: WALK_IN + unit, reference: word('walk-in'), text: name }));
    const other = code && !found.some((each) => folded(each.reference).replace(/ /g, '') === code) ? [{ household: REFERENCE + searched, reference: searched, text: word('not-listed') }] : [];
    return found.sort((one, next) => rank(one) - rank(next)).slice(0, SHOWN).concat(other, walkIns);
}

function whom(form, state, typed) {
    const chosen = form.querySelector('[data-chosen]');
    const choose = form.querySelector('[data-choose]');
    const list = form.querySelector('[data-options]');
    const options = (searched) => renew(list, ...choices(state, searched).map((each) => {
        const row = fill(part('option'), { title: each.name || each.reference, text: each.text || note(state, each) });
        row.querySelector('input').value = each.household;
        return row;
    }));
    const known = (id) => {
        chosen.hidden = !id;
        choose.hidden = !!id;
        if (id) { fill(form, { chosen: called(state, id) }); } else { options(''); }
    };
    on(form, '[data-change]', 'click', () => {
        typed.household = '';
        known('');
        choose.querySelector('input').focus();
    });
    choose.querySelector('input').addEventListener('input', (event) => options(event.target.value));
    known(typed.household);
}

/** What is missing, each beside its place; whether nothing is. */
function whole(form, typed) {
    const late = typed.day > dayOf(Date.now());
    fill(form, {
        'fault-household': typed.household ? '' : word('which-household'),
        'fault-services': typed.services.length ? '' : word('which-service'),
        'fault-day': late ? word('which-day') : '',
    });
    const first = Array.from(form.querySelectorAll('.fault')).find((each) => !each.hidden);
    if (first) { first.scrollIntoView({ block: 'center' }); }
    return !first;
}

async function unkept(form, made) {
    const own = await device().catch(() => 'phone');
    const told = part('unkept');
    on(told, '[data-file]', 'click', () => file(lines(made, own)));
    renew(form.querySelector('[data-unkept]'), told);
    told.scrollIntoView();
}

/** Shows the form as it was left, or with what led to it; `kept` hears of the visit once it is stored. */
export async function visit(state, { household, request, edit }, kept) {
    const edited = edit && state.items.find((each) => each.id === edit);
    const begun = edited ? edited.body.typed : await draft(state.own, household || request || '');
    let typed = { ...empty(), ...begun, ...household && { household }, ...request && { request } };
    const form = part('visit');
    ['mode', 'channel', 'outcome'].forEach((name) => { form.querySelector(`[name=${name}][value="${typed[name]}"]`).checked = true; });
    ['followUp', 'day', 'reason', 'note'].forEach((name) => { form.elements[name].value = typed[name] || ''; });
    form.querySelector('[data-other]').open = !!(typed.day || typed.reason);
    form.querySelector('[data-notes]').open = !!typed.note;
    form.querySelectorAll('[name^="result."]').forEach((each) => {
        each.value = typed[each.name] || '';
        if (each.value) { form.querySelector('[data-results]').open = true; }
    });
    fill(form, { 'fault-household': '', 'fault-services': '', 'fault-day': '' });
    whom(form, state, typed);
    chips(form, state, typed);
    let waiting = 0;
    let drafting = Promise.resolve();
    const read = () => {
        typed = Object.assign(typed, typedIn(form, typed));
        form.querySelector('[data-follow-up]').hidden = typed.outcome !== 'NEEDS_FOLLOW_UP';
        return typed;
    };
    read();
    form.addEventListener('input', (event) => {
        if (event.target.name === 'q') { return; }
        read();
        clearTimeout(waiting);
        if (edited) { return; }
        waiting = setTimeout(() => {
            drafting = keepDraft(state.own, household || request || '', typed).then(() => { form.dataset.kept = ''; }, () => null);
        }, REST);
    });
    form.addEventListener('submit', async (event) => {
        event.preventDefault();
        const button = form.querySelector('button.primary');
        if (button.disabled || !whole(form, read())) { return; }
        button.disabled = true;
        clearTimeout(waiting);
        const made = commands(state, typed, edited);
        try {
            await keep(state.own, ...made);
        } catch (e) {
            button.disabled = false;
            if (!edited) { keepDraft(state.own, household || request || '', typed).catch(() => null); }
            await unkept(form, made);
            return;
        }
        await drafting;
        await endDraft(state.own, household || request || '').catch(() => null);
        await kept(made.find((each) => each.body.command === 'record-assistance'));
    });
    show(form);
}
