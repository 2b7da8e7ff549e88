// The slider over the days of the ledger, with marks at moments worth going back to. Without it the same moments are reached by the
// links and fields beside it.
import { swap } from './swap.js';

const REST = 150;
const DAY = 86_400_000;
const known = new Map();
let rest = 0;

const number = (day) => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);
const iso = (days) => new Date(days * DAY).toISOString().slice(0, 10);
const written = (days) => iso(days).split('-').reverse().join('/');

const at = (parameter, value) => {
    const address = new URL(location.href);
    address.searchParams.delete('asOf');
    address.searchParams.set(parameter, value);
    return address;
};

const go = async (address, how) => {
    clearTimeout(rest);
    const sliding = document.activeElement?.id === 'day';
    const result = await swap(address);
    if (result && sliding) {
        await ready();
        document.getElementById('day')?.focus({ preventScroll: true });
    }
    if (result && result.address !== location.pathname + location.search) {
        history[how]({ soto: true }, '', result.address);
    }
};

const moments = (address) => {
    if (!known.has(address)) {
        known.set(
            address,
            fetch(address, { headers: { Accept: 'application/json' } }).then((response) => (response.ok ? response.json() : null)),
        );
    }
    return known.get(address);
};

const mark = (moment, first, last) => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = at('asOf', moment.commit);
    link.textContent = `${moment.day.split('-').reverse().join('/')} ${moment.text}`;
    item.append(link);
    item.dataset.part = Math.round(((number(moment.day) - first) / Math.max(1, last - first)) * 100);
    return item;
};

const build = async (box) => {
    if (box.childElementCount > 0) {
        return;
    }
    const body = await moments(box.dataset.moments);
    if (!body || box.childElementCount > 0) {
        return;
    }
    const [first, last] = [number(body.answer.from), number(body.answer.to)];
    const label = document.createElement('label');
    const range = document.createElement('input');
    const day = document.createElement('output');
    Object.assign(range, { type: 'range', id: 'day', min: first, max: last, value: number(box.dataset.day) });
    const say = () => {
        day.textContent = written(range.valueAsNumber);
        range.setAttribute('aria-valuetext', day.textContent);
    };
    say();
    label.append(`${box.dataset.label} `, day, range);
    range.addEventListener('input', () => {
        say();
        clearTimeout(rest);
        rest = setTimeout(() => go(at('asOfDay', iso(range.valueAsNumber)), 'replaceState'), REST);
    });
    range.addEventListener('change', () => go(at('asOfDay', iso(range.valueAsNumber)), 'pushState'));
    range.addEventListener('keydown', (event) => {
        // With Shift a step is a month.
        const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
        if (step && event.shiftKey) {
            event.preventDefault();
            range.valueAsNumber += step * 30;
            range.dispatchEvent(new Event('input'));
        }
    });
    const marks = document.createElement('ol');
    marks.className = 'marks';
    marks.append(...body.answer.moments.map((moment) => mark(moment, first, last)));
    box.append(label, marks);
};

const ready = async () => {
    const details = document.getElementById('moment');
    const box = details?.querySelector('.slider');
    details?.addEventListener('toggle', () => box && details.open && build(box), { once: true });
    if (box && details.open) {
        await build(box);
    }
};

document.addEventListener('click', (event) => {
    const link = event.target.closest('.moment .marks a, .moment .steps a');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        go(link.href, 'pushState');
    }
});
document.addEventListener('soto:shown', ready);
addEventListener('popstate', (event) => event.state?.soto !== undefined && swap(location.href));
history.replaceState({ soto: true, ...history.state }, '');
ready();
