package vn.soto.page.activity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The boundary of a unit on the grid of all of them, north up. A label stands at the point within that is farthest from the boundary.
 *
 * @param x     of that point, like {@code y}
 * @param room  how wide the unit is at that point
 * @param depth distance of the boundary from that point
 * @param path  for SVG: one closed line, its first point, then the steps from each point to the next
 */
record Outline(String code, int x, int y, int room, int depth, String path, Frame frame) {

    private static final String FILE = "/vn/soto/page/units-from-2025-07-01.csv";
    private static final Pattern STEP = Pattern.compile("(-?\\d+)\\D*?(-?\\d+)");
    private static final int COLUMNS = 6;

    /** By the official code of the unit. */
    static final Map<String, Outline> ALL = all();

    /** A part of the grid. */
    record Frame(int left, int top, int right, int bottom) {

        private static final Frame WHOLE = new Frame(0, 0, 1000, 1016);

        /** The least that holds all of these. */
        static Frame around(Stream<Frame> frames) {
            return frames.reduce((one, other) -> new Frame(
                            Math.min(one.left, other.left),
                            Math.min(one.top, other.top),
                            Math.max(one.right, other.right),
                            Math.max(one.bottom, other.bottom)))
                    .orElse(WHOLE);
        }

        Frame widened(int by) {
            return new Frame(left - by, top - by, right + by, bottom + by);
        }

        int width() {
            return right - left;
        }

        int height() {
            return bottom - top;
        }

        boolean meets(Frame other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    private static Outline of(String line) {
        String[] columns = line.split(",", COLUMNS);
        return new Outline(
                columns[0],
                Integer.parseInt(columns[1]),
                Integer.parseInt(columns[2]),
                Integer.parseInt(columns[3]),
                Integer.parseInt(columns[4]),
                columns[5],
                frame(columns[5]));
    }

    private static Frame frame(String path) {
        Stream.Builder<Frame> points = Stream.builder();
        Matcher step = STEP.matcher(path);
        int x = 0;
        int y = 0;
        while (step.find()) {
            x += Integer.parseInt(step.group(1));
            y += Integer.parseInt(step.group(2));
            points.add(new Frame(x, y, x, y));
        }
        return Frame.around(points.build());
    }

    /** The file has a comment that names its source, then a line for each unit. */
    private static Map<String, Outline> all() {
        try (InputStream in = Objects.requireNonNull(Outline.class.getResourceAsStream(FILE));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Outline::of)
                    .collect(Collectors.toUnmodifiableMap(Outline::code, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
