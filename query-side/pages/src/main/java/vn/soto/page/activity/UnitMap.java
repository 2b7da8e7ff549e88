package vn.soto.page.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.soto.page.activity.Outline.Frame;

/**
 * A map of units whose boundaries are known, shaded by a value of each. Unknown values and zero have a class each, the
 * rest four classes of equally many units; fewer than eight units share one class. It shows where somebody was helped.
 *
 * @param shapes  in the order of the rows, those outside the frame left out
 * @param classes smallest and largest value of each class, and how many units it has
 * @param without names of the units whose boundaries are not known
 */
public record UnitMap(List<Drawn> shapes, List<Range> classes, List<String> without, Frame frame) {

    private static final int CLASSES = 5;
    private static final int FEWEST = 8;

    /** Of the width of the frame. */
    private static final double LETTERS = 0.03;

    /** Of the size of letters. */
    private static final double LETTER = 0.56;

    private static final int MARGIN = 12;

    /**
     * @param shade 0 for what is not known, otherwise from 1, lightest, to 5
     * @param label which of name and value have room within; none where nobody was helped
     */
    public record Drawn(String path, String name, UnitValue value, String href, int shade, Label label) {}

    /** @param lines 0 without room, 1 for the value alone, 2 with the name above it */
    public record Label(int x, int y, int lines) {}

    public record Range(int shade, String least, String most, long units) {}

    /** A unit and its boundary. */
    private record Placed(UnitRow row, Outline outline) {}

    static UnitMap of(List<UnitRow> rows) {
        List<Placed> placed = rows.stream()
                .filter(row -> Outline.ALL.containsKey(row.officialCode()))
                .map(row -> new Placed(row, Objects.requireNonNull(Outline.ALL.get(row.officialCode()))))
                .toList();
        Frame frame = frame(placed);
        List<Double> values = placed.stream()
                .map(each -> each.row.chosen().size())
                .filter(value -> value > 0)
                .sorted()
                .toList();
        return new UnitMap(
                placed.stream()
                        .filter(each -> each.outline.frame().meets(frame))
                        .map(each -> drawn(each, frame, values))
                        .toList(),
                classes(placed, values),
                rows.stream()
                        .filter(row -> !Outline.ALL.containsKey(row.officialCode()))
                        .map(UnitRow::name)
                        .toList(),
                frame);
    }

    /** Around those in which somebody was helped; all of the land if nobody was anywhere. */
    private static Frame frame(List<Placed> placed) {
        List<Placed> helped =
                placed.stream().filter(each -> each.row.isHelped()).toList();
        return Frame.around((helped.isEmpty() ? placed : helped).stream().map(each -> each.outline.frame()))
                .widened(MARGIN);
    }

    private static Drawn drawn(Placed placed, Frame frame, List<Double> values) {
        UnitRow row = placed.row;
        return new Drawn(
                placed.outline.path(),
                row.name(),
                row.chosen(),
                row.href(),
                shade(row.chosen().size(), values),
                label(placed, frame.width() * LETTERS));
    }

    private static Label label(Placed placed, double letters) {
        Outline outline = placed.outline;
        double room = outline.room() / (letters * LETTER);
        if (!placed.row.isHelped()) {
            return new Label(outline.x(), outline.y(), 0);
        }
        boolean named = room >= placed.row.name().length() && outline.depth() >= letters;
        boolean valued = room >= placed.row.chosen().text().length() && outline.depth() >= letters / 2;
        return new Label(outline.x(), outline.y(), named ? 2 : valued ? 1 : 0);
    }

    /** Size of letters on the grid. */
    public long letters() {
        return Math.round(frame.width() * LETTERS);
    }

    /** Left end of the text about the unit in focus, like {@link #top}. */
    public long left() {
        return frame.left() + letters() / 2;
    }

    public long top() {
        return frame.top() + letters() * 5 / 4;
    }

    /** The frame as SVG wants it. */
    public String viewBox() {
        return frame.left() + " " + frame.top() + " " + frame.width() + " " + frame.height();
    }

    /** Equal values have one shade. */
    private static int shade(double value, List<Double> sorted) {
        if (value <= 0) {
            return value < 0 ? 0 : 1;
        }
        int shades = CLASSES - 1;
        return sorted.size() < FEWEST ? 3 : 2 + Math.min(shades - 1, sorted.indexOf(value) * shades / sorted.size());
    }

    private static List<Range> classes(List<Placed> placed, List<Double> values) {
        List<Range> classes = new ArrayList<>();
        for (int i = 0; i <= CLASSES; i++) {
            int shade = i;
            List<UnitValue> shaded = placed.stream()
                    .map(each -> each.row.chosen())
                    .filter(value -> shade(value.size(), values) == shade)
                    .sorted((one, other) -> Double.compare(one.size(), other.size()))
                    .toList();
            if (!shaded.isEmpty()) {
                classes.add(new Range(
                        shade, shaded.getFirst().text(), shaded.getLast().text(), shaded.size()));
            }
        }
        return classes;
    }
}
