// Marks what a correction changes: each field that differs from what the form was opened with.

const form = document.getElementById('command');
const slot = 'soto-fact:' + form.elements._key.value;
const values = (name) => [...form.elements].filter((field) => field.name === name)
    .filter((field) => (field.type === 'radio' || field.type === 'checkbox' ? field.checked : true))
    .map((field) => field.value).join('\n');
const names = () => [...new Set([...form.elements].map((field) => field.name).filter((name) => name && !name.startsWith('_')))];

// A refusal brings the form back as it was typed: what it was opened with is known by the command's id.
const opened = JSON.parse(sessionStorage.getItem(slot) || 'null') || Object.fromEntries(names().map((name) => [name, values(name)]));
sessionStorage.setItem(slot, JSON.stringify(opened));

function mark() {
    form.querySelectorAll('.field, fieldset[id]').forEach((field) => {
        const name = (field.id || field.querySelector('label').htmlFor).slice('f-'.length);
        field.toggleAttribute('data-changed', name in opened && values(name) !== opened[name]);
    });
}

form.addEventListener('input', mark);
form.addEventListener('change', mark);
form.addEventListener('restored', mark);
mark();
