package vn.soto.page.activity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;

/**
 * A province or city on one sheet: its units in the order of what they are compared by, eight quarters, and what is late.
 *
 * @param answer  the dashboard
 * @param ranked  units in which somebody was helped, then what belongs to no unit yet
 * @param others  the other units
 * @param trend   of eight quarters, this one last
 * @param reports of its teams; empty if the reader may not see those of the whole unit
 */
public record Overview(
        ApiAnswer answer,
        List<UnitRow> ranked,
        List<UnitRow> others,
        ApiAnswer trend,
        ApiAnswer unit,
        Optional<ApiAnswer> reports) {

    static final String VIEW = "overview";

    /** Columns of the ranking: names, places in a line, codes. Households have no events that make their number. */
    public static final List<List<String>> COLUMNS = List.of(
            List.of("assistances", "assistances", "H05"),
            List.of("registered", "registered", ""),
            List.of("late", "late", "H05.late"));

    private static final int QUARTERS = 8;

    /** Units named of what is late. */
    private static final int NAMED = 4;

    /** Units without help that are named. */
    private static final int IN_A_LINE = 6;

    /** On paper, units at the top and at the bottom of a ranking too long for a sheet. */
    private static final int SHEET = 36;

    private static final int FIRST = 24;
    private static final int LAST = 8;

    private static final Set<String> TOP = Set.of("PROVINCE", "MUNICIPALITY");

    /** Whether a dashboard is shown so: of a province or city that is divided, unless another view was chosen. */
    static boolean isOf(ApiAnswer answer, PageContext page) {
        String view = page.option("view");
        return isPossible(answer) && !DashboardPage.isCompared(page) && !DashboardPage.VIEWS.contains(view);
    }

    /** Whether a dashboard can be shown so. */
    static boolean isPossible(ApiAnswer answer) {
        Part here = answer.answer();
        return TOP.contains(here.at("unit/kind").text())
                && !here.get("children").isEmpty()
                && !here.get("notYet").exists();
    }

    /** The quarters up to that of the dashboard, the unit, and the reports of its teams if the reader may see those of all. */
    static List<String> questions(ApiAnswer answer, PageContext page) {
        String quarter = answer.answer().get("quarter").text();
        String[] halves = answer.address().split("\\?", 2);
        String trend = halves[0] + "/trend" + (halves.length > 1 ? "?" + halves[1] : "");
        List<String> questions = new ArrayList<>(List.of(
                Addresses.with(
                        Addresses.with(Addresses.with(trend, "quarter", ""), "to", quarter),
                        "n",
                        String.valueOf(QUARTERS)),
                unit(answer, page)));
        if (seesReports(answer, page)) {
            questions.add(page.known(Addresses.with(
                    Addresses.with(unitAddress(answer) + "/reports", "quarter", quarter), "limit", "1")));
        }
        return questions;
    }

    static String unit(ApiAnswer answer, PageContext page) {
        return page.known(unitAddress(answer));
    }

    private static String unitAddress(ApiAnswer answer) {
        return "/api/units/" + Addresses.encoded(answer.answer().at("unit/unit").text());
    }

    private static boolean seesReports(ApiAnswer answer, PageContext page) {
        return page.may("FIGURES", answer.answer().at("unit/unit").text());
    }

    /** @param further answers to {@link #questions} */
    static Overview of(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        List<UnitRow> rows = UnitRow.withUndecided(answer, page);
        return new Overview(
                answer,
                rows.stream().filter(row -> row.isHelped() || !row.isUnit()).toList(),
                rows.stream().filter(row -> row.isUnit() && !row.isHelped()).toList(),
                further.getFirst(),
                further.get(1),
                further.stream().skip(2).findFirst().filter(reports -> !reports.isProblem()));
    }

    /** Days on which others became a part of a unit, or it changed; that of its foundation is none. */
    static List<String> reorganised(ApiAnswer unit) {
        Part here = unit.answer();
        return Stream.of(
                        here.get("predecessors").items().stream(),
                        here.get("successors").items().stream(),
                        here.get("history").items().stream().skip(1))
                .flatMap(changes -> changes)
                .filter(change -> !change.get("undone").exists())
                .map(change -> change.get("effectiveFrom").text())
                .distinct()
                .sorted()
                .toList();
    }

    public List<TrendQuarter> quarters() {
        return TrendQuarter.all(trend.answer().get("quarters"));
    }

    public LineChart chart(PageContext page) {
        return LineChart.of(quarters(), true, reorganised(unit), page);
    }

    /** Figures of the quarter before; missing where there was no such unit. */
    public Part before() {
        List<Part> quarters = trend.answer().get("quarters").items();
        return quarters.size() < 2
                ? trend.answer().get("")
                : quarters.get(quarters.size() - 2).get("figures");
    }

    /** The length of the bar of a row, of 100 for the longest. */
    public long bar(UnitRow row) {
        double largest =
                ranked.stream().mapToDouble(each -> each.chosen().size()).max().orElse(0);
        return row.chosen().of(largest, 100);
    }

    /** Whether a sheet of paper leaves a row out, because there are too many. */
    public boolean isInTheMiddle(int row) {
        return ranked.size() > SHEET && row >= FIRST && row < ranked.size() - LAST;
    }

    /** How many rows a sheet of paper leaves out. */
    public int middle() {
        return ranked.size() > SHEET ? ranked.size() - FIRST - LAST : 0;
    }

    /** Sum of a figure over the rows that a sheet of paper leaves out. */
    public long ofMiddle(String figure) {
        return sum(ranked.subList(FIRST, ranked.size() - LAST), figure);
    }

    public int firstAfterMiddle() {
        return ranked.size() - LAST;
    }

    /** Sum of a figure over the units without help. */
    public long ofOthers(String figure) {
        return sum(others, figure);
    }

    private static long sum(List<UnitRow> rows, String figure) {
        return rows.stream().mapToLong(row -> row.line().get(figure).number()).sum();
    }

    /** As many as stand in a line. */
    public String namesOfOthers() {
        return others.stream().limit(IN_A_LINE).map(UnitRow::name).collect(Collectors.joining(", "));
    }

    /** Number of the units without help that {@link #namesOfOthers} leaves out. */
    public int unnamed() {
        return Math.max(0, others.size() - IN_A_LINE);
    }

    /** Something late in a unit. */
    public record Late(String name, String href, Part number) {}

    /**
     * Those of which most is late.
     *
     * @param others number of the other units of which something is late
     */
    public record Latest(List<Late> units, int others) {

        private static Latest of(Stream<Late> all) {
            ToLongFunction<Late> number = late -> late.number.number();
            List<Late> sorted = all.filter(late -> number.applyAsLong(late) > 0)
                    .sorted(Comparator.comparingLong(number).reversed())
                    .toList();
            return new Latest(sorted.stream().limit(NAMED).toList(), Math.max(0, sorted.size() - NAMED));
        }
    }

    /** Of a figure of the dashboard. */
    public Latest late(String figure) {
        return Latest.of(Stream.concat(ranked.stream(), others.stream())
                .map(row -> new Late(row.name(), row.href(), row.line().get(figure))));
    }

    /** Of the reports of teams, by their units. */
    public Latest reportsLate(String total, PageContext page) {
        String quarter = answer.answer().get("quarter").text();
        return Latest.of(reports.stream()
                .flatMap(found -> found.answer().get("areas").items().stream())
                .map(area -> new Late(
                        area.get("name").text(),
                        page.to("/units/" + Addresses.encoded(area.get("unit").text()) + "/reports?quarter=" + quarter),
                        area.at("totals/" + total))));
    }
}
