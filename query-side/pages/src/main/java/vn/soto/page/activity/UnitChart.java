package vn.soto.page.activity;

import java.util.List;
import java.util.stream.LongStream;
import vn.soto.page.PageContext;

/**
 * Units as bars from one axis, each of which tells its numbers while it has the focus. Places from left to right are
 * percents of the axis, those from top to bottom pixels. So letters keep their size at any width.
 *
 * @param without number of units without help, which have no bar
 */
public record UnitChart(List<Bar> bars, List<Tick> ticks, int without) {

    /** Height of a bar with its distance to the next. */
    public static final int ROW = 28;

    /** Above it are the numbers of the axis. */
    public static final int TOP = 26;

    private static final int STEPS = 4;
    private static final double HUNDRED = 100;

    /** @param told text beside the value by which the units are compared */
    public record Bar(UnitRow row, double width, String told, int y) {}

    public record Tick(String text, double x) {}

    public static UnitChart of(List<UnitRow> all, PageContext page) {
        List<UnitRow> rows =
                all.stream().filter(row -> row.isHelped() || !row.isUnit()).toList();
        double most =
                rows.stream().mapToDouble(row -> row.chosen().size()).max().orElse(0);
        double step = LineChart.step(most / STEPS);
        double whole = step * Math.max(1, Math.ceil(most / step));
        List<Tick> ticks = LongStream.rangeClosed(0, Math.round(whole / step))
                .mapToObj(i -> new Tick(
                        page.format().number(Math.round(i * step)), LineChart.rounded(HUNDRED * i * step / whole)))
                .toList();
        return new UnitChart(
                rows.stream()
                        .map(row -> new Bar(
                                row,
                                LineChart.rounded(
                                        HUNDRED * Math.max(0, row.chosen().size()) / whole),
                                told(row, page),
                                TOP + ROW * rows.indexOf(row)))
                        .toList(),
                ticks,
                all.size() - rows.size());
    }

    private static String told(UnitRow row, PageContext page) {
        return page.t(
                "chart.told",
                page.format().number(row.line().get("assistances").number()),
                Ratio.perHundred(row.line()).text(page),
                Ratio.bySelf(row.line()).text(page));
    }

    public int height() {
        return TOP + ROW * bars.size();
    }
}
