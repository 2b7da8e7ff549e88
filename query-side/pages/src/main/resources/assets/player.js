// Plays a team's history: keys, and going on by itself. Each step is a page of its own, fetched as a part; none is skipped.

const SPEED = 'soto-player-speed';
const ready = new Map();
const speed = () => Number(sessionStorage.getItem(SPEED) || 2);
let timer = 0;
let playing = false;
let stopsAtMarks = false;

const parsed = (text) => new DOMParser().parseFromString(text, 'text/html');
const link = (name) => document.querySelector('a[data-step="' + name + '"]');

function fetched(address) {
    if (!ready.has(address)) {
        const page = fetch(address, {headers: {'HX-Request': 'true', Accept: 'text/html'}}).then((response) => {
            if (!response.ok) {
                throw new Error(String(response.status));
            }
            return response.text();
        });
        page.catch(() => ready.delete(address));
        ready.set(address, page);
    }
    return ready.get(address);
}

/** The next two steps are fetched while this one is read. */
function prefetch() {
    const next = link('on');
    if (next) {
        fetched(next.href).then((text) => {
            const after = parsed(text).querySelector('a[data-step="on"]');
            return after && fetched(new URL(after.getAttribute('href'), location.href).href);
        }).catch(() => {});
    }
}

async function go(address, name) {
    const text = await fetched(address);
    ready.delete(address);
    const next = parsed(text).getElementById('answer');
    const focused = document.activeElement;
    const onPlay = focused.closest('[data-play-controls]');
    document.getElementById('answer').replaceWith(document.adoptNode(next));
    // The moment shown is always the one that is copied.
    history.replaceState(null, '', address);
    document.dispatchEvent(new CustomEvent('soto:shown'));
    const again = onPlay ? document.querySelector('[data-play]') : document.querySelector('[data-step="' + name + '"]');
    if (focused !== document.body && again) {
        again.focus({preventScroll: true});
    }
    if (!playing) {
        say(document.querySelector('[data-announce]'));
    }
    prefetch();
}

function say(from) {
    if (from) {
        document.getElementById('live').textContent = Array.from(from.querySelectorAll('.sentence'), (line) => line.textContent).join('. ');
    }
}

function step(name) {
    const to = link(name);
    return to ? go(to.href, name).catch(() => { location.href = to.href; }) : Promise.resolve();
}

function stop() {
    playing = false;
    clearTimeout(timer);
    controls();
}

async function play() {
    const begun = performance.now();
    await step('on');
    const mark = document.querySelector('[data-stop-at-marks]').checked && document.querySelector('.step[data-mark]');
    if (!playing || !link('on') || mark) {
        stop();
        say(document.querySelector('[data-announce]'));
        return;
    }
    timer = setTimeout(play, Math.max(0, 1000 / speed() - (performance.now() - begun)));
}

function toggle() {
    if (playing) {
        stop();
    } else if (link('on')) {
        playing = true;
        controls();
        play();
    }
}

/** The part of the page that only a script can serve, made anew with each step. */
function controls() {
    const bar = document.querySelector('[data-play-controls]');
    if (!bar) {
        return;
    }
    bar.hidden = false;
    const button = bar.querySelector('[data-play]');
    button.textContent = playing ? button.dataset.pause : button.dataset.again;
    button.disabled = !link('on');
    const chosen = bar.querySelector('[data-speed]');
    chosen.value = String(speed());
    chosen.onchange = () => sessionStorage.setItem(SPEED, chosen.value);
    const marks = bar.querySelector('[data-stop-at-marks]');
    marks.checked = stopsAtMarks;
    marks.onchange = () => { stopsAtMarks = marks.checked; };
    button.onclick = toggle;
}

document.addEventListener('click', (event) => {
    const to = event.target.closest('a[data-step]');
    if (to && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
        event.preventDefault();
        stop();
        step(to.dataset.step);
    }
});

const KEYS = {ArrowLeft: ['back', 'back-ten'], ArrowRight: ['on', 'on-ten'], Home: ['first', 'first'], End: ['last', 'last']};

document.addEventListener('keydown', (event) => {
    if (event.target.closest('input, textarea, select') || event.ctrlKey || event.metaKey || event.altKey) {
        return;
    }
    if (KEYS[event.key]) {
        event.preventDefault();
        stop();
        step(KEYS[event.key][event.shiftKey ? 1 : 0]);
    } else if (event.key === ' ' && !event.target.closest('button, a, summary')) {
        event.preventDefault();
        toggle();
    } else if (event.key === 'd' || event.key === 'y') {
        const to = document.querySelector(event.key === 'd' ? 'a[data-diff]' : '.step a[data-copy]');
        to?.click();
    }
});

document.addEventListener('soto:shown', controls);
controls();
prefetch();
if (new URLSearchParams(location.search).get('play') === 'yes') {
    toggle();
}
