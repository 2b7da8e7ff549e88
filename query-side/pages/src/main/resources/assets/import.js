// Sends a file as it is, with the fields of the form in the address; the page answers as it does to rows that were pasted.

const form = document.getElementById('import');
const chosen = document.getElementById('f-file');
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const result = () => document.getElementById('imported');

/** What is sent: the chosen file, or else the pasted rows. */
const file = () => chosen.files[0] ?? new File([form.elements.rows.value], form.dataset.kind + '.csv');
const type = (sent) => (sent.name.toLowerCase().endsWith('.xlsx') ? XLSX : 'text/csv');

function fields(button) {
    const all = new URLSearchParams(new FormData(form));
    all.delete('rows');
    all.delete('_step');
    if (button) { all.set('_step', button); }
    return all;
}

function prepare() {
    result().querySelectorAll('[data-back]').forEach((each) => { each.hidden = false; });
}

function say(text) {
    result().querySelectorAll('.problem').forEach((each) => each.remove());
    const problem = document.createElement('p');
    problem.className = 'problem';
    problem.setAttribute('role', 'alert');
    problem.textContent = text;
    result().prepend(problem);
}

async function post(address, accept) {
    const sent = file();
    const headers = { 'Content-Type': type(sent), Accept: accept, 'HX-Request': 'true', 'Accept-Language': document.documentElement.lang };
    form.inert = true;
    try {
        return await fetch(address, { method: 'POST', headers, body: sent });
    } catch (e) {
        say(form.dataset.lost);
        return null;
    } finally {
        form.inert = false;
    }
}

async function decide(step) {
    const answer = await post(`${form.action}?${fields(step)}`, 'text/html');
    if (answer?.redirected) { location.assign(answer.url); return; }
    const next = answer && new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('imported');
    if (!next) { say(form.dataset.lost); return; }
    result().replaceWith(document.adoptNode(next));
    prepare();
    result().focus();
}

/** The same file with one more column, which says of each row what to mend. */
async function back() {
    const taken = new URLSearchParams(fields().getAll('take').map((each) => ['take', each]));
    const answer = await post(`/api/imports/${form.dataset.kind}?dryRun=true&${taken}`, type(file()));
    if (!answer?.ok) { say(form.dataset.lost); return; }
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await answer.blob());
    link.download = file().name;
    link.click();
    URL.revokeObjectURL(link.href);
}

form.querySelector('[data-file]').hidden = false;
prepare();

form.addEventListener('submit', (event) => {
    const step = event.submitter?.value ?? 'check';
    if (step !== 'back' && !chosen.files.length) { return; }
    event.preventDefault();
    if (step === 'back') { back(); } else { decide(step); }
});

/** Another file is decided from the start. */
chosen.addEventListener('change', () => {
    result().querySelectorAll('input[name=take]').forEach((each) => each.remove());
    if (chosen.files.length) { decide('check'); }
});
