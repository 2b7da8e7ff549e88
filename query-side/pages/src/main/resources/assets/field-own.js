// The part of the phone that is open: what it holds, its views, and its contacts with the server.

import { contact, session, signIn } from './field-door.js';
import { counts, endPack, itemsOf, keepPack, packOf, waits } from './field-items.js';
import { more } from './field-more.js';
import { fill, part, show, word } from './field-part.js';
import { connection, lost, send, sendFor } from './field-send.js';
import { tell, unlocked } from './field-told.js';
import { about, day, fate, households, queue, searching } from './field-views.js';
import { visit } from './field-visit.js';

const NOTHING = { teams: [], units: [], households: [], due: [], requests: [], services: [] };

export const state = { own: null, pack: NOTHING, known: false, items: [], othersWaiting: 0, update: false, devices: [], changed };

const net = document.getElementById('net');

/** The list of the day ends; what waits stays. */
async function endList() {
    await endPack(state.own);
    Object.assign(state, { pack: NOTHING, known: false });
}

/** Tells how much waits here; where that cannot be told now the next contact does. */
async function told(own) {
    state.devices = await tell(own).catch(async (e) => {
        if (e.message !== 'locked') { return state.devices; }
        await endList();
        throw e;
    });
}

/** A contact of the part that is open: today's pack, and how far the clock is off. */
async function meet(names) {
    const own = state.own;
    const pack = await contact(names);
    if (pack && pack.account !== own.account) { throw new Error('other'); }
    await told(own);
    await unlocked(own);
    if (!pack) { return endList(); }
    await keepPack(own, pack).catch(() => null);
    return own === state.own && Object.assign(state, { pack, known: true });
}

/**
 * Makes a contact and sends; a session that has ended, or is another's, is begun with the PIN if it was just typed. Where
 * the server takes that PIN no more, as of a phone that was reported lost, the list ends here.
 */
async function refresh(names, pin) {
    try {
        await meet(names);
        await send();
    } catch (e) {
        const refused = (e.message === 'session' || e.message === 'other') && pin ? await signIn(state.own.login, pin) : null;
        if (refused === '') { return refresh(names); }
        if (refused === word('pin-server')) { await endList(); }
        lost(e.message);
    }
    return changed();
}

export async function changed() {
    if (!state.own) { return; }
    state.items = await itemsOf(state.own);
    const counted = await counts();
    counted.delete(state.own.queue);
    state.othersWaiting = Array.from(counted.values()).reduce((sum, each) => sum + each, 0);
    shownState();
    const view = place().view;
    if (view === 'queue' || (view === 'households' && !searching()) || (view === 'day' && !document.querySelector('[data-session]'))) { route(); }
    document.querySelectorAll('[data-receipt]').forEach((each) => shownFate(each, state.items.find((found) => found.id === each.dataset.receipt)));
}

/** The state of connection and queue, above every view. */
function shownState() {
    const waiting = state.items.filter(waits).length;
    const how = navigator.onLine ? connection() : 'offline';
    net.textContent = word({ idle: 'online', other: 'other-session' }[how] || how);
    net.dataset.state = how;
    net.hidden = false;
    document.getElementById('waiting').textContent = waiting ? word('waiting', waiting) : word('all-sent');
    const asks = how === 'session' || how === 'other';
    const shown = document.querySelector('[data-session]');
    if (asks && !shown) {
        const form = session(state.own, word(how === 'other' ? 'other-session' : how), () => {
            form.remove();
            return refresh(!!state.pack.namesUntil);
        });
        form.dataset.session = '';
        document.getElementById('view').before(form);
    }
    if (!asks && shown) { shown.remove(); }
}

function shownFate(receipt, item) {
    fill(receipt, { fate: item.state === 'recorded' ? `${fate(item)} · ${word('sent-as', item.body.answer.commit)}` : fate(item) });
    receipt.dataset.state = item.state;
}

async function kept(item) {
    const receipt = fill(part('kept'), { text: about(state, item) });
    receipt.dataset.receipt = item.id;
    shownFate(receipt, item);
    history.replaceState(null, '', '#kept');
    show(receipt).focus();
    if (navigator.storage && navigator.storage.persist) { navigator.storage.persist(); }
    await changed();
    send();
}

const place = () => {
    const [view, given] = location.hash.slice(1).split('?');
    return { view: view || 'day', given: new URLSearchParams(given || '') };
};

function route() {
    if (!state.own) { return; }
    const { view, given } = place();
    document.querySelectorAll('#tabs a').forEach((tab) => {
        if (tab.hash === `#${view}`) { tab.setAttribute('aria-current', 'page'); } else { tab.removeAttribute('aria-current'); }
    });
    const views = {
        day, queue,
        more: () => more(state, lock),
        visit: () => visit(state, Object.fromEntries(given), kept),
        households: () => households(state, (names) => refresh(names).then(route)),
    };
    (views[view] || (() => {}))(state);
}

export async function opened(own, pin) {
    const pack = await packOf(own);
    Object.assign(state, { own, pack: pack || NOTHING, known: !!pack, devices: [] });
    document.getElementById('tabs').hidden = false;
    document.getElementById('who').textContent = own.login;
    sendFor(own, { changed, pack: () => (state.known ? state.pack : null), meet: () => meet(!!state.pack.namesUntil), told: () => told(own) });
    await changed();
    route();
    refresh(!!state.pack.namesUntil, pin);
}

/** Closes the part that is open: its key and all that it showed leave this page. */
export function lock() {
    sendFor(null);
    location.replace(location.pathname);
}

window.addEventListener('hashchange', route);
window.addEventListener('offline', shownState);
