package vn.soto.page.creation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.page.Part;
import vn.soto.page.creation.RowKind.RowColumn;
import vn.soto.page.creation.RowsForm.Fate;
import vn.soto.page.creation.RowsForm.State;
import vn.soto.page.form.Typed;
import vn.soto.web.TypedDays;

/** The rows of a page as a file: what stands above the table is written into each row that does not say otherwise. */
final class RowSheet {

    private static final String AGAIN = "again";
    private static final int FIRST_LINE = 2;

    /** The titles of columns, for messages about them. */
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("household", "Hộ"),
            Map.entry("services", "Việc"),
            Map.entry("mode", "Ai bấm máy"),
            Map.entry("outcome", "Kết quả"),
            Map.entry("follow_up", "Hẹn lại"),
            Map.entry("date", "Ngày"),
            Map.entry("procedure", "Mã thủ tục"),
            Map.entry("team", "Tổ"),
            Map.entry("channel", "Hình thức"),
            Map.entry("reason", "Lý do ghi muộn"),
            Map.entry(AGAIN, "Vẫn ghi"),
            Map.entry("unit", "Địa bàn"),
            Map.entry("reference", "Mã hộ"),
            Map.entry("head", "Chủ hộ"),
            Map.entry("phone", "Điện thoại"),
            Map.entry("address", "Địa chỉ"),
            Map.entry("effective_from", "Từ ngày"));

    private final RowKind kind;
    private final Typed typed;
    private final TypedDays days;
    private final boolean english;
    private final List<Integer> filled;

    RowSheet(RowKind kind, Typed typed, TypedDays days, boolean english) {
        this.english = english;
        this.kind = kind;
        this.typed = typed;
        this.days = days;
        this.filled = typed.rows(RowsForm.ROW).stream()
                .filter(row -> row < RowKind.MOST_ROWS && isFilled(row))
                .toList();
    }

    private boolean isFilled(int row) {
        return kind.columns().stream()
                .anyMatch(column -> !cell(row, column.name()).isEmpty());
    }

    private String cell(int row, String column) {
        return typed.text(RowsForm.ROW + "." + row + "." + column);
    }

    boolean isEmpty() {
        return filled.isEmpty();
    }

    String csv() {
        List<String> columns = Stream.of(
                        kind.columns().stream().map(RowColumn::name), kind.common().stream(), Stream.of(AGAIN))
                .flatMap(each -> each)
                .filter(column -> kind == RowKind.VISITS || !column.equals(AGAIN))
                .distinct()
                .toList();
        return Stream.concat(
                        Stream.of(columns.stream().map(this::title).toList()),
                        filled.stream()
                                .map(row -> columns.stream()
                                        .map(column -> value(row, column))
                                        .toList()))
                .map(line -> line.stream().map(RowSheet::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n"));
    }

    private String title(String column) {
        if (english) {
            return column;
        }
        return column.equals("member")
                ? kind == RowKind.VISITS ? "Người hướng dẫn" : "Người phụ trách"
                : TITLES.getOrDefault(column, column);
    }

    private String value(int row, String column) {
        String own = cell(row, column);
        String value = own.isEmpty() && kind.common().contains(column) ? typed.text(column) : own;
        return column.equals("effective_from") ? days.day(value) : value;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** The result of the dry run for each row. */
    Map<Integer, Fate> fates(Part report) {
        Map<Integer, Fate> fates = new HashMap<>();
        filled.forEach(row -> fates.put(row, new Fate(State.READY, List.of(), "", "", "")));
        report.get("repeatedRows")
                .items()
                .forEach(line -> fates.put(row(line.number()), new Fate(State.KNOWN, List.of(), "", "", "")));
        report.get("faults").items().forEach(fault -> {
            int row = row(fault.get("row").number());
            Fate before = fates.get(row);
            List<String> texts = new ArrayList<>(before == null ? List.of() : before.texts());
            texts.add(fault.get("cause").text());
            boolean like = fault.get("about").exists();
            String fix = fault.get("fix").text();
            fates.put(
                    row,
                    new Fate(
                            like && texts.size() == 1 ? State.LIKE : State.WRONG,
                            List.copyOf(texts),
                            fix.isEmpty() ? "" : fault.get("column").text(),
                            fix,
                            fault.get("about").text()));
        });
        return fates;
    }

    private int row(long line) {
        int index = (int) line - FIRST_LINE;
        return index >= 0 && index < filled.size() ? filled.get(index) : 0;
    }

    /** The rows that remain after recording: those to be mended, from the top. */
    Typed left(Map<Integer, Fate> fates) {
        Typed left = typed.without(RowsForm.ROW);
        int next = 0;
        for (int row : filled) {
            Fate fate = fates.get(row);
            if (fate != null && (fate.state() == State.WRONG || fate.state() == State.LIKE)) {
                for (RowColumn column : kind.columns()) {
                    left = left.with(RowsForm.ROW + "." + next + "." + column.name(), cell(row, column.name()));
                }
                next++;
            }
        }
        return left;
    }

    /** The fates of {@link #left}. */
    Map<Integer, Fate> waiting(Map<Integer, Fate> fates) {
        Map<Integer, Fate> waiting = new HashMap<>();
        filled.stream()
                .map(fates::get)
                .filter(fate -> fate != null && (fate.state() == State.WRONG || fate.state() == State.LIKE))
                .forEach(fate -> waiting.put(waiting.size(), fate));
        return waiting;
    }

    /** Lines of a spreadsheet, whose cells are separated by tabs, put below the rows that are filled in. */
    static Typed pasted(RowKind kind, Typed typed, String text) {
        int next = typed.rows(RowsForm.ROW).stream()
                .filter(row -> typed.isFilled(RowsForm.ROW + "." + row))
                .mapToInt(row -> row + 1)
                .max()
                .orElse(0);
        Typed more = typed;
        for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
            String[] cells = line.split("\t", -1);
            for (int i = 0; i < Math.min(cells.length, kind.columns().size()); i++) {
                more = more.with(
                        RowsForm.ROW + "." + next + "." + kind.columns().get(i).name(), cells[i].strip());
            }
            next++;
        }
        return more.with("_paste", "");
    }
}
