// What else a person does here: locks the part, chooses how it looks, opens a queue whose PIN was forgotten.

import { fill, look, on, part, show } from './field-part.js';
import { sealedOf } from './field-sealed.js';
import { send } from './field-send.js';
import { sentences } from './field-told.js';

export function more(state, lock) {
    const shown = fill(part('more'), { who: state.own.login, devices: sentences(state.devices) });
    on(shown, '[data-lock]', 'click', lock);
    ['size', 'theme'].forEach((name) => shown.querySelectorAll(`[name=${name}]`).forEach((radio) => {
        radio.checked = radio.value === (localStorage.getItem(`soto-field-${name}`) || '');
        radio.addEventListener('change', () => { localStorage.setItem(`soto-field-${name}`, radio.value); look(); });
    }));
    show(shown);
    sealedOf(state.own, () => state.changed().then(() => { more(state, lock); return send(); })).then((found) => shown.append(...found));
}
