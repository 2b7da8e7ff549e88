package vn.soto.query.report;

import vn.soto.query.http.AnswerTable;
import vn.soto.query.http.Asked;
import vn.soto.web.Vocabulary;

/** The reports of the teams of a unit as a table. */
final class ReportsTable {

    private ReportsTable() {}

    static AnswerTable of(UnitReportsView answer, Asked asked) {
        AnswerTable table = AnswerTable.of(asked)
                .heads("team", "name", "state", "version", "submitted", "late", "due", "waiting", "different");
        answer.reports().forEach(report -> {
            UnitReportsView.Latest latest = report.latest();
            table.row(
                    report.team(),
                    report.name(),
                    Vocabulary.value(report.state(), asked.language()),
                    latest == null ? null : latest.version(),
                    latest == null ? null : latest.at(),
                    report.late(),
                    report.dueOn(),
                    report.waitingDays(),
                    report.differing());
        });
        return table;
    }
}
