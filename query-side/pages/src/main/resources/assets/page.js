// Keys and links that help in reading; every page can be read without them.

import { drafts, forget } from './drafts.js';

/** Copies the address of a link instead of following it, and says so in its own words. */
document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-copy]');
    if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey) {
        return;
    }
    event.preventDefault();
    navigator.clipboard.writeText(link.href).then(() => {
        link.classList.add('copied');
        document.getElementById('live').textContent = link.textContent + ' ✓';
    });
});

/** Copies a text that stands on the page, to be pasted elsewhere. */
document.addEventListener('click', (event) => {
    const button = event.target.closest('button[data-copy-from]');
    if (button && navigator.clipboard) {
        navigator.clipboard.writeText(document.getElementById(button.dataset.copyFrom).textContent).then(() => {
            document.getElementById('live').textContent = button.textContent + ' ✓';
        });
    }
});

/** A choice on which further fields depend shows them; without a script the form has its button for that. */
document.addEventListener('change', (event) => {
    if (event.target.matches('[data-shows] [type=checkbox]')) {
        event.target.form.querySelector('button[value=show]').click();
    }
});

/** A slash goes to the search field. */
document.addEventListener('keydown', (event) => {
    const field = document.getElementById('search');
    if (event.key === '/' && field && !event.target.closest('input, textarea, select')) {
        event.preventDefault();
        field.focus();
    }
});

/** Signing out ends the drafts of the account, which is asked once; those of others wait for them. */
document.addEventListener('submit', (event) => {
    const asked = event.target.dataset.drafts;
    const mine = asked ? drafts().filter((draft) => draft.name.startsWith(event.target.dataset.whose + ' ')) : [];
    if (mine.length) {
        if (window.confirm(asked)) { mine.forEach(forget); } else { event.preventDefault(); }
    }
});
