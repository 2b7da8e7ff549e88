// Puts what an address answers now in place of what the page shows, without leaving the page.

let underWay = null;

const answer = () => document.getElementById('answer');

const place = (figure) => `${figure.dataset.of ?? ''}#${figure.dataset.at}`;

/** Values by the place in an answer that each names. */
const figures = (within) =>
    new Map([...within.querySelectorAll('data[data-at]')].map((each) => [place(each), each.getAttribute('value')]));

/** Marks the figures that differ from those before, and returns how many do; one that is shown twice counts once. */
const marked = (before, after) => {
    const changed = new Set();
    after.querySelectorAll('data[data-at]').forEach((figure) => {
        const earlier = before.get(place(figure));
        if (earlier !== undefined && earlier !== figure.getAttribute('value')) {
            figure.classList.add('changed');
            changed.add(place(figure));
        }
    });
    return changed.size;
};

/** What the reader opened and where they are stays as it was. */
const keep = (before, after) => {
    before.querySelectorAll('details[id]').forEach((each) => {
        const same = after.querySelector(`#${CSS.escape(each.id)}`);
        if (same) {
            same.open = each.open;
        }
    });
};

/**
 * Asks for a page and shows it here; a later call ends an earlier one. With extra parameters it is the same page, of which only the part
 * that tells the answer is sent.
 * @returns where the page came from, and how many figures changed; null if it is not shown: an earlier page stays
 */
export const swap = async (address, extra = '') => {
    underWay?.abort();
    const mine = new AbortController();
    underWay = mine;
    const url = new URL(address, location.href);
    const asked = new URL(url);
    new URLSearchParams(extra).forEach((value, name) => asked.searchParams.set(name, value));
    let response;
    let text;
    try {
        const headers = extra ? { Accept: 'text/html', 'HX-Request': 'true' } : { Accept: 'text/html' };
        response = await fetch(asked, { headers, signal: mine.signal });
        text = await response.text();
    } catch {
        return null;
    }
    if (underWay !== mine || !response.ok) {
        return null;
    }
    const page = new DOMParser().parseFromString(text, 'text/html');
    const next = page.getElementById('answer');
    if (!next) {
        return null;
    }
    const old = answer();
    const focused = old.contains(document.activeElement) ? document.activeElement.id : '';
    const changed = marked(figures(old), next);
    keep(old, next);
    old.replaceWith(document.adoptNode(next));
    if (!extra) {
        document.body.className = page.body.className;
        document.title = page.title;
    }
    document.dispatchEvent(new CustomEvent('soto:shown'));
    document.getElementById(focused)?.focus({ preventScroll: true });
    const shown = new URL(response.url);
    new URLSearchParams(extra).forEach((value, name) => shown.searchParams.delete(name));
    return { address: shown.pathname + shown.search, changed };
};
