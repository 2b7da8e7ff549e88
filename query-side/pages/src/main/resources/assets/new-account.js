// Makes an account. Its one-time password is shown once, and kept nowhere.

const form = document.getElementById('new-account');
const refused = document.getElementById('refused');
const made = document.getElementById('made');

form.addEventListener('submit', async (event) => {
    event.preventDefault();
    refused.textContent = '';
    try {
        const answer = await fetch('/api/local-accounts', {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'Accept-Language': document.documentElement.lang },
            body: JSON.stringify({ name: form.elements.name.value.trim() }),
        });
        const read = await answer.json().catch(() => ({}));
        if (!answer.ok) {
            refused.textContent = read.detail || read.title || form.dataset.lost;
            form.elements.name.focus();
            return;
        }
        made.querySelector('[data-password]').textContent = read.password;
        made.querySelector('[data-next]').href = '/do/grant-role?account=' + encodeURIComponent(read.account) + '&to=%2Faccounts';
        made.querySelector('[data-link]').href = '/do/link-account?account=' + encodeURIComponent(read.account) + '&to=%2Faccounts';
        form.hidden = true;
        made.hidden = false;
        made.focus();
    } catch (e) { refused.textContent = form.dataset.lost; }
});
