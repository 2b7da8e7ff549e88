// Shows what a command would change, before it is given.

export const line = (tag, text) => { const e = document.createElement(tag); e.textContent = text; return e; };

function row(cells, tag = 'td') {
    const made = document.createElement('tr');
    cells.forEach((cell) => made.append(line(tag, cell ?? '–')));
    return made;
}

const fill = (text, ...values) => values.reduce((made, value) => made.replace('%', () => value), text);

/** A member, a team or a unit by the name that the answer's links have for it; by its id where the reader may not see one. */
function called(id, links) {
    const known = Object.values(links || {}).find((of) => of && of[id] && of[id].name);
    return known ? known[id].name : id;
}

/** Where a figure is: a unit as it was and as it is now, unless both agree. */
function place(where, links, texts) {
    const parts = [called(where.unit || where.team, links), where.quarter];
    if (where.boundaries && where.boundaries.length === 1) { parts.push(texts[where.boundaries[0]]); }
    return parts.join(' · ');
}

const points = (thousandths) => (thousandths === undefined ? '–' : (thousandths / 1000).toLocaleString(document.documentElement.lang));

function table(into, heads, rows) {
    if (rows.length) {
        const made = document.createElement('table');
        made.append(row(heads, 'th'), ...rows.map((cells) => row(cells)));
        into.append(made);
    }
}

function reports(into, changed, links, texts) {
    changed.reports.forEach((each) => into.append(line('p', '▲ ' + texts.reports + ' ' + called(each.team, links) + ' ' + each.quarter
        + ' (' + each.version + '): ' + fill(texts.differs, each.differingAfter))));
    changed.unitReports.forEach((each) => {
        const said = each.parts.map((part) => called(part.team, links) + ': ' + fill(texts.differs, part.differingAfter));
        if (each.changed !== each.changedAfter) { said.unshift(fill(texts.below, each.changedAfter)); }
        into.append(line('p', '▲ ' + texts['unit-reports'] + ' ' + called(each.unit, links) + ' ' + each.quarter + ' (' + each.version + ')'
            + (said.length ? ': ' + said.join('; ') : '')));
    });
}

function honours(into, changed, links, texts) {
    changed.honours.forEach((each) => {
        into.append(line('p', '▲ ' + fill(texts.honours, called(each.unit, links), each.differingAfter)));
        table(into, [texts.candidate, texts.scored, texts.before, texts.after], each.scores.map((score) => [
            (score.honoured ? '★ ' : '') + called(score.member || score.team, links), points(score.scored),
            points(score.before) + (score.rankBefore ? ' (' + score.rankBefore + ')' : ''),
            points(score.after) + (score.rankAfter ? ' (' + score.rankAfter + ')' : '')]));
    });
}

/** Shows what a command would change: `preview` of what its `trial` would record, null if there is none. */
export function impact(trial, preview, texts) {
    const into = document.getElementById('impact-body');
    into.textContent = '';
    (trial.warnings || []).forEach((warning) => into.append(line('p', '▲ ' + (warning.text || warning.detail || warning.code))));
    if (trial.secondPerson) { into.append(line('p', texts.second)); }
    if (!preview) { return; }
    const { answer: changed, links: { ids: links } } = preview;
    if (![changed.figures, changed.reports, changed.unitReports, changed.honours].some((all) => all.length)) { into.append(line('p', texts.none)); }
    table(into, [texts.where, texts.figure, texts.before, texts.after],
        changed.figures.map((each) => [place(each.where, links, texts), each.name || each.code, each.before, each.after]));
    if (changed.figures.length) { into.append(line('p', fill(texts.unchanged, changed.unchanged))); }
    reports(into, changed, links, texts);
    honours(into, changed, links, texts);
    if (changed.more) { into.append(line('p', texts.more)); }
}
