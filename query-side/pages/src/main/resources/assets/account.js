// The forms with which somebody changes how they sign in. What the server refuses it says in its own words, beside the field.

async function send(address, fields) {
    const response = await fetch(address, {
        method: 'POST',
        headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
        credentials: 'same-origin',
        body: JSON.stringify(fields),
    });
    const text = await response.text();
    let answer = {};
    try { answer = text ? JSON.parse(text) : {}; } catch (e) { answer = { detail: text.slice(0, 200) }; }
    return { ok: response.ok, answer };
}

function say(form, text, refused) {
    const place = form.querySelector('[role="status"]');
    place.textContent = text;
    place.className = refused ? 'error' : 'receipt';
}

function filled(form) {
    const fields = {};
    form.querySelectorAll('input[name]').forEach((field) => { fields[field.name] = field.value; });
    return fields;
}

/** Recovery codes are told once: they stay on the page until the reader goes on. */
function keep(form, answer) {
    const list = form.querySelector('[data-recovery]');
    list.replaceChildren(...(answer.recoveryCodes || []).map((code) => {
        const item = document.createElement('li');
        const text = document.createElement('code');
        text.textContent = code;
        item.append(text);
        return item;
    }));
    form.querySelector('button').hidden = true;
    form.querySelector('[data-go]').hidden = false;
}

document.querySelectorAll('form[data-account]').forEach((form) => {
    form.addEventListener('submit', async (event) => {
        event.preventDefault();
        const button = form.querySelector('button:not([type="button"])');
        button.disabled = true;
        try {
            const { ok, answer } = await send(form.dataset.account, filled(form));
            if (!ok) {
                say(form, answer.detail || answer.title || '', true);
                const field = form.querySelector('input[name]');
                if (field) { field.focus(); }
                return;
            }
            say(form, form.dataset.done || '', false);
            if ('keep' in form.dataset) {
                keep(form, answer);
            } else {
                form.reset();
                if (form.dataset.to) { location.assign(form.dataset.to); }
            }
        } finally {
            button.disabled = false;
        }
    });
});

document.querySelectorAll('button[data-remove]').forEach((button) => {
    button.addEventListener('click', async () => {
        const password = button.form.querySelector('[name="password"]');
        if (!password.reportValidity()) { return; }
        const { ok, answer } = await send(button.dataset.remove, { password: password.value });
        if (ok) { location.reload(); } else { say(button.form, answer.detail || '', true); }
    });
});

document.querySelectorAll('[data-factor]').forEach((section) => {
    const begin = section.querySelector('[data-begin]');
    begin.addEventListener('submit', async (event) => {
        event.preventDefault();
        const form = section.querySelector('[data-account]');
        const { ok, answer } = await send(begin.dataset.begin, filled(begin));
        if (!ok) { say(begin, answer.detail || '', true); return; }
        form.querySelector('[name="password"]').value = begin.querySelector('[name="password"]').value;
        begin.hidden = true;
        form.hidden = false;
        form.querySelector('[data-secret]').textContent = answer.secret.replace(/(.{4})/g, '$1 ').trim();
        form.querySelector('[data-uri]').href = answer.uri;
        form.querySelector('[name="code"]').focus();
    });
});
