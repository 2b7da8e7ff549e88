package vn.soto.query.report;

import java.util.Locale;
import vn.soto.query.http.AnswerTable;
import vn.soto.query.http.QueryAnswer;
import vn.soto.web.Vocabulary;

/** The reports of the teams of a unit as a table. */
final class ReportsTable {

    private ReportsTable() {}

    static AnswerTable of(QueryAnswer<UnitReportsView> answer, Locale language) {
        AnswerTable table = AnswerTable.of(answer, language)
                .heads("team", "name", "state", "version", "submitted", "late", "due", "waiting", "different");
        answer.answer().reports().forEach(report -> {
            UnitReportsView.Latest latest = report.latest();
            table.row(
                    report.team(),
                    report.name(),
                    Vocabulary.value(report.state(), language),
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
