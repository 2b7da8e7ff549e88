package vn.soto.page.activity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.soto.page.Part;

/**
 * A map of units whose boundaries are known, shaded by a figure. Zero has a class of its own, the rest four classes of
 * equally many units; fewer than eight units share one class.
 *
 * @param shapes  in the order of the rows
 * @param classes smallest and largest value of each class, and how many units it has
 * @param without names of the units whose boundaries are not known
 */
public record UnitMap(List<Outline> shapes, List<Range> classes, List<String> without) {

    private static final String FILE = "/vn/soto/page/units-from-2025-07-01.csv";
    private static final Map<String, String> PATHS = paths();
    private static final int CLASSES = 5;
    private static final int FEWEST = 8;

    /** @param shade from 1, lightest, to 5 */
    public record Outline(String path, String name, Part value, String href, int shade) {}

    public record Range(int shade, long least, long most, long units) {}

    static UnitMap of(List<UnitRow> rows) {
        List<UnitRow> shown = rows.stream()
                .filter(row -> PATHS.containsKey(row.officialCode()))
                .toList();
        List<Long> values = shown.stream()
                .map(row -> row.chosen().number())
                .filter(value -> value != 0)
                .sorted()
                .toList();
        List<Outline> shapes = shown.stream()
                .map(row -> new Outline(
                        Objects.requireNonNull(PATHS.get(row.officialCode())),
                        row.name(),
                        row.chosen(),
                        row.href(),
                        shade(row.chosen().number(), values)))
                .toList();
        return new UnitMap(
                shapes,
                classes(shapes),
                rows.stream()
                        .filter(row -> !PATHS.containsKey(row.officialCode()))
                        .map(UnitRow::name)
                        .toList());
    }

    /** Equal values have one shade. */
    private static int shade(long value, List<Long> sorted) {
        if (value == 0) {
            return 1;
        }
        int shades = CLASSES - 1;
        return sorted.size() < FEWEST ? 3 : 2 + Math.min(shades - 1, sorted.indexOf(value) * shades / sorted.size());
    }

    private static List<Range> classes(List<Outline> shapes) {
        List<Range> classes = new ArrayList<>();
        for (int i = 1; i <= CLASSES; i++) {
            int shade = i;
            List<Long> values = shapes.stream()
                    .filter(shape -> shape.shade == shade)
                    .map(shape -> shape.value.number())
                    .sorted()
                    .toList();
            if (!values.isEmpty()) {
                classes.add(new Range(shade, values.getFirst(), values.getLast(), values.size()));
            }
        }
        return classes;
    }

    /** The file has a comment that names its source, then lines of an official code and an SVG path. */
    private static Map<String, String> paths() {
        Map<String, String> paths = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(UnitMap.class.getResourceAsStream(FILE));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] halves = line.split(",", 2);
                paths.put(halves[0], halves[1]);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(paths);
    }
}
