package vn.soto.page.activity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;

/**
 * The help given in a quarter by the units of that quarter and by those of today, joined by what became of each unit.
 *
 * @param joints numbers of a row of each side that are joined
 */
public record Comparison(Side was, Side now, List<Joint> joints) {

    /** More units are compared without lines. */
    private static final int MOST_JOINED = 40;

    /** @param rows all parts of the total, what is undecided last */
    public record Side(ApiAnswer of, List<UnitRow> rows) {

        /** Sum of what stands in the rows. */
        public long sum() {
            return rows.stream()
                    .mapToLong(row -> row.line().get("assistances").number())
                    .sum();
        }

        public Part total() {
            return of.answer().get("total");
        }

        boolean addsUp() {
            return sum() == total().get("assistances").number();
        }
    }

    public record Joint(int was, int now) {}

    /** Questions about what became of the units of the quarter. */
    static List<String> questions(ApiAnswer answer, ApiAnswer other, PageContext page) {
        List<UnitRow> rows = UnitRow.compared(was(answer, other), page);
        return rows.size() > MOST_JOINED
                ? List.of()
                : rows.stream()
                        .filter(UnitRow::isUnit)
                        .map(row -> page.known("/api/units/"
                                + Addresses.encoded(row.line().get("unit").text())))
                        .toList();
    }

    /** @param units answers of {@link #questions} */
    @SuppressWarnings("ReferenceEquality") // the other one of the two
    static Comparison of(ApiAnswer answer, ApiAnswer other, List<ApiAnswer> units, PageContext page) {
        ApiAnswer then = was(answer, other);
        Side was = new Side(then, UnitRow.compared(then, page));
        ApiAnswer today = then == answer ? other : answer;
        Side now = new Side(today, UnitRow.compared(today, page));
        Map<String, Integer> places = new HashMap<>();
        now.rows.forEach(row -> places.put(row.line().get("unit").text(), places.size()));
        List<Joint> joints = new ArrayList<>();
        for (int i = 0; i < Math.min(units.size(), was.rows.size()); i++) {
            int from = i;
            becameOf(units.get(i))
                    .filter(places::containsKey)
                    .forEach(unit -> joints.add(new Joint(from, places.getOrDefault(unit, 0))));
        }
        return new Comparison(was, now, joints);
    }

    /** The units that a unit became, or itself if it is still there. */
    private static Stream<String> becameOf(ApiAnswer unit) {
        List<Part> successors = unit.answer().get("successors").items();
        return successors.isEmpty()
                ? Stream.of(unit.answer().get("unit").text())
                : successors.stream().map(successor -> successor.at("unit/unit").text());
    }

    private static ApiAnswer was(ApiAnswer answer, ApiAnswer other) {
        return answer.answer().get("boundaries").text().equals("as-was") ? answer : other;
    }

    /** The rows of today that a row of the quarter became. */
    public List<UnitRow> after(int row) {
        return joints.stream()
                .filter(joint -> joint.was == row)
                .map(joint -> now.rows.get(joint.now))
                .toList();
    }

    /** The rows of the quarter that a row of today was. */
    public List<UnitRow> before(int row) {
        return joints.stream()
                .filter(joint -> joint.now == row)
                .map(joint -> was.rows.get(joint.was))
                .toList();
    }

    /** Whether the rows of each side agree with its total. */
    public boolean addsUp() {
        return was.addsUp() && now.addsUp();
    }

    /** Whether the totals agree; those of a unit that has grown or shrunk since do not. */
    public boolean isSame() {
        return was.sum() == now.sum();
    }
}
