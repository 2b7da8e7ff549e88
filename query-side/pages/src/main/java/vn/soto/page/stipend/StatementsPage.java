package vn.soto.page.stipend;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** The stipend statements of a unit, the latest period first. */
@PageOf("/api/units/{unit}/stipends")
final class StatementsPage implements QuestionPage {

    private static final int MONTHS = 3;

    /** The unit, for its name. */
    @Override
    public List<String> further(ApiAnswer answer, PageContext page) {
        return List.of(page.known("/api/units/" + Addresses.encoded(unit(answer))));
    }

    private static String unit(ApiAnswer answer) {
        return answer.variables().getOrDefault("unit", "");
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        String unit = unit(answer);
        return new View(
                page.t(
                        "stipend.of-unit",
                        further.getFirst().answer().get("name").optional().orElse(unit)),
                "stipend/statements.jte",
                Map.of("answer", answer, "unit", unit, "months", missing(answer, page)));
    }

    /** The last months that have ended and have no statement, the latest first. */
    private static List<String> missing(ApiAnswer answer, PageContext page) {
        List<String> known = answer.answer().items().stream()
                .map(statement -> statement.get("period").text())
                .toList();
        return page.me().answer().get("on").optional().stream()
                .map(LocalDate::parse)
                .map(YearMonth::from)
                .flatMap(present -> Stream.iterate(present.minusMonths(1), month -> month.minusMonths(1))
                        .limit(MONTHS))
                .map(YearMonth::toString)
                .filter(month -> !known.contains(month))
                .toList();
    }
}
