package vn.soto.page.record;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.soto.page.PageContext;
import vn.soto.page.Part;

/** The finding of a list of units and their teams: how many have no team, several, or one to be consolidated. */
final class CoverageFinding {

    /** Marks of a row, in the order in which they are told. */
    private static final List<String> MARKS = List.of("uncovered", "overlapping", "needsConsolidation");

    private CoverageFinding() {}

    static String of(List<Part> rows, boolean more, PageContext page) {
        if (rows.isEmpty()) {
            return "";
        }
        List<Map.Entry<String, Long>> marked = MARKS.stream()
                .map(mark -> Map.entry(
                        mark,
                        rows.stream().filter(row -> row.get(mark).isTrue()).count()))
                .filter(mark -> mark.getValue() > 0)
                .toList();
        String number = page.format().number(rows.size());
        String found = marked.isEmpty()
                ? page.t("coverage.whole", number)
                : page.t(
                        "coverage.found",
                        number,
                        marked.stream()
                                .map(mark -> page.t(
                                        "coverage." + mark.getKey(),
                                        page.format().number(mark.getValue())))
                                .collect(Collectors.joining(", ")));
        return more ? page.t("coverage.part", found) : found;
    }
}
