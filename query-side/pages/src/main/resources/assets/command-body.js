// What a form holds, as the body of a command.

/** A UUID of version 7: ids of commands sort by the time at which the form was opened. */
export function uuid() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    let time = Date.now();
    for (let i = 5; i >= 0; i--) { bytes[i] = time % 256; time = Math.floor(time / 256); }
    bytes[6] = 0x70 | (bytes[6] & 0x0f);
    bytes[8] = 0x80 | (bytes[8] & 0x3f);
    const hex = [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function value(field) {
    const text = field.value.trim();
    switch (field.dataset.type) {
        case 'number': return Number(text);
        case 'truth': return text === 'true';
        case 'time': return new Date(text + ':00+07:00').toISOString();
        case 'lines': return text.split(/[\n,]/).map((line) => line.trim()).filter(Boolean);
        default: return text;
    }
}

/** Sets a value at a path such as content.services or helpers.0.member. */
function put(body, path, what) {
    const names = path.split('.');
    let at = body;
    names.forEach((name, i) => {
        if (i === names.length - 1) { at[name] = what; return; }
        at[name] = at[name] || (/^\d+$/.test(names[i + 1]) ? [] : {});
        at = at[name];
    });
}

/** The filled-in fields as an object; what is empty is left out. */
export function body(form) {
    const made = {};
    form.querySelectorAll('[data-type]').forEach((field) => {
        if (field.closest('template')) { return; }
        if (field.dataset.type === 'item') {
            if (field.checked) {
                const all = field.name.split('.').reduce((at, name) => (at ? at[name] : undefined), made) || [];
                put(made, field.name, all.concat(field.value));
            }
        } else if (field.value.trim()) { put(made, field.name, value(field)); }
    });
    return made;
}

