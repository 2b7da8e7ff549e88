// Proposes the name of a team after the neighbourhoods that are chosen, until somebody types another.

const form = document.querySelector('form.founding');
const name = form.elements.name;
let proposed = form.dataset.proposed;

form.addEventListener('change', ({ target }) => {
    if (target.name !== 'coverage' || (name.value && name.value !== proposed)) { return; }
    const chosen = [...form.querySelectorAll('[name=coverage]:checked')]
        .map((box) => box.closest('label').querySelector('strong').textContent)
        .map((unit) => unit.slice(0, 1).toLowerCase() + unit.slice(1));
    proposed = chosen.length ? form.dataset.named.replace('{0}', chosen.join(', ')) : '';
    name.value = proposed;
});
