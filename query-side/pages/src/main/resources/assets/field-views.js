// The day, the households and the queue, as this phone knows them.

import { skew } from './field-clock.js';
import { device } from './field-db.js';
import { lines, move, waits } from './field-items.js';
import { dayOf, file, fill, folded, on, part, renew, said, sentence, show, timeOf, word } from './field-part.js';
import { REFERENCE, WALK_IN } from './field-record.js';
import { send } from './field-send.js';

const MUCH = 5 * 60 * 1000;
const FEW = 5;

const household = (state, id) => state.pack.households.find((each) => each.household === id);

/** What a household is called here: by name while names are carried, otherwise by its reference. */
export function called(state, id) {
    if (id && id.startsWith(REFERENCE)) { return id.slice(REFERENCE.length); }
    const found = id && household(state, id);
    return found ? found.name || found.reference : word(id && !id.startsWith(WALK_IN) ? 'gone' : 'walk-in');
}

/** Its reference, where it is and whether it was helped. */
export function note(state, { household: id, reference, name, unit, helped }) {
    const place = state.pack.units.find((each) => each.unit === unit);
    const now = helped || state.items.some((each) => each.body.about === id && each.state === 'recorded');
    return [name && reference, place && place.name, word(now ? 'helped' : 'not-helped')].filter((each) => each).join(' · ');
}

/** A service as it is called on this phone: one that stands for its whole category by that. */
export const named = ({ code, category, name }) => (code === category.toLowerCase().replace(/_/g, '-') ? word(category) : name);

const service = (state, code) => {
    const found = state.pack.services.find((each) => each.code === code);
    return found ? named(found) : code;
};

/** What an item is about in a line. */
export const about = (state, each) =>
    [called(state, each.body.about), ...(each.body.payload.content || { services: [] }).services.map((code) => service(state, code))].join(' · ');

function row(title, text, link) {
    const made = fill(part('row'), { title, text });
    made.querySelector('[data-do]').href = link;
    return made;
}

const tasks = (state, today) => [
    ...state.pack.due.filter((each) => each.on <= today).map((each) => row(called(state, each.household),
        [each.on === today ? word('due') : word('due-past', said(each.on)), ...each.services.map((code) => service(state, code))].join(' · '),
        `#visit?household=${each.household || ''}`)),
    ...state.pack.requests.map((each) => row(each.household ? called(state, each.household) : word('asker'),
        [word('request', said(each.receivedOn)), ...each.topics.map((topic) => word(topic)), each.dueOn < today && word('overdue')].filter((text) => text).join(' · '),
        `#visit?household=${each.household || ''}&request=${each.request}`)),
    ...state.pack.households.filter((each) => !each.helped).slice(0, FEW).map((each) =>
        row(each.name || each.reference, note(state, each), `#visit?household=${each.household}`)),
];

/** What a person should know now: a clock that is wrong, a version that waits, a list that is missing. */
function told(state) {
    const minutes = Math.round(Math.abs(skew() || 0) / 60000);
    return [minutes * 60000 > MUCH && word('skew', minutes), state.update && word('update'), !state.known && word('no-pack')].filter((each) => each).join(' ');
}

export function day(state) {
    const today = dayOf(Date.now());
    const shown = part('day');
    fill(shown, {
        title: `${word('today')}, ${sentence(today)}`,
        note: told(state),
        recorded: String(state.items.filter((each) => each.state === 'recorded' && each.body.command === 'record-assistance').length),
        helped: `${state.pack.households.filter((each) => each.helped).length} / ${state.pack.households.length}`,
    });
    shown.querySelector('[data-due]').append(...tasks(state, today));
    show(shown);
}

/** Whether somebody looks for a household in the list just now: then it stays as it is. */
export const searching = () => {
    const field = document.querySelector('#view [name=q]');
    return field && (field.value || field === document.activeElement);
};

export function households(state, names) {
    const shown = fill(part('households'), { note: state.pack.namesUntil ? word('names-until') : '' });
    const list = (searched) => {
        const words = folded(searched);
        const code = words.replace(/ /g, '');
        renew(shown.querySelector('[data-list]'), ...state.pack.households
            .filter((each) => folded(each.reference).replace(/ /g, '').includes(code) || (each.name && ` ${folded(each.name)}`.includes(` ${words}`)))
            .map((each) => row(each.name || each.reference, note(state, each), `#visit?household=${each.household}`)));
    };
    on(shown, 'input', 'input', (event) => list(event.target.value));
    on(shown, '[data-names]', 'click', () => names(!state.pack.namesUntil)).textContent = word(state.pack.namesUntil ? 'names-drop' : 'names-carry');
    list('');
    show(shown);
}

/** The fate of an item in words; none says where a household is now. */
export function fate(each) {
    const answer = each.body.answer || {};
    const warned = (answer.warnings || []).map((warning) => warning.code);
    if (each.state === 'recorded' && warned.includes('ASSISTANCE_IS_ROUTED_TO_ANOTHER_MEMBER')) { return word('moved-on'); }
    if (each.state === 'recorded' && warned.includes('ASSISTANCE_AWAITS_CONFIRMATION')) { return word('awaits'); }
    return word(`fate-${each.state}`);
}

const MOVED = ['HELPING_TEAM_COVERS_HOUSEHOLD'];
const OUT_OF_REACH = ['not-allowed', 'absent'];

function detail(each, state) {
    const answer = each.body.answer || {};
    if (each.state === 'recorded') { return word('sent-as', answer.commit); }
    const after = each.body.after && state.items.find((other) => other.id === each.body.after);
    if (waits(each)) { return after && after.state !== 'recorded' ? word('follows') : ''; }
    return MOVED.includes(answer.rule) || (answer.problem && each.body.about && OUT_OF_REACH.includes(answer.status)) ? word('moved') : answer.detail || '';
}

function itemRow(state, each) {
    const content = each.body.payload.content;
    const typed = (content ? content.services : []).map((code) => service(state, code)).join(', ');
    const shown = fill(part('item'), {
        title: called(state, each.body.about), fate: fate(each), detail: detail(each, state),
        text: [`${said(dayOf(each.at))} ${timeOf(each.at)}`, typed].filter((text) => text).join(' · '),
    });
    shown.dataset.state = each.state;
    shown.dataset.id = each.id;
    const decided = each.state === 'needs' || each.state === 'refused' || each.state === 'apart';
    const edit = shown.querySelector('[data-edit]');
    edit.href = `#visit?edit=${each.id}`;
    edit.hidden = !decided || !content;
    on(shown, '[data-apart]', 'click', () => move(each, 'apart').then(state.changed)).hidden = each.state === 'recorded' || each.state === 'apart';
    on(shown, '[data-send]', 'click', () => move(each, 'waiting').then(state.changed).then(send)).hidden = each.state === 'recorded';
    return shown;
}

export function queue(state) {
    const shown = fill(part('queue'), { note: state.othersWaiting ? word('waiting-of-others', state.othersWaiting) : '' });
    shown.querySelector('[data-list]').append(...state.items.slice().reverse().map((each) => itemRow(state, each)));
    on(shown, '[data-file]', 'click', async () => file(lines(state.items.filter((each) => each.state !== 'recorded'), await device())));
    show(shown);
}
