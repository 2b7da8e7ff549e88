package vn.soto.page.practice;

import java.util.List;
import java.util.Optional;
import vn.soto.page.ApiAnswer;
import vn.soto.page.Part;

/**
 * The figures of a team that took up a good model, quarter by quarter.
 *
 * @param following good model that the team follows, and its first day
 * @param of        the answer that has it
 * @param rows      those of the figures that tell how people were helped
 */
public record FollowedFigures(Part following, ApiAnswer of, List<FigureOverQuarters> rows) {

    /** Of some fifty lines of a report these are shown; the answer has all. */
    private static final List<String> CODES = List.of(
            "H04",
            "H05",
            "H05.home-visit",
            "H05.zalo",
            "H05.facebook",
            "M.self-performed",
            "M.demonstrated",
            "M.done-on-behalf",
            "P01",
            "T02");

    /** @param values one for each quarter; missing where the report has no such line */
    public record FigureOverQuarters(String code, String name, String unit, List<Optional<Part>> values) {}

    static FollowedFigures of(Part following, ApiAnswer of) {
        List<Part> quarters = following.get("quarters").items();
        return new FollowedFigures(
                following,
                of,
                CODES.stream()
                        .map(code -> row(code, quarters))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<FigureOverQuarters> row(String code, List<Part> quarters) {
        List<Optional<Part>> lines =
                quarters.stream().map(quarter -> line(code, quarter)).toList();
        return lines.stream()
                .flatMap(Optional::stream)
                .findFirst()
                .map(any -> new FigureOverQuarters(
                        code,
                        any.get("name").text(),
                        any.get("unit").text(),
                        lines.stream()
                                .map(line -> line.map(found -> found.get("value")))
                                .toList()));
    }

    private static Optional<Part> line(String code, Part quarter) {
        return quarter.get("figures").items().stream()
                .filter(line -> line.get("code").text().equals(code))
                .findFirst();
    }

    public List<Part> quarters() {
        return following.get("quarters").items();
    }

    public String team() {
        return of.answer().get("team").text();
    }
}
