package vn.soto.plans.imports.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The uploaded file with one more column, which gives the fault of a row and its fix. The user can correct the file and
 * send it again as it is.
 */
public final class AnnotatedFile implements RowListener, AutoCloseable {

    private static final int FLUSH_ROWS = 1_000;
    private static final String LINE = "\r\n";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Function<Finding, String> words;
    private final Sink sink;
    private int columns;
    private int notes = -1;

    /** @param words renders a finding in the reader's language */
    public AnnotatedFile(Format format, Function<Finding, String> words) {
        this.words = words;
        this.sink = switch (format) {
            case CSV -> new CsvSink(bytes);
            case XLSX -> new XlsxSink(bytes);
        };
    }

    @Override
    public void header(List<String> titles) {
        notes = titles.indexOf(Sheet.NOTES);
        columns = titles.size();
        write(titles, Sheet.NOTES);
    }

    @Override
    public void row(List<String> cells, List<Finding> findings) {
        write(cells, findings.stream().map(words).collect(Collectors.joining(" ")));
    }

    /** The column of an earlier annotation is replaced. */
    private void write(List<String> cells, String note) {
        for (int column = 0; column < columns; column++) {
            String text = column < cells.size() ? cells.get(column) : "";
            sink.cell(column, column == notes ? note : text);
        }
        if (notes < 0) {
            sink.cell(columns, note);
        }
        sink.endRow();
    }

    /** The whole file as bytes. */
    public byte[] file() {
        close();
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        sink.close();
    }

    /** Writes cells from left to right. */
    private interface Sink {

        void cell(int column, String text);

        void endRow();

        void close();
    }

    private static final class CsvSink implements Sink {

        private final Writer writer;

        CsvSink(ByteArrayOutputStream bytes) {
            this.writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
            // Without a byte order mark, spreadsheets assume a legacy character set.
            write("\uFEFF");
        }

        @Override
        public void cell(int column, String text) {
            boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';')
                    || text.startsWith("#");
            write((column == 0 ? "" : ",") + (quoted ? "\"" + text.replace("\"", "\"\"") + "\"" : text));
        }

        @Override
        public void endRow() {
            write(LINE);
        }

        private void write(String text) {
            try {
                writer.write(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                writer.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class XlsxSink implements Sink {

        private final Workbook workbook;
        private final Worksheet sheet;
        private int row;
        private boolean closed;

        XlsxSink(ByteArrayOutputStream bytes) {
            this.workbook = new Workbook(bytes, "So To", "1.0");
            this.sheet = workbook.newWorksheet("Sheet1");
        }

        @Override
        public void cell(int column, String text) {
            if (!text.isEmpty()) {
                sheet.inlineString(row, column, text);
            }
        }

        @Override
        public void endRow() {
            row++;
            if (row % FLUSH_ROWS == 0) {
                flush();
            }
        }

        private void flush() {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            if (closed) {
                return;
            }
            closed = true;
            try {
                workbook.finish();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
