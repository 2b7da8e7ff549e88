package vn.soto.page.period;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;

/**
 * A quarter on the page of the periods of a unit.
 *
 * @param line its line in the answer; missing if nothing was decided about it
 * @param next command that its state allows; empty if there is none
 */
public record PeriodRow(String quarter, Part line, Optional<Step> next) {

    /** A command about the quarter, with its form. */
    public record Step(String href, String name) {}

    /** Days after which a reopened period is closed again, unless somebody says another. */
    private static final int REOPENED_FOR = 7;

    /** The latest first. */
    static List<PeriodRow> of(ApiAnswer answer, PageContext page) {
        List<Part> lines = answer.answer().get("periods").items();
        return answer.answer().get("possible").items().stream()
                .map(possible -> {
                    String quarter = possible.get("quarter").text();
                    return new PeriodRow(
                            quarter,
                            line(quarter, lines, answer),
                            step(possible.get("commands").item(0).text(), quarter, answer, page));
                })
                .toList();
    }

    private static Part line(String quarter, List<Part> lines, ApiAnswer answer) {
        return lines.stream()
                .filter(line -> line.get("quarter").text().equals(quarter))
                .findFirst()
                .orElseGet(() -> answer.answer().get("no-period"));
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
