package vn.soto.page.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook. Texts stand in their cells and not in a table of all texts, so that rows can be given out. */
final class XlsxFile implements TableFile {

    private static final int LONGEST_NAME = 31;
    private static final int LONGEST_TEXT = 32_000;
    private static final int NARROWEST = 12;
    private static final int WIDEST = 44;
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[\\[\\]:*?/\\\\']");

    /** The beginning of an escaped character in a workbook (ECMA-376 part 1, ST_Xstring). */
    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Workbook workbook = new Workbook(bytes, "So To", "1.0");
    private final List<String> names = new ArrayList<>();
    private @Nullable Worksheet sheet;
    private int row;
    private int columns;

    @Override
    public void sheet(String name, List<String> titles) {
        ended();
        Worksheet begun = workbook.newWorksheet(unused(name));
        begun.freezePane(0, 1);
        row = 0;
        columns = titles.size();
        for (int column = 0; column < columns; column++) {
            begun.width(column, Math.clamp(titles.get(column).length() + 4L, NARROWEST, WIDEST));
            begun.inlineString(0, column, text(titles.get(column)));
            begun.style(0, column).bold().set();
        }
        row = 1;
        sheet = begun;
    }

    private String unused(String name) {
        String plain = NOT_IN_NAMES.matcher(name).replaceAll(" ").strip();
        String base = plain.isEmpty() ? "1" : plain;
        for (int number = 1; ; number++) {
            String end = number == 1 ? "" : " " + number;
            String tried = base.substring(0, Math.min(base.length(), LONGEST_NAME - end.length())) + end;
            if (names.stream().noneMatch(tried::equalsIgnoreCase)) {
                names.add(tried);
                return tried;
            }
        }
    }

    @Override
    public void row(List<?> cells) {
        Worksheet into = sheet;
        if (into == null) {
            throw new IllegalStateException("no sheet is begun");
        }
        for (int column = 0; column < cells.size(); column++) {
            cell(into, column, cells.get(column));
        }
        row++;
    }

    private void cell(Worksheet into, int column, Object cell) {
        switch (cell) {
            case Number number -> into.value(row, column, number);
            case LocalDate day -> {
                into.value(row, column, day);
                into.style(row, column).format("dd/mm/yyyy").set();
            }
            case LocalDateTime time -> {
                into.value(row, column, time);
                into.style(row, column).format("dd/mm/yyyy hh:mm").set();
            }
            default -> {
                if (!cell.toString().isEmpty()) {
                    into.inlineString(row, column, text(cell.toString()));
                }
            }
        }
    }

    private static String text(String text) {
        String plain = PlainText.of(text);
        return LOOKS_ESCAPED
                .matcher(plain.length() > LONGEST_TEXT ? plain.substring(0, LONGEST_TEXT) + "…" : plain)
                .replaceAll("_x005F_");
    }

    @Override
    public byte[] taken() {
        try {
            if (sheet != null) {
                sheet.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] taken = bytes.toByteArray();
        bytes.reset();
        return taken;
    }

    private void ended() {
        try {
            if (sheet != null) {
                if (row > 1) {
                    sheet.setAutoFilter(0, 0, row - 1, columns - 1);
                }
                sheet.finish();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] end() {
        try {
            ended();
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] last = bytes.toByteArray();
        bytes.reset();
        return last;
    }
}
