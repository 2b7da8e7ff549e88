// The page of the field: takes a new version, and asks who uses this phone.

import { contact, enter, people, setUp } from './field-door.js';
import { changed, lock, opened, state } from './field-own.js';
import { look, on, part, show } from './field-part.js';

const LONG = 15 * 60 * 1000;
const INSIDE_ANOTHER = /Zalo|FBAN|FBAV|FB_IAB|Instagram/;
const SCOPE = '/field';

/** A version that was loaded before is taken now, before anything is shown to type into. */
async function takeNew() {
    const before = await navigator.serviceWorker.getRegistration(SCOPE);
    if (!before || !before.waiting || !before.active) { return; }
    const taken = new Promise((done) => { navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }); });
    before.waiting.postMessage('take');
    await taken;
    location.reload();
    await new Promise(() => {});
}

/** The worker that keeps this page, in the language in which it is open; a later version is only told of. */
async function keepPage() {
    const registration = await navigator.serviceWorker.register(`/sw.js?${document.documentElement.lang}`, { scope: SCOPE, updateViaCache: 'none' });
    registration.addEventListener('updatefound', () => {
        const next = registration.installing;
        next.addEventListener('statechange', () => {
            state.update = next.state === 'installed' && !!registration.active;
            changed();
        });
    });
}

function insideAnother() {
    const shown = show(part('browser'));
    const address = shown.querySelector('[data-address]');
    address.value = location.origin + location.pathname;
    on(shown, '[data-copy]', 'click', () => {
        address.select();
        document.execCommand('copy');
    });
}

/** Whoever has signed in anew, or is the first of this phone, makes it theirs. */
async function who() {
    const known = await people();
    const signedIn = known.length && !location.search.includes('new') ? null : await contact(false).catch(() => null);
    if (signedIn && !known.some((each) => each.account === signedIn.account)) {
        await setUp(signedIn.account, opened);
    } else if (known.length) {
        await enter(opened);
    } else {
        show(part('sign-in'));
    }
}

async function start() {
    look();
    if (INSIDE_ANOTHER.test(navigator.userAgent)) {
        insideAnother();
    } else if (!window.isSecureContext || !navigator.serviceWorker || !window.indexedDB || !crypto.subtle) {
        show(part('insecure'));
    } else {
        await takeNew();
        keepPage().catch(() => null);
        await who();
    }
}

let hiddenAt = 0;
document.addEventListener('visibilitychange', () => {
    if (document.hidden) { hiddenAt = Date.now(); } else if (state.own && hiddenAt && Date.now() - hiddenAt > LONG) { lock(); }
});
start();
