package vn.soto.page.creation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.soto.page.ApiAnswer;
import vn.soto.page.form.CommandSheet;
import vn.soto.page.form.Typed;

/**
 * The units of a form that end, and those that take their place; they become the rows of a file that reorganises units.
 *
 * @param units     that end
 * @param existing  units that take their place
 * @param names     of new units that take their place, of the kind of those that end and in the same unit above
 */
record ReorganisedUnits(boolean splits, List<String> units, List<String> existing, List<String> names, String key) {

    static final String UNITS = "units";
    static final String SUCCESSORS = "successors";
    static final String NAMES = "names";
    private static final String TITLES = "action,unit,kind,name,official_code,parent,successor";

    static ReorganisedUnits of(Typed typed) {
        return new ReorganisedUnits(
                typed.text("what").equals("split"),
                typed.all(UNITS),
                typed.all(SUCCESSORS),
                typed.text(NAMES)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                typed.text("_key"));
    }

    /** Ids of the new units: the same however often the form is sent. */
    private List<String> made() {
        return Stream.iterate(0, i -> i + 1)
                .limit(names.size())
                .map(i -> CommandSheet.derived(key, "unit " + i))
                .toList();
    }

    /** @param first the answer about the first unit that ends */
    String rows(ApiAnswer first) {
        List<String> rows = new ArrayList<>(List.of(TITLES));
        List<String> made = made();
        String parent = first.answer().get("parent").text();
        String kind = first.answer().get("kind").text();
        for (int i = 0; i < made.size(); i++) {
            rows.add(row("establish", made.get(i), kind, names.get(i), "", parent, ""));
        }
        List<String> successors =
                Stream.concat(existing.stream(), made.stream()).toList();
        for (String unit : units) {
            successors.stream()
                    .filter(successor -> !successor.equals(unit))
                    .map(successor -> row(splits ? "split" : "merge", unit, "", "", "", "", successor))
                    .forEach(rows::add);
        }
        return String.join("\r\n", rows);
    }

    private static String row(String... cells) {
        return Stream.of(cells)
                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                .reduce((row, cell) -> row + "," + cell)
                .orElse("");
    }
}
