package vn.soto.page.activity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.PageTable;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/**
 * A unit's figures in a quarter: totals, kinds of help and residents, and the units below as a map, a chart or a table.
 */
@PageOf(value = "/api/dashboards/{unit}", personal = false)
public final class DashboardPage implements QuestionPage {

    DashboardPage() {}

    static final Set<String> VIEWS = Set.of("map", "chart", "table");

    /** First day of the units whose boundaries are known. */
    private static final String MAPPED = "2025-07-01";

    @Override
    public Set<String> options() {
        return Set.of("view", "by", "compare");
    }

    /**
     * The quarter before, on one sheet with more quarters; the other boundaries where both are compared; now, where the
     * page is about the past.
     */
    @Override
    public List<String> further(ApiAnswer answer, PageContext page) {
        String here = Addresses.with(answer.address(), "quarter", quarter(answer));
        List<String> further = new ArrayList<>();
        if (Overview.isOf(answer, page)) {
            if (page.isPast()) {
                further.add(Addresses.with(here, "asOf", ""));
            }
            further.addAll(Overview.questions(answer, page));
            return further;
        }
        further.add(Addresses.with(here, "quarter", before(quarter(answer))));
        if (isCompared(page)) {
            further.add(Addresses.with(here, "boundaries", other(answer)));
        }
        if (page.isPast()) {
            further.add(Addresses.with(here, "asOf", ""));
        }
        return further;
    }

    /** Asks for the successors of the quarter's units if both boundaries are compared. */
    @Override
    public List<String> thereafter(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        return isCompared(page) ? Comparison.questions(answer, further.get(1), page) : List.of();
    }

    public static boolean isCompared(PageContext page) {
        return page.option("compare").equals("yes");
    }

    /** The units with all their figures, what belongs to none of them yet, and the total. */
    @Override
    public List<PageTable> tables(ApiAnswer answer, PageContext page) {
        List<PageTable.Column> columns = new ArrayList<>(List.of(
                new PageTable.Column("name", page.t("dashboard.unit")),
                PageTable.Column.of("officialCode", answer, page)));
        answer.answer().get("total").fields().forEach(figure -> {
            if (figure.getValue().value().isObject()) {
                figure.getValue()
                        .fields()
                        .forEach(part ->
                                columns.add(PageTable.Column.of(figure.getKey() + "/" + part.getKey(), answer, page)));
            } else {
                columns.add(PageTable.Column.of(figure.getKey(), answer, page));
            }
        });
        return List.of(new PageTable(page.title(answer), columns, each -> {
            List<Part> rows = new ArrayList<>(each.answer().get("children").items());
            Part undecided = each.answer().get("undecided");
            if (undecided.exists()) {
                rows.add(undecided);
            }
            Part total = each.answer().get("total");
            rows.add(new Part("total", total.value().deepCopy().asObject().put("name", page.t("dashboard.sum"))));
            return rows;
        }));
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        return Overview.isOf(answer, page) ? overview(answer, further, page) : parts(answer, further, page);
    }

    private static String title(ApiAnswer answer, PageContext page) {
        return page.unit(answer.answer().get("unit")) + " · " + page.format().text(quarter(answer));
    }

    private static UnitMap map(ApiAnswer answer, PageContext page) {
        boolean known = answer.answer().get("boundariesOn").text().compareTo(MAPPED) >= 0;
        return UnitMap.of(known ? UnitRow.of(answer, page) : List.of());
    }

    private static View overview(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "answer",
                answer,
                "overview",
                Overview.of(answer, page.isPast() ? further.subList(1, further.size()) : further, page),
                "map",
                map(answer, page),
                "by",
                UnitRow.by(answer, page)));
        if (page.isPast()) {
            values.put("now", further.getFirst().answer().get("total"));
        }
        return new View(title(answer, page), "dashboard/overview.jte", values);
    }

    private static View parts(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        String quarter = quarter(answer);
        Part unit = answer.answer().get("unit");
        String figures = "/dashboards/" + unit.get("unit").text() + "/figures/%s?quarter=" + quarter;
        Part total = answer.answer().get("total");
        Part before = further.getFirst().answer().get("total");
        List<UnitRow> rows = UnitRow.withUndecided(answer, page);
        UnitMap map = map(answer, page);
        Map<String, Object> values = new HashMap<>(Map.of(
                "answer",
                answer,
                "before",
                further.getFirst(),
                "now",
                page.isPast() ? further.get(isCompared(page) ? 2 : 1) : answer,
                "modes",
                Bar.of(total.get("byMode"), before.get("byMode"), "M", figures, page),
                "channels",
                Bar.of(total.get("byChannel"), before.get("byChannel"), "H05", figures, page),
                "services",
                Bar.of(total.get("byService"), before.get("byService"), "S", figures, page),
                "rows",
                rows,
                "map",
                map,
                "view",
                chosenView(page, map)));
        values.put("figures", figures);
        values.put("by", UnitRow.by(answer, page).isEmpty() ? "assistances" : UnitRow.by(answer, page));
        values.put("sheet", Overview.isPossible(answer));
        if (isCompared(page)) {
            values.put("comparison", comparison(answer, further, page));
        }
        return new View(title(answer, page), "dashboard/dashboard.jte", values);
    }

    /** Empty if the other boundaries cannot be asked about. */
    private static Optional<Comparison> comparison(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        ApiAnswer other = further.get(1);
        List<ApiAnswer> units = further.subList(page.isPast() ? 3 : 2, further.size());
        return other.isProblem() ? Optional.empty() : Optional.of(Comparison.of(answer, other, units, page));
    }

    private static String chosenView(PageContext page, UnitMap map) {
        return Optional.of(page.option("view"))
                .filter(VIEWS::contains)
                .orElse(map.shapes().isEmpty() ? "table" : "map");
    }

    private static String quarter(ApiAnswer answer) {
        return answer.answer().get("quarter").text();
    }

    public static String before(String quarter) {
        return moved(quarter, -1);
    }

    public static String after(String quarter) {
        return moved(quarter, 1);
    }

    private static String moved(String quarter, int by) {
        int number = Integer.parseInt(quarter.substring(0, 4)) * 4 + quarter.charAt(6) - '1' + by;
        return number / 4 + "-Q" + (number % 4 + 1);
    }

    private static String other(ApiAnswer answer) {
        return answer.answer().get("boundaries").text().equals("as-now") ? "as-was" : "as-now";
    }
}
