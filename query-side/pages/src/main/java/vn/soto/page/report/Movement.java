package vn.soto.page.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;
import vn.soto.paper.Paper;

/**
 * The five lines of the movement “Bình dân học vụ số” in a report. They tell the people of a unit, as the report's version
 * knew them, and how many of them teams guided.
 */
public final class Movement {

    /** The figures of a team's report that tell how many people it guided, by the line to which they belong. */
    private static final Map<String, String> GUIDED =
            Map.of("CONFIRMED_ADULTS", "R.skills-confirmed", "SKILLED_ADULTS", "P04");

    private Movement() {}

    /** The question about the people of a unit, as of the pin of a report, or of a draft as of the page. */
    static String question(Part unit, Part report, PageContext page) {
        String people = Addresses.with(
                "/api/units/" + Addresses.encoded(unit.text()) + "/people",
                "quarter",
                report.get("quarter").text());
        String pin = report.at("pin/commit").text();
        boolean draft = pin.isEmpty() || report.get("state").text().equals("DRAFT");
        return draft ? page.known(people) : Addresses.with(people, "asOf", pin);
    }

    /** The answer to {@link #question} among others; empty if it was refused. */
    static Optional<ApiAnswer> of(List<ApiAnswer> further) {
        return further.stream()
                .filter(other -> other.address().contains("/people?") && !other.isProblem())
                .findFirst();
    }

    /** How many people a team guided to a line, in its report; missing if it told nothing of it. */
    public static Part guided(Part report, Part line) {
        String code = GUIDED.getOrDefault(line.get("people").text(), "");
        return report.get("figures").items().stream()
                .filter(figure -> figure.get("code").text().equals(code))
                .map(figure -> figure.get("reported"))
                .findFirst()
                .orElse(report.get(""));
    }

    /**
     * The lines on paper, or a sentence if nothing is known.
     *
     * @param report of the team whose own people guided are told; of a unit they are those of all its teams
     */
    static List<Paper.Block> blocks(ApiAnswer people, Optional<Part> report, String unit, PageContext page) {
        List<List<String>> rows = new ArrayList<>();
        boolean known = false;
        for (Part line : people.answer().get("lines").items()) {
            Part guided = report.map(of -> guided(of, line)).orElse(line.get("guided"));
            known |= line.get("persons").exists() || guided.exists();
            rows.add(List.of(
                    Integer.toString(rows.size() + 1),
                    page.format()
                            .first(page.value(
                                    people, "people", line.get("people").text())),
                    number(line.get("persons"), page),
                    number(line.get("whole"), page),
                    line.get("permille").exists()
                            ? page.format().permille(line.get("permille").number())
                            : "–",
                    number(guided, page)));
        }
        return known
                ? List.of(new Paper.Paragraph(page.t("paper.movement", unit)), table(rows, report.isPresent(), page))
                : List.of(new Paper.Paragraph(page.t("paper.movement-unknown", unit)));
    }

    private static String number(Part number, PageContext page) {
        return number.exists() ? page.format().number(number.number()) : "–";
    }

    private static Paper.Table table(List<List<String>> rows, boolean ofTeam, PageContext page) {
        return new Paper.Table(
                List.of(
                        new Paper.Column(page.t("paper.ordinal"), 5, true),
                        new Paper.Column(page.t("people.who"), 54, false),
                        new Paper.Column(page.t("people.number"), 12, true),
                        new Paper.Column(page.t("people.of"), 12, true),
                        new Paper.Column(page.t("people.share"), 9, true),
                        new Paper.Column(page.t(ofTeam ? "people.guided-here" : "people.guided"), 14, true)),
                rows,
                List.of());
    }
}
