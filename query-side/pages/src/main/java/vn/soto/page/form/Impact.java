package vn.soto.page.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.soto.page.PageContext;
import vn.soto.page.Part;

/**
 * The changes that a command would make, shown to its sender beforehand. The first change as a sentence and warnings come
 * first, then figures of the smallest place, then those of higher levels and of services.
 *
 * @param first texts before any figure
 * @param own   a few figures of the smallest place that are of no single service
 * @param rest  further figures, folded
 * @param lines reports that would differ from what was submitted
 */
public record Impact(List<String> first, List<Line> own, List<Line> rest, List<String> lines, List<Honour> honours) {

    private static final int FEW = 4;

    /** Codes of figures of a group of services, and of one service. */
    private static final Pattern OF_SERVICES = Pattern.compile("[SC]\\..*");

    public record Line(String where, String figure, String before, String after) {}

    public record Honour(String title, List<List<String>> rows) {}

    public static Impact of(FormState.Preview preview, PageContext page) {
        return new Reading(preview, page).impact();
    }

    private record Reading(Part trial, Part changed, boolean refused, Part links, PageContext page) {

        Reading(FormState.Preview preview, PageContext page) {
            this(
                    preview.trial(),
                    preview.impact().get("answer"),
                    preview.isUnknown(),
                    preview.impact().at("links/ids"),
                    page);
        }

        Impact impact() {
            List<Part> figures = changed.get("figures").items();
            List<Part> own = figures.stream()
                    .filter(figure -> isOwn(figure, figures.getFirst()))
                    .limit(FEW)
                    .toList();
            List<Part> rest =
                    figures.stream().filter(figure -> !own.contains(figure)).toList();
            return new Impact(
                    first(Stream.concat(own.stream(), rest.stream()).toList()),
                    own.stream().map(this::row).toList(),
                    rest.stream().map(this::row).toList(),
                    Stream.concat(
                                    changed.get("reports").items().stream().map(this::report),
                                    changed.get("unitReports").items().stream().map(this::unitReport))
                            .toList(),
                    changed.get("honours").items().stream().map(this::honour).toList());
        }

        /** The smallest place comes first in the answer. */
        private static boolean isOwn(Part figure, Part smallest) {
            return Stream.of("team", "unit")
                            .allMatch(kind -> figure.get("where")
                                    .get(kind)
                                    .text()
                                    .equals(smallest.get("where").get(kind).text()))
                    && !OF_SERVICES.matcher(figure.get("code").text()).matches();
        }

        private List<String> first(List<Part> figures) {
            List<String> first = new ArrayList<>();
            figures.stream()
                    .findFirst()
                    .map(this::row)
                    .ifPresent(row -> first.add(page.t(
                            figures.size() == 1 ? "form.text.change" : "form.text.changes",
                            row.figure(),
                            row.where(),
                            row.before(),
                            row.after(),
                            figures.size() - 1)));
            trial.get("warnings").items().forEach(warning -> first.add("▲ " + text(warning)));
            if (trial.get("secondPerson").isTrue()) {
                first.add(page.t("form.text.second"));
            }
            boolean none = Stream.of("figures", "reports", "unitReports", "honours")
                    .allMatch(name -> changed.get(name).isEmpty());
            if (refused) {
                first.add(page.t("form.text.unknown-changes"));
            }
            if (changed.exists() && none) {
                first.add(page.t("form.text.none"));
            }
            if (changed.get("unchanged").number() > 0 && !none) {
                first.add(page.t("form.text.unchanged", changed.get("unchanged").number()));
            }
            if (changed.get("more").isTrue()) {
                first.add(page.t("form.text.more"));
            }
            return first;
        }

        static String text(Part warning) {
            return Stream.of("text", "detail", "code")
                    .map(warning::get)
                    .filter(Part::exists)
                    .findFirst()
                    .map(Part::text)
                    .orElse("");
        }

        private Line row(Part figure) {
            Part where = figure.get("where");
            List<String> parts = new ArrayList<>(List.of(
                    called(
                            where.get("unit").exists()
                                    ? where.get("unit").text()
                                    : where.get("team").text()),
                    page.format().text(where.get("quarter").text())));
            if (where.get("boundaries").items().size() == 1) {
                parts.add(page.t("form.text." + where.get("boundaries").item(0).text()));
            }
            parts.removeIf(String::isEmpty);
            return new Line(
                    String.join(" · ", parts),
                    figure.get("name").optional().orElse(figure.get("code").text()),
                    number(figure.get("before")),
                    number(figure.get("after")));
        }

        private String number(Part value) {
            return value.exists() ? page.format().number(value.number()) : "–";
        }

        private String report(Part each) {
            return page.t("form.text.reports") + " " + called(each.get("team").text()) + " "
                    + page.format().text(each.get("quarter").text()) + ": "
                    + page.t("form.text.differs", each.get("differingAfter").number());
        }

        private String unitReport(Part each) {
            List<String> said = new ArrayList<>();
            if (each.get("changed").number() != each.get("changedAfter").number()) {
                said.add(page.t("form.text.below", each.get("changedAfter").number()));
            }
            each.get("parts")
                    .items()
                    .forEach(part -> said.add(called(part.get("team").text()) + ": "
                            + page.t(
                                    "form.text.differs",
                                    part.get("differingAfter").number())));
            return page.t("form.text.unit-reports") + " "
                    + called(each.get("unit").text()) + " "
                    + page.format().text(each.get("quarter").text())
                    + (said.isEmpty() ? "" : ": " + String.join("; ", said));
        }

        private Honour honour(Part each) {
            return new Honour(
                    page.t(
                            "form.text.honours",
                            called(each.get("unit").text()),
                            each.get("differingAfter").number()),
                    each.get("scores").items().stream().map(this::score).toList());
        }

        private List<String> score(Part score) {
            String who = called(
                    score.get("member").exists()
                            ? score.get("member").text()
                            : score.get("team").text());
            return List.of(
                    (score.get("honoured").isTrue() ? "★ " : "") + who,
                    points(score.get("scored")),
                    points(score.get("before")) + rank(score.get("rankBefore")),
                    points(score.get("after")) + rank(score.get("rankAfter")));
        }

        private String points(Part thousandths) {
            return thousandths.exists() ? page.format().thousandths(thousandths.number()) : "–";
        }

        private static String rank(Part rank) {
            return rank.exists() ? " (" + rank.text() + ")" : "";
        }

        /** A unit, a team or a member by its name; one without a name is only one of its kind. */
        private String called(String id) {
            return links.fields().stream()
                    .map(kind -> kind.getValue().get(id).get("name"))
                    .filter(Part::exists)
                    .findFirst()
                    .map(Part::text)
                    .orElse(id.isEmpty() ? "" : page.t("form.nameless"));
        }
    }
}
