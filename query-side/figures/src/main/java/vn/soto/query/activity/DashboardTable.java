package vn.soto.query.activity;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.soto.query.activity.Dashboard.Bucket;
import vn.soto.query.activity.Dashboard.Figures;
import vn.soto.query.http.AnswerTable;
import vn.soto.query.http.Asked;
import vn.soto.query.indicator.IndicatorTexts;

/** Dashboards and their figures as tables. */
final class DashboardTable {

    private DashboardTable() {}

    /** A line for each unit directly in the unit, one for what is undecided, and the total. */
    static AnswerTable of(Dashboard dashboard, Asked asked) {
        List<String> codes = UnitFigures.columns(dashboard.total());
        AnswerTable table = AnswerTable.of(asked);
        table.row(Stream.concat(
                        Stream.of(table.word("unit"), table.word("name")),
                        codes.stream().map(code -> code + " " + IndicatorTexts.name(code, asked.language())))
                .toList());
        dashboard
                .children()
                .forEach(child -> line(table, child.unit().unit(), child.unit().name(), child.figures(), codes));
        Bucket undecided = dashboard.undecided();
        if (undecided != null) {
            line(table, "", table.word("undecided"), undecided.figures(), codes);
        }
        line(table, dashboard.unit().unit(), table.word("total"), dashboard.total(), codes);
        return table;
    }

    private static void line(AnswerTable table, String unit, String name, Figures figures, List<String> codes) {
        table.row(Stream.concat(
                        Stream.<Object>of(unit, name), codes.stream().map(code -> UnitFigures.of(code, figures)))
                .toList());
    }

    /** A line for each event, with the number of its entry. */
    static AnswerTable ofFigure(UnitFigureView figure, int from, Asked asked) {
        AnswerTable table = AnswerTable.of(asked);
        table.row(table.word("counted"), figure.counted(), figure.code() + " " + figure.name());
        table.heads("number", "commit", "at", "account", "event", "what");
        IntStream.range(0, figure.entries().size())
                .forEach(number -> figure.entries()
                        .get(number)
                        .forEach(event -> table.row(
                                from + number + 1,
                                event.commit(),
                                event.recorded(),
                                event.who(),
                                event.name(),
                                event.sentence())));
        return table;
    }
}
