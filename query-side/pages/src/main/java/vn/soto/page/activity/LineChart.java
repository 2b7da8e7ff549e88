package vn.soto.page.activity;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import vn.soto.page.PageContext;

/**
 * Quarters side by side as lines: help at home, over Zalo, and what people did themselves. Places from left to right are
 * percents of the width, those from top to bottom pixels, so that letters keep their size at any width.
 *
 * @param columns one for each quarter
 * @param lines   labelled at their ends
 * @param marks   days of reorganisations
 */
public record LineChart(List<Column> columns, List<Line> lines, List<Tick> ticks, List<Mark> marks) {

    /** Of the whole drawing. */
    public static final int HEIGHT = 250;

    /** Above it what a quarter tells is shown. */
    public static final int TOP = 56;

    public static final int BOTTOM = 222;

    private static final int LABELS = 17;
    private static final int HUNDRED = 100;
    private static final int QUARTER = 25;
    private static final int STEPS = 4;
    private static final double[] ROUND = {1, 2, 5, 10};

    /**
     * @param name   as short as an axis wants it
     * @param spare  whether a narrow axis leaves its name out
     * @param from   its left end in percent, like its {@code width}
     * @param line   the quarter; it has no figures where there was no such unit
     */
    public record Column(String name, boolean spare, double from, double width, TrendQuarter line) {

        public double middle() {
            return rounded(from + width / 2);
        }
    }

    /** A part of a line from one quarter to the next. */
    public record Piece(double fromX, long fromY, double toX, long toY) {}

    public record Dot(double x, long y) {}

    /** @param end height of the label, which tells the last quarter with help */
    public record Line(String name, String label, List<Piece> pieces, List<Dot> dots, long end) {}

    public record Tick(String text, long y) {}

    public record Mark(String day, double x) {}

    private record Series(String name, ToDoubleFunction<TrendQuarter> of) {}

    /** @param days of reorganisations, of which those within the quarters are marked */
    static LineChart of(List<TrendQuarter> quarters, boolean shares, List<String> days, PageContext page) {
        List<Series> all = new ArrayList<>(List.of(
                new Series("home", quarter -> shares ? quarter.share(quarter.home()) : quarter.home()),
                new Series("zalo", quarter -> shares ? quarter.share(quarter.zalo()) : quarter.zalo()),
                new Series("self", quarter -> shares ? quarter.share(quarter.self()) : quarter.self())));
        if (!shares) {
            all.add(new Series("all", TrendQuarter::total));
        }
        double most = quarters.stream()
                .filter(TrendQuarter::counts)
                .flatMapToDouble(quarter -> all.stream().mapToDouble(series -> series.of.applyAsDouble(quarter)))
                .max()
                .orElse(0);
        double step = shares ? QUARTER : step(most / STEPS);
        double whole = step * Math.max(1, Math.ceil(most / step));
        List<Column> columns = columns(quarters, page);
        return new LineChart(
                columns,
                apart(all.stream()
                        .map(series -> line(series, columns, whole, shares, page))
                        .filter(line -> !line.dots.isEmpty())
                        .toList()),
                ticks(step, whole, shares, page),
                days.stream().flatMap(day -> mark(day, columns, page).stream()).toList());
    }

    /** The least of 1, 2, 5, 10, 20 … that is not below. */
    static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, least))));
        for (double round : ROUND) {
            if (round * power >= least) {
                return round * power;
            }
        }
        return power * 10;
    }

    private static List<Column> columns(List<TrendQuarter> quarters, PageContext page) {
        double width = (double) HUNDRED / quarters.size();
        return IntStream.range(0, quarters.size())
                .mapToObj(i -> new Column(
                        page.format()
                                .text(quarters.get(i).quarter())
                                .replaceFirst("^Quý ", "")
                                .replaceFirst("/20", "/"),
                        (quarters.size() - i) % 2 == 0,
                        rounded(i * width),
                        rounded(width),
                        quarters.get(i)))
                .toList();
    }

    private static Line line(Series series, List<Column> columns, double whole, boolean shares, PageContext page) {
        List<Piece> pieces = new ArrayList<>();
        List<Dot> dots = new ArrayList<>();
        String last = "";
        boolean joined = false;
        for (Column column : columns) {
            boolean counts = column.line.counts();
            if (counts) {
                double value = series.of.applyAsDouble(column.line);
                Dot dot = new Dot(column.middle(), Math.round(BOTTOM - value * (BOTTOM - TOP) / whole));
                if (joined) {
                    pieces.add(new Piece(dots.getLast().x, dots.getLast().y, dot.x, dot.y));
                }
                dots.add(dot);
                last = page.format().number(Math.round(value)) + (shares ? "%" : "");
            }
            joined = counts;
        }
        String name = page.t("lines." + series.name);
        return new Line(series.name, name + " " + last, pieces, dots, dots.isEmpty() ? 0 : dots.getLast().y);
    }

    /** The labels one below the other, as near to the ends of their lines as may be. */
    private static List<Line> apart(List<Line> lines) {
        List<Line> sorted = lines.stream()
                .sorted(Comparator.comparingLong(Line::end).reversed())
                .toList();
        List<Line> apart = new ArrayList<>();
        long free = BOTTOM;
        for (Line line : sorted) {
            long end = Math.min(free, line.end);
            apart.add(new Line(line.name, line.label, line.pieces, line.dots, end));
            free = end - LABELS;
        }
        return apart;
    }

    private static List<Tick> ticks(double step, double whole, boolean shares, PageContext page) {
        return LongStream.rangeClosed(0, Math.round(whole / step))
                .mapToObj(i -> new Tick(
                        page.format().number(Math.round(i * step)) + (shares ? "%" : ""),
                        Math.round(BOTTOM - i * step * (BOTTOM - TOP) / whole)))
                .toList();
    }

    /** Of the first day of a quarter between it and the quarter before. */
    private static List<Mark> mark(String day, List<Column> columns, PageContext page) {
        return columns.stream()
                .filter(column -> column.line.line().get("firstDay").exists())
                .filter(column -> column.line.line().get("firstDay").text().compareTo(day) <= 0
                        && column.line.line().get("lastDay").text().compareTo(day) >= 0)
                .map(column -> {
                    LocalDate first =
                            LocalDate.parse(column.line.line().get("firstDay").text());
                    LocalDate last =
                            LocalDate.parse(column.line.line().get("lastDay").text());
                    double along = (double) ChronoUnit.DAYS.between(first, LocalDate.parse(day))
                            / (ChronoUnit.DAYS.between(first, last) + 1);
                    return new Mark(page.format().text(day), rounded(column.from + along * column.width));
                })
                .toList();
    }

    static double rounded(double number) {
        return Math.round(number * 100) / 100.0;
    }
}
