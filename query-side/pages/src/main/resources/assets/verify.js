// Lets the reader's own machine recompute the chain from raw leaves and compare it with the hash that the reader holds.
import {Difference, add, begin, bytes, hex} from './verify-chain.js';

const AT_ONCE = 500;
const KEPT = 'soto-verify';
const part = (name) => document.querySelector('[data-verify="' + name + '"]');
const say = (name, ...values) => values.reduce((text, value, i) => text.split('{' + i + '}').join(value),
    document.querySelector('[data-say="' + name + '"]').textContent);
const locale = document.documentElement.lang === 'en' ? 'en-GB' : 'vi-VN';
const number = (value) => value.toLocaleString(locale);

let state = null;
let held = null;
let running = false;

/** What was computed is kept while the browser's tab lives, so that a reload goes on where it stopped. */
function keep() {
    sessionStorage.setItem(KEPT, JSON.stringify({...state, at: state.at, chain: hex(state.chain), held}));
}

function kept() {
    try {
        const read = JSON.parse(sessionStorage.getItem(KEPT));
        return read && read.number > 0 ? {...read, chain: bytes(read.chain)} : null;
    } catch (e) {
        return null;
    }
}

async function leaves(from) {
    const headers = {Accept: 'application/x-ndjson, application/problem+json', 'Accept-Language': document.documentElement.lang};
    const response = await fetch('/api/leaves?from=' + from + '&to=' + (from + AT_ONCE - 1), {headers});
    const text = await response.text();
    if (!response.ok) {
        let detail = String(response.status);
        try {
            detail = JSON.parse(text).detail || detail;
        } catch (e) {
            // The status has to do.
        }
        throw new Error(detail);
    }
    return {origin: response.headers.get('Soto-Origin') || '', lines: text.split('\n').filter(Boolean).map((line) => JSON.parse(line))};
}

function show(kind, text) {
    const result = part('result');
    result.hidden = false;
    result.className = kind;
    result.textContent = text;
}

function finished() {
    if (held && held.number > state.number) {
        throw new Difference(state.number + 1, 'missing');
    }
    const head = hex(state.chain);
    part('head').textContent = head;
    part('head-line').hidden = false;
    show('receipt', held ? say('good', number(held.number), number(state.number)) : say('consistent', number(state.number)));
    sessionStorage.removeItem(KEPT);
}

async function run() {
    running = true;
    buttons();
    const start = performance.now();
    const already = state ? state.number : 0;
    try {
        for (let more = true; more && running;) {
            const page = await leaves(state ? state.number + 1 : 1);
            state = state || await begin(page.origin);
            if (page.origin !== state.origin) {
                throw new Difference(state.number + 1, 'origin', page.origin, state.origin);
            }
            state = await add(state, page.lines, held);
            keep();
            const speed = Math.round((state.number - already) * 1000 / Math.max(1, performance.now() - start));
            part('bar').max = Math.max(Number(part('bar').dataset.head), state.number);
            part('bar').value = state.number;
            part('count').textContent = say('progress', number(state.number), number(speed));
            more = page.lines.length > 0;
            if (!more) {
                finished();
            }
        }
        if (!running) {
            show('', say('stopped', number(state.number)));
        }
    } catch (e) {
        if (e instanceof Difference) {
            show('problem', say(e.kind === 'held' ? 'differs-held' : 'differs', number(e.number), say('kind.' + e.kind), e.said || '–', e.computed || '–'));
            sessionStorage.removeItem(KEPT);
            state = null;
        } else {
            show('problem', say('failed', e.message));
        }
    }
    running = false;
    buttons();
}

function buttons() {
    part('start').hidden = running;
    part('stop').hidden = !running;
    part('start').textContent = say(state && state.number && part('head-line').hidden ? 'continue' : 'start');
    part('progress').hidden = !running && !state;
}

function submitted(event) {
    event.preventDefault();
    const form = new FormData(part('form'));
    const chain = String(form.get('chain')).trim().toLowerCase();
    const now = chain ? {number: Number(form.get('commit')), chain} : null;
    const same = JSON.stringify(now) === JSON.stringify(held);
    if (!same || !part('head-line').hidden) {
        state = null;
    }
    held = now;
    part('result').hidden = true;
    part('head-line').hidden = true;
    run();
}

if (!window.crypto || !crypto.subtle) {
    part('no-crypto').hidden = false;
} else {
    part('work').hidden = false;
    part('form').addEventListener('submit', submitted);
    part('stop').addEventListener('click', () => { running = false; });
    const before = kept();
    const chosen = part('form').elements;
    if (before && (!chosen.chain.value || (before.held && before.held.chain === chosen.chain.value))) {
        ({held, ...state} = before);
        chosen.chain.value = held ? held.chain : '';
        chosen.commit.value = held ? held.number : chosen.commit.value;
        show('', say('stopped', number(state.number)));
    }
    buttons();
}
