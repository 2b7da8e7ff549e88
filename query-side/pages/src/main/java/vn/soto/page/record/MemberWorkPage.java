package vn.soto.page.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** A member's work in a quarter, by day: the people helped, the services and helpers, and the member's credit. */
@PageOf("/api/members/{member}/activity")
final class MemberWorkPage implements QuestionPage {

    /** Credit is told in hundredths of a record. */
    private static final int HUNDREDTHS = 2;

    private static final String POLICY = "/api/policy";

    /** After every day, as texts are ordered. */
    private static final String NEVER = "~";

    /** The last days stand at the end of the list, and first on the page. */
    @Override
    public boolean isWhole(PageContext page) {
        return page.parameter("from").isEmpty();
    }

    private static String day(ListRow record) {
        return record.row().get("day").text();
    }

    /** Until when members correct what they recorded is asked for their own. */
    @Override
    public List<String> further(ApiAnswer answer, PageContext page) {
        return page.records()
                        && page.me()
                                .answer()
                                .get("member")
                                .text()
                                .equals(answer.answer().get("member").text())
                ? List.of(POLICY)
                : List.of();
    }

    /** The first day of which a record can be mended by whoever recorded it, on that day or later; empty if the reader may not. */
    private static Optional<LocalDate> mendable(List<ApiAnswer> further, PageContext page) {
        return further.stream()
                .filter(answer -> answer.question().equals(POLICY) && !answer.isProblem())
                .map(answer -> answer.answer().at("terms/ownCorrectionDays"))
                .map(days -> LocalDate.parse(page.me().answer().get("on").text())
                        .minusDays(days.exists() ? days.number() : 1))
                .findFirst();
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        Part here = answer.answer();
        Map<String, List<ListRow>> days = Stream.concat(Stream.of(answer), further.stream())
                .filter(each -> each.question().equals(question()))
                .flatMap(each -> each.answer().get("records").items().stream().map(record -> new ListRow(record, each)))
                .sorted(Comparator.comparing(MemberWorkPage::day).reversed())
                .collect(Collectors.groupingBy(MemberWorkPage::day, LinkedHashMap::new, Collectors.toList()));
        String member = here.get("member").text();
        return new View(
                page.t(
                        "work.title",
                        page.named(answer, "member", member),
                        page.format()
                                .inside(page.format().text(here.get("quarter").text()))),
                "record/work.jte",
                Map.of(
                        "answer",
                        answer,
                        "days",
                        days,
                        "credit",
                        credit(here.get("credit"), page),
                        "withheld",
                        credit(here.get("withheld"), page),
                        "mendable",
                        mendable(further, page).map(LocalDate::toString).orElse(NEVER)));
    }

    private static String credit(Part hundredths, PageContext page) {
        return page.format()
                .number(BigDecimal.valueOf(hundredths.number(), HUNDREDTHS).stripTrailingZeros());
    }
}
