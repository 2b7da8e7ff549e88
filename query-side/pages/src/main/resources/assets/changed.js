// Marks each field that differs from what a correction was opened with.

const form = document.getElementById('command');
const slot = 'soto-fact:' + form.elements._key.value;
const values = (name) => [...form.elements].filter((field) => field.name === name)
    .filter((field) => field.checked || !/radio|checkbox/.test(field.type))
    .map((field) => field.value).join('\n');

// A refusal brings the form back as it was typed: what it was opened with is known by the command's id.
const opened = JSON.parse(sessionStorage.getItem(slot) || 'null') || Object.fromEntries([...form.elements].map(({ name }) => [name, values(name)]));
sessionStorage.setItem(slot, JSON.stringify(opened));

function mark() {
    form.querySelectorAll('.field, fieldset').forEach((field) => {
        const name = (field.id || field.firstChild.htmlFor)?.slice(2);
        field.toggleAttribute('data-changed', name in opened && values(name) !== opened[name]);
    });
}

['input', 'change', 'restored'].forEach((kind) => form.addEventListener(kind, mark));
mark();
