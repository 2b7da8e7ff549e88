// The parts of the page, which stand in it as templates with their words in its language.

const words = new Map();
document.querySelectorAll('template').forEach((each) =>
    each.content.querySelectorAll('[data-word]').forEach((word) => words.set(word.dataset.word, word.textContent)));

/** A word of the page, with a number or a name in it. */
export const word = (name, n) => (words.get(name) || name).replace('{n}', n);

export const part = (name) => document.getElementById(`t-${name}`).content.firstElementChild.cloneNode(true);

/** Fills in texts by their places; a place without a text is hidden. */
export function fill(element, texts) {
    Object.keys(texts).forEach((name) => {
        const place = element.querySelector(`[data-f="${name}"]`);
        place.textContent = texts[name] || '';
        place.hidden = !texts[name];
    });
    return element;
}

const view = document.getElementById('view');

/** Puts children in place of others. */
export function renew(element, ...children) {
    element.textContent = '';
    element.append(...children);
}

/** The first showing is marked for whoever measures how fast the page opens. */
export function show(shown) {
    renew(view, shown);
    if (!performance.getEntriesByName('field-shown').length) { performance.mark('field-shown'); }
    return shown;
}

export const on = (element, selector, event, act) => {
    const found = element.querySelector(selector);
    if (found) { found.addEventListener(event, act); }
    return found;
};

/** Days and times are those of Viet Nam, wherever the phone thinks it is. */
const VIETNAM = 7 * 3600 * 1000;
export const dayOf = (at) => new Date(at + VIETNAM).toISOString().slice(0, 10);
export const said = (day) => day.split('-').reverse().join('/');
export const timeOf = (at) => new Date(at + VIETNAM).toISOString().slice(11, 16);

export function sentence(day) {
    const name = new Date(`${day}T12:00:00Z`).toLocaleDateString(document.documentElement.lang, { weekday: 'long', timeZone: 'UTC' });
    return `${name} ${said(day)}`;
}

/** A text as a file: shared where the phone can, otherwise saved. */
export async function file(text) {
    const made = new File([text], `so-to-${dayOf(Date.now())}.ndjson.txt`, { type: 'text/plain' });
    if (navigator.canShare && navigator.canShare({ files: [made] })) {
        await navigator.share({ files: [made] }).catch(() => null);
        return;
    }
    const link = document.createElement('a');
    link.href = URL.createObjectURL(made);
    link.download = made.name;
    link.click();
    URL.revokeObjectURL(link.href);
}

/** Text without accents, signs and spaces between digits, as people search. */
export const folded = (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/gi, 'd').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();

/** Size of the text and colours as they were chosen on this phone. */
export function look() {
    document.documentElement.className = `${localStorage.getItem('soto-field-size') || ''} ${localStorage.getItem('soto-field-theme') || ''}`;
}
