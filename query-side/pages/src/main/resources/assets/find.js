// Searches while somebody types: takes the options out of the same form, asked with what is typed and ticked.

const PAUSE = 300;
const last = new WeakMap();

async function find(field, { signal }) {
    const address = new URL(field.dataset.in, location.href);
    address.searchParams.set(field.name, field.value);
    document.getElementById(field.dataset.finds).querySelectorAll('[type=checkbox]:checked')
        .forEach(({ name, value }) => address.searchParams.append(name, value));
    const headers = { Accept: 'text/html', 'HX-Request': 'true' };
    const answer = await fetch(address, { headers, signal }).catch(() => null);
    if (answer?.status === 401) { location.assign(location.href); }
    const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
    const found = page?.getElementById(field.dataset.finds);
    if (found && !signal.aborted) { document.getElementById(found.id)?.replaceWith(found); }
}

function typed(field) {
    last.get(field)?.abort();
    const asked = new AbortController();
    last.set(field, asked);
    setTimeout(() => asked.signal.aborted || find(field, asked), PAUSE);
}

document.addEventListener('input', ({ target }) => target.matches('[data-finds]') && typed(target));

// Typed before this was here.
document.querySelectorAll('[data-finds]').forEach((field) => field.value !== field.defaultValue && typed(field));
