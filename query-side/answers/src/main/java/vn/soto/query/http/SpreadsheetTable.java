package vn.soto.query.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A table of texts that spreadsheets open with the right letters and in which nothing is taken for a formula. */
public final class SpreadsheetTable {

    private static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private static final String LINE = "\r\n";

    /** Without a byte order mark, spreadsheets assume a legacy character set. */
    private static final String MARK = "\uFEFF";

    /** A text that a spreadsheet would take for a formula gets an apostrophe; white space before it does not help. */
    private static final Pattern FORMULA = Pattern.compile("[\\s']*[=+\\-@＝＋－＠]|[\\t\\r].*", Pattern.DOTALL);

    /** The same after something at which a spreadsheet of another language splits a text. */
    private static final Pattern FORMULA_INSIDE = Pattern.compile("(?<=[,;\\t\\r\\n])(?=[\\s'\"]*+[=+\\-@＝＋－＠])");

    private final StringBuilder text = new StringBuilder(MARK);

    public void line(List<String> cells) {
        written(cells.stream().map(SpreadsheetTable::cell).toList());
    }

    /** A line of cells as they stand in the file: numbers, and texts that are {@link #cell cells}. */
    void written(List<String> cells) {
        text.append(String.join(",", cells)).append(LINE);
    }

    /** A text as a cell: never a formula. */
    static String cell(String value) {
        String neutral = FORMULA.matcher(value).lookingAt() ? "'" + value : value;
        return "\"" + FORMULA_INSIDE.matcher(neutral).replaceAll("'").replace("\"", "\"\"") + "\"";
    }

    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @param name of the file, without its ending */
    public ResponseEntity<byte[]> file(String name) {
        return ResponseEntity.ok()
                .contentType(TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name.replaceAll("[^A-Za-z0-9.-]", "-") + ".csv")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(bytes());
    }
}
