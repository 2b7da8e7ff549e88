// Sends a file: first to learn what is wrong with its rows, then to record those that can be recorded. Pasted rows are sent by the form.

const form = document.getElementById('import');
const chosen = document.getElementById('f-file');
const said = document.getElementById('said');
const faults = document.getElementById('faults');
const record = document.getElementById('record');
const plan = document.getElementById('plan');
const filled = (text, ...values) => values.reduce((made, value, i) => made.replace('{' + i + '}', value), text);

async function send(query) {
    const file = chosen.files[0];
    const type = file.name.toLowerCase().endsWith('.xlsx')
        ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : 'text/csv';
    const answer = await fetch('/api/imports/' + form.dataset.kind + '?' + query, {
        method: 'POST',
        headers: { 'Content-Type': type, Accept: 'application/json', 'Accept-Language': document.documentElement.lang },
        body: file,
    });
    return { ok: answer.ok, read: await answer.json().catch(() => ({})) };
}

function say(text, kind) {
    said.textContent = text;
    said.className = kind;
    said.focus();
}

function show(report) {
    faults.hidden = !report.faults.length;
    faults.querySelector('tbody').replaceChildren(...report.faults.map((fault) => {
        const row = document.createElement('tr');
        [fault.row, fault.title || fault.column || '', fault.cause, fault.fix || ''].forEach((text) => {
            const cell = document.createElement('td');
            cell.textContent = text;
            row.append(cell);
        });
        return row;
    }));
    record.hidden = !report.ready;
    record.textContent = filled(form.dataset.record, report.ready);
    say([filled(form.dataset.ready, report.ready), filled(form.dataset.known, report.repeated), filled(form.dataset.wrong, report.wrong)].join(' · '),
        report.wrong ? 'problem' : 'receipt');
}

async function attempt(query, then) {
    plan.hidden = true;
    try {
        const { ok, read } = await send(query);
        if (ok) { then(read); } else { say(read.detail || read.title || form.dataset.lost, 'problem'); }
    } catch (e) { say(form.dataset.lost, 'problem'); }
}

form.querySelector('[data-file]').hidden = false;

form.addEventListener('submit', (event) => {
    if (!chosen.files.length || event.submitter?.value === 'record') { return; }
    event.preventDefault();
    attempt('dryRun=true', show);
});

chosen.addEventListener('change', () => { record.hidden = true; faults.hidden = true; });

record.addEventListener('click', () => attempt('leaveOutWrong=true', (accepted) => {
    record.hidden = true;
    say(filled(form.dataset.recorded, accepted.rows - accepted.wrong), 'receipt');
    plan.href = '/plans/' + accepted.plan;
    plan.hidden = false;
}));
