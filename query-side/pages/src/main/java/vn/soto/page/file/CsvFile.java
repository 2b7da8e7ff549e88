package vn.soto.page.file;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text with semicolons, as Excel splits it where a comma is the decimal sign. A byte order mark says that it is UTF-8; a
 * line {@code sep=} would make Excel overlook the mark. Sheets follow each other after an empty line.
 */
final class CsvFile implements TableFile {

    private static final String LINE = "\r\n";
    private static final String SEPARATOR = ";";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    /** The begin of a formula after something at which a spreadsheet of another language splits a text. */
    private static final Pattern FORMULA_INSIDE = Pattern.compile("(?<=[,;\\t\\r\\n])(?=[\\s'\"]*+[=+\\-@＝＋－＠])");

    private final char decimal;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean begun;

    CsvFile(Locale language) {
        this.decimal = language.equals(Locale.ENGLISH) ? '.' : ',';
        write("\uFEFF");
    }

    @Override
    public void sheet(String name, List<String> titles) {
        if (begun) {
            write(LINE);
        }
        begun = true;
        row(titles);
    }

    @Override
    public void row(List<?> cells) {
        write(cells.stream().map(this::text).collect(Collectors.joining(SEPARATOR)) + LINE);
    }

    private String text(Object cell) {
        return switch (cell) {
            case BigDecimal number -> number.toPlainString().replace('.', decimal);
            case Number number -> number.toString();
            case LocalDate day -> DAY.format(day);
            case LocalDateTime time -> TIME.format(time);
            default -> cell.toString().isEmpty() ? "" : quoted(plain(cell.toString()));
        };
    }

    private static String plain(String text) {
        return FORMULA_INSIDE.matcher(PlainText.of(text)).replaceAll("'");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private void write(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public byte[] taken() {
        byte[] taken = bytes.toByteArray();
        bytes.reset();
        return taken;
    }

    @Override
    public byte[] end() {
        return taken();
    }
}
