// The phone's clock is a claim: how far it is off is measured at each contact, and put right where it can be.

import { START } from './field-items.js';

const DAY = 24 * 3600 * 1000;

let offset = null;

/** How far the server's clock is before this phone's, as told at a contact of this start. */
export function measured(at, asked) {
    offset = Date.parse(at) - (asked + Date.now()) / 2;
    return offset;
}

export const skew = () => offset;

/** Another account measures anew. */
export function forget() { offset = null; }

/**
 * What a record says of its time is fixed before it is first sent, so that it is the same however often it is: the
 * phone's time, corrected if the clock was measured since this page was started, in which it was made.
 */
export function fixed(each) {
    if (each.body.fixed) { return each; }
    const payload = { ...each.body.payload };
    if (payload.content && !each.body.dayOnly) {
        const at = each.body.start === START && offset !== null ? each.at + offset : each.at;
        payload.content = { ...payload.content, occurredAt: new Date(at).toISOString() };
        if (Date.now() + (offset || 0) - at > DAY && !payload.reason) { payload.reason = 'OFFLINE'; }
    }
    return { ...each, body: { ...each.body, payload, fixed: true } };
}
