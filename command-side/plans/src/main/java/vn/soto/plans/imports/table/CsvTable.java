package vn.soto.plans.imports.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/** A CSV file as spreadsheets write it, read cell by cell. Lines that start with {@code #} are comments. */
final class CsvTable extends ReadTable {

    /** The header starts within this number of characters, comments included. */
    private static final int HEADER_WITHIN = 65_536;

    private static final CsvMapper CSV = CsvMapper.builder(CsvFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(2 * TableCursor.LONGEST_TEXT)
                            .build())
                    .enable(CsvReadFeature.SKIP_EMPTY_LINES)
                    .enable(CsvReadFeature.ALLOW_COMMENTS)
                    .build())
            .build();

    private final TableCursor cursor;
    private final JsonParser parser;
    private final char separator;

    /** The cells of the row that is being read. */
    private final List<Cell> cells = new ArrayList<>();

    /** Line ends within cells so far: a spreadsheet shows such a cell in one row. */
    private int inner;

    CsvTable(byte[] file, TableCursor cursor) {
        this.cursor = cursor;
        try {
            this.separator = separator(file);
            this.parser = CSV.reader()
                    .with(CsvSchema.emptySchema().withColumnSeparator(separator).withComments())
                    .createParser(decoded(file));
            var _ = top();
        } catch (IOException e) {
            throw new UncheckedIOException("a file in memory cannot fail", e);
        }
    }

    private static Reader decoded(byte[] file) {
        Charset charset = StandardCharsets.UTF_8;
        int skip = 0;
        if (starts(file, 0xEF, 0xBB, 0xBF)) {
            skip = 3;
        } else if (starts(file, 0xFF, 0xFE)) {
            charset = StandardCharsets.UTF_16LE;
            skip = 2;
        } else if (starts(file, 0xFE, 0xFF)) {
            charset = StandardCharsets.UTF_16BE;
            skip = 2;
        }
        return new InputStreamReader(new ByteArrayInputStream(file, skip, file.length - skip), charset);
    }

    private static boolean starts(byte[] file, int... mark) {
        if (file.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((file[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** The separator that occurs most often outside the quotes of the first line that is neither blank nor a comment. */
    private static char separator(byte[] file) throws IOException {
        char[] top = new char[HEADER_WITHIN];
        int length = 0;
        try (Reader reader = decoded(file)) {
            for (int more = 0; more >= 0 && length < top.length; more = reader.read(top, length, top.length - length)) {
                length += more;
            }
        }
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        boolean quoted = false;
        for (int i = headerStart(top, length); i < length && (quoted || !isLineEnd(top[i])); i++) {
            quoted ^= top[i] == '"';
            commas += !quoted && top[i] == ',' ? 1 : 0;
            semicolons += !quoted && top[i] == ';' ? 1 : 0;
            tabs += !quoted && top[i] == '\t' ? 1 : 0;
        }
        if (tabs > commas && tabs > semicolons) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }

    private static int headerStart(char[] top, int length) {
        int start = 0;
        while (start < length && (top[start] == '#' || Character.isWhitespace(top[start]))) {
            boolean comment = top[start] == '#';
            while (comment && start < length && !isLineEnd(top[start])) {
                start++;
            }
            start++;
        }
        return start;
    }

    private static boolean isLineEnd(char character) {
        return character == '\n' || character == '\r';
    }

    @Override
    char separator() {
        return separator;
    }

    @Override
    Optional<TableLine> readRow() {
        try {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return Optional.empty();
            }
            cursor.row(parser.currentLocation().getLineNr() - inner);
            cells.clear();
            for (int column = 1; more(column); column++) {
                Cell cell = cell(parser.getString());
                if (column <= Format.MOST_COLUMNS) {
                    cells.add(cell);
                }
            }
            return Optional.of(new TableLine(cursor.row(), cells));
        } catch (StreamConstraintsException e) {
            throw cursor.refused("file-cell-too-long", TableCursor.LONGEST_TEXT);
        } catch (JacksonException e) {
            throw cursor.refused("file-not-csv");
        }
    }

    /** Whether the row has one more cell; it is the one at which reading fails if it does. */
    private boolean more(int column) {
        cursor.cell(column);
        return parser.nextToken() != JsonToken.END_ARRAY;
    }

    private Cell cell(String raw) {
        if (raw.indexOf(TableCursor.DAMAGED) >= 0 || raw.indexOf('\0') >= 0) {
            throw cursor.refused("file-not-utf8");
        }
        for (int i = 0; i < raw.length(); i++) {
            inner += raw.charAt(i) == '\n' || (raw.charAt(i) == '\r' && !raw.startsWith("\n", i + 1)) ? 1 : 0;
        }
        return Cell.of(cursor.text(CellText.of(raw)));
    }

    @Override
    public void close() {
        parser.close();
    }
}
