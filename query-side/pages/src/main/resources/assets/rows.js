// A table of inputs as clerks know it: Enter goes down, Ctrl+D repeats the cell above, cells copied from a spreadsheet fall into place.

const form = document.querySelector('form[data-rows]');
const PAUSE = 300;

/** The table, which a draft replaces. */
const table = () => form.querySelector('table.rows');

const inputs = () => [...table().querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('td > input:not([type=hidden])')]);

function place(input) {
    const row = input.closest('tr');
    return [[...row.parentNode.children].indexOf(row), [...row.querySelectorAll('td > input:not([type=hidden])')].indexOf(input)];
}

/** Adds empty rows like the last one, as many as a page of a notebook has. */
function grow(to) {
    const body = table().tBodies[0];
    while (body.rows.length < Math.min(to, 50)) {
        const row = body.rows[body.rows.length - 1].cloneNode(true);
        const number = body.rows.length;
        row.className = '';
        row.querySelector('th').textContent = number + 1;
        row.querySelector('.fate').replaceChildren();
        row.querySelector('.fate').id = 'fate-' + number;
        row.querySelectorAll('td > input').forEach((input) => {
            input.name = input.name.replace(/^row\.\d+\./, 'row.' + number + '.');
            input.id = 'f-' + input.name;
            input.value = '';
            input.removeAttribute('aria-describedby');
            input.setAttribute('aria-label', input.getAttribute('aria-label').replace(/\d+(?!.*\d)/, number + 1));
        });
        body.append(row);
    }
}

/** The cells of a copied table: text only; a cell over several columns is followed by empty ones. */
function cells(clipboard) {
    const html = clipboard.getData('text/html');
    const copied = html ? new DOMParser().parseFromString(html, 'text/html').querySelector('table') : null;
    if (copied) {
        return [...copied.rows].map((row) => [...row.cells].flatMap((cell) =>
            [cell.textContent.replace(/\s+/g, ' ').trim(), ...Array(Math.min(cell.colSpan, 20) - 1).fill('')]));
    }
    const text = clipboard.getData('text/plain');
    return text.includes('\t') || text.trim().includes('\n')
        ? text.replace(/\r?\n$/, '').split(/\r?\n/).map((line) => line.split('\t').map((cell) => cell.trim()))
        : null;
}

const folded = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'd').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();

/** Which column each copied one goes to: by the titles, if the first row has those of the table; otherwise in its order. */
function columns(copied, from) {
    const titles = [...table().querySelectorAll('thead th')].slice(1, -1).map((title) => folded(title.textContent));
    const named = copied[0].map((title) => titles.indexOf(folded(title)));
    const titled = named.filter((at) => at >= 0).length > copied[0].length / 2;
    return { titled, to: titled ? named : copied[0].map((_, i) => from + i) };
}

form.addEventListener('paste', (event) => {
    const copied = table().contains(event.target) && event.target.tagName === 'INPUT' ? cells(event.clipboardData) : null;
    if (!copied || !copied.length) { return; }
    event.preventDefault();
    const [top, left] = place(event.target);
    const { titled, to } = columns(copied, left);
    const lines = (titled ? copied.slice(1) : copied).filter((line) => line.some((cell) => cell));
    grow(top + lines.length);
    const all = inputs();
    lines.forEach((line, i) => line.forEach((cell, j) => {
        const input = all[top + i] && to[j] >= 0 ? all[top + i][to[j]] : null;
        if (input) { input.value = cell.slice(0, input.maxLength); }
    }));
    form.dispatchEvent(new Event('input', { bubbles: true }));
});

form.addEventListener('keydown', (event) => {
    if (event.target.tagName !== 'INPUT' || !table().contains(event.target)) { return; }
    const [row, column] = place(event.target);
    if (event.key === 'Enter') {
        event.preventDefault();
        grow(row + 2);
        const below = inputs()[row + 1];
        if (below) { below[column].focus(); }
    } else if ((event.ctrlKey || event.metaKey) && event.key === 'd' && row > 0) {
        event.preventDefault();
        event.target.value = inputs()[row - 1][column].value;
        form.dispatchEvent(new Event('input', { bubbles: true }));
    }
});

// The members to choose from are those of the team.
form.addEventListener('change', (event) => {
    if (event.target.name === 'team') { form.requestSubmit(form.querySelector('button[value=show]')); }
});

let waiting = 0;
if (document.getElementById('l-household')) {
    form.addEventListener('input', (event) => {
        if (!/\.household$/.test(event.target.name)) { return; }
        const text = event.target.value.trim();
        if (text.length < 3) { return; }
        clearTimeout(waiting);
        waiting = setTimeout(async () => {
            const answer = await fetch('/api/households?q=' + encodeURIComponent(text), { headers: { Accept: 'application/json' } }).catch(() => null);
            const found = answer && answer.ok ? (await answer.json()).answer : null;
            const households = found ? found.items || found.households || [] : [];
            document.getElementById('l-household').replaceChildren(...households.slice(0, 20).map((household) => {
                const option = document.createElement('option');
                option.value = household.reference || '';
                option.label = (household.contact && household.contact.name) || household.name || '';
                return option;
            }).filter((option) => option.value));
        }, PAUSE);
    });
}
