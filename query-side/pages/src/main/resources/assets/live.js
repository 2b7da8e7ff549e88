// Keeps an open page up to date: listens to /api/live, of which a browser has one for all its pages, and shows the page anew when a
// commit touched what it rests on. A reader who is busy in the page is not disturbed but offered the change.
import { swap } from './swap.js';

const ANNOUNCE_EACH = 30_000;
const AGAIN = 10_000;
const channel = 'BroadcastChannel' in window ? new BroadcastChannel('soto-live') : null;
const live = document.getElementById('live');
const offer = document.getElementById('outdated');
let last = null;
let wanted = 0;
let announced = -ANNOUNCE_EACH;
let stream = null;
let retry = 0;

const answer = () => document.getElementById('answer');
const rests = () => (answer()?.dataset.touches ?? '').split(' ').filter(Boolean);
const shown = () => Number(answer()?.dataset.commit || 0);

const meets = (touched) =>
    touched === 'all' ||
    rests().some((mine) => touched.some((each) => mine === each || mine.startsWith(`${each}/`) || each.startsWith(`${mine}/`)));

/** Whether something would be lost: a place, a selection, what was opened or typed. */
const busy = () => {
    const here = answer();
    const selection = document.getSelection();
    return (
        (document.activeElement !== here && here.contains(document.activeElement)) ||
        (selection && !selection.isCollapsed && here.contains(selection.anchorNode)) ||
        here.querySelector('details[open]') !== null
    );
};

const announce = (changed) => {
    const now = performance.now();
    if (changed > 0 && now - announced >= ANNOUNCE_EACH) {
        announced = now;
        live.textContent = live.dataset.changed.replace('{0}', changed);
    }
};

/** Figures that did not change say up to when. */
const moveHead = (message) => {
    const head = answer()?.querySelector('[data-live]');
    if (head && message.at) {
        const language = document.documentElement.lang === 'en' ? 'en-GB' : 'vi-VN';
        const at = new Date(message.at);
        const zone = { timeZone: 'Asia/Ho_Chi_Minh' };
        const time = at.toLocaleTimeString('en-GB', zone);
        const day = at.toLocaleDateString('en-GB', zone);
        head.textContent = head.dataset.live
            .replace('{0}', message.commit.toLocaleString(language))
            .replace('{1}', `${time} ${day}`);
    }
};

const update = async () => {
    if (wanted <= shown() || document.hidden) {
        return;
    }
    if (busy()) {
        offer.hidden = false;
        return;
    }
    offer.hidden = true;
    const asked = wanted;
    const result = await swap(location.href, `atLeast=${asked}`);
    if (result) {
        announce(result.changed);
    }
};

const told = (message) => {
    last = message;
    if (rests().length === 0 || message.commit <= shown()) {
        return;
    }
    if (meets(message.touched)) {
        wanted = Math.max(wanted, message.commit);
        update();
    } else if (wanted <= shown()) {
        moveHead(message);
    }
};

const connection = (lost) => {
    document.body.classList.toggle('offline', lost);
    if (lost) {
        live.textContent = live.dataset.lost;
    }
};

const listen = () => {
    clearTimeout(retry);
    stream?.close();
    stream = new EventSource('/api/live');
    stream.addEventListener('open', () => connection(false));
    stream.addEventListener('commit', (event) => {
        const message = JSON.parse(event.data);
        channel?.postMessage(message);
        told(message);
    });
    stream.addEventListener('error', () => {
        // The browser itself tries again after a connection that broke, but not after a refusal.
        if (stream.readyState === EventSource.CLOSED) {
            connection(true);
            retry = setTimeout(listen, AGAIN);
        }
    });
};

channel?.addEventListener('message', ({ data }) => {
    if (data.ask) {
        // Who asks may have missed what was touched since its page was made.
        if (stream && last) {
            channel.postMessage({ ...last, touched: 'all' });
        }
    } else {
        told(data);
    }
});
offer.addEventListener('click', async () => {
    offer.hidden = true;
    const result = await swap(location.href, `atLeast=${wanted}`);
    if (result) {
        announce(result.changed);
        answer().focus();
    }
});
document.addEventListener('visibilitychange', update);
document.addEventListener('focusout', () => queueMicrotask(() => offer.hidden || busy() || update()));

if (rests().length > 0) {
    if (channel && navigator.locks) {
        channel.postMessage({ ask: true });
        // Held until this page is left; then another page of the browser listens.
        navigator.locks.request('soto-live', () => {
            listen();
            return new Promise(() => {});
        });
    } else {
        const whileVisible = () => (document.hidden ? stream?.close() : listen());
        document.addEventListener('visibilitychange', whileVisible);
        whileVisible();
    }
}
