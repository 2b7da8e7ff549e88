package vn.soto.page.period;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;
import vn.soto.page.activity.DashboardPage;

/**
 * A quarter on the page of the periods of a unit.
 *
 * @param line its line in the answer; missing if nothing was decided about it
 * @param next command that its state allows; empty if there is none
 */
public record PeriodRow(String quarter, Part line, Optional<Step> next) {

    /** A command about the quarter, with its form. */
    public record Step(String href, String name) {}

    /** The next quarter, the present one and those of a year before. */
    private static final int SHOWN = 6;

    /** Days after which a reopened period is closed again, unless somebody says another. */
    private static final int REOPENED_FOR = 7;

    /** The latest first; whatever was decided earlier comes behind. */
    static List<PeriodRow> of(ApiAnswer answer, PageContext page) {
        String present = page.me().answer().get("quarter").text();
        List<Part> lines = answer.answer().get("periods").items();
        return Stream.concat(
                        Stream.iterate(DashboardPage.after(present), DashboardPage::before)
                                .limit(SHOWN),
                        lines.stream().map(line -> line.get("quarter").text()))
                .distinct()
                .map(quarter -> row(quarter, line(quarter, lines, answer), answer, page))
                .toList();
    }

    private static Part line(String quarter, List<Part> lines, ApiAnswer answer) {
        return lines.stream()
                .filter(line -> line.get("quarter").text().equals(quarter))
                .findFirst()
                .orElseGet(() -> answer.answer().get("no-period"));
    }

    private static PeriodRow row(String quarter, Part line, ApiAnswer answer, PageContext page) {
        boolean ended = quarter.compareTo(page.me().answer().get("quarter").text()) < 0;
        String command = switch (line.get("state").text()) {
            case "CLOSED" -> "reopen-reporting-period";
            case "OPEN", "REOPENED" -> ended ? "close-reporting-period" : "";
            default -> ended ? "close-reporting-period" : "open-reporting-period";
        };
        return new PeriodRow(quarter, line, step(command, quarter, answer, page));
    }

    private static Optional<Step> step(String command, String quarter, ApiAnswer answer, PageContext page) {
        Part link = answer.links().get("commands").get(command);
        if (command.isEmpty() || !link.exists() || link.get("refused").exists() || page.isPast()) {
            return Optional.empty();
        }
        String form = Addresses.with(page.form(command, answer), "quarter", quarter);
        LocalDate today = LocalDate.parse(page.me().answer().get("on").text());
        return Optional.of(new Step(
                command.startsWith("reopen")
                        ? Addresses.with(
                                form, "until", today.plusDays(REOPENED_FOR).toString())
                        : form,
                link.get("name").text()));
    }
}
