// What a visit is as commands.

import { item } from './field-items.js';
import { dayOf, folded, word } from './field-part.js';

/** Before the unit in which help to somebody in no list counts. */
export const WALK_IN = 'walk-in:';

/** Before the reference of a household that this phone does not have in its list. */
export const REFERENCE = 'reference:';

const RESULT = 'result.';
const MIDNIGHT = 'T00:00:00+07:00';

function content(typed, today) {
    const said = { services: typed.services, channel: typed.channel, mode: typed.mode, outcome: typed.outcome };
    if (typed.day && typed.day !== today) { said.occurredAt = new Date(typed.day + MIDNIGHT).toISOString(); }
    if (typed.followUp && typed.outcome === 'NEEDS_FOLLOW_UP') { said.followUp = typed.followUp; }
    return said;
}

const isReference = (household) => (household || '').startsWith(REFERENCE);

/** Who helps for which team, as the list of the day says; without a list it is said when there is one. */
function by(pack, household) {
    const team = (pack.households.find((each) => each.household === household) || {}).team || pack.teams[0];
    return pack.member ? { team, helpers: [pack.member] } : {};
}

/** Whether what an item says can be sent: one that was made without a list waits for the next. */
export const whole = ({ body }) => body.command !== 'record-assistance' || !!(body.payload.helpers && !isReference(body.payload.household));

/** The same item by the list of the day, which has the household of its reference, or has not. */
export function completed(item, pack) {
    const { payload } = item.body;
    const code = isReference(payload.household) && folded(payload.household.slice(REFERENCE.length)).replace(/ /g, '');
    const found = code && pack.households.find((each) => folded(each.reference).replace(/ /g, '') === code);
    if (code && !found) { return { ...item, state: 'needs', body: { ...item.body, answer: { status: 'absent', detail: word('no-such', payload.household.slice(REFERENCE.length)) } } }; }
    const household = found ? found.household : payload.household;
    const typed = { ...item.body.typed, household: found ? household : item.body.typed.household };
    return { ...item, body: { ...item.body, about: household, typed, payload: { ...payload, ...by(pack, household), ...found && { household } } } };
}

function record(typed, pack, today) {
    const walkIn = typed.household.startsWith(WALK_IN);
    const payload = { ...by(pack, typed.household), content: content(typed, today) };
    payload[walkIn ? 'walkIn' : 'household'] = walkIn ? typed.household.slice(WALK_IN.length) : typed.household;
    if (typed.note && !walkIn) { payload.note = typed.note; }
    if (typed.reason) { payload.reason = typed.reason; }
    const results = Object.keys(typed).filter((name) => name.startsWith(RESULT) && typed[name].trim());
    if (results.length) { payload.results = results.map((name) => ({ kind: name.slice(RESULT.length), count: Number(typed[name]) })); }
    return payload;
}

/**
 * The items of a visit. Of a request it is taken first and settled afterwards, each once the one before is recorded. A
 * visit that is mended keeps its id and its time: should the server have it after all, it is not recorded twice.
 */
export function commands({ own, pack }, typed, mended) {
    const about = typed.household.startsWith(WALK_IN) ? '' : typed.household;
    const today = dayOf(Date.now());
    const request = mended ? null : pack.requests.find((each) => each.request === typed.request);
    const takes = request && !request.mine
        ? [item(own, 'take-support-request', { request: request.request, team: by(pack, about).team, member: pack.member, takenOn: today }, about)] : [];
    const payload = record(typed, pack, today);
    const visit = item(own, 'record-assistance', payload, about, takes.length ? takes[0].id : undefined);
    if (mended) { Object.assign(visit, { id: mended.id, at: mended.at }); }
    payload.assistance = visit.id;
    Object.assign(visit.body, { dayOnly: !!payload.content.occurredAt, typed: { ...typed } });
    const settles = request && typed.outcome !== 'NEEDS_FOLLOW_UP'
        ? [item(own, 'resolve-support-request', {
            request: request.request, outcome: typed.outcome === 'DONE' ? 'DONE' : 'PARTLY_DONE', assistance: visit.id, resolvedOn: today,
        }, about, visit.id)] : [];
    return [...takes, visit, ...settles];
}
