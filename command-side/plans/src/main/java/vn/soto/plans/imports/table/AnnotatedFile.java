package vn.soto.plans.imports.table;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The uploaded file with one more column, which gives the faults of a row and their fixes. Each row has the number that
 * it has in the file, whose blank rows and comments come back as blank rows. A text file has the separator of the file.
 * The user can correct the file and send it again as it is. A cell that is written and read again is the same cell, and
 * no program takes its text for a formula.
 */
public final class AnnotatedFile implements RowListener, AutoCloseable {

    private static final int FLUSH_ROWS = 1_000;
    private static final int LONGEST_NOTE = 2_000;
    private static final String LINE = "\r\n";
    private static final String QUOTED = ",;\t\"\r\n";

    private final BoundedBytes bytes = new BoundedBytes();
    private final Function<Finding, String> words;
    private final Sink sink;
    private int columns;
    private int notes;

    /** @param words renders a finding in the reader's language */
    public AnnotatedFile(Format format, Function<Finding, String> words) {
        this.words = words;
        this.sink = switch (format) {
            case CSV -> new CsvSink(bytes);
            case XLSX -> new XlsxSink(bytes);
        };
    }

    /** Rows with their titles as text, without a column of faults and without a byte order mark. */
    public static String text(List<String> titles, List<List<Cell>> rows) {
        BoundedBytes bytes = new BoundedBytes();
        CsvSink sink = new CsvSink(bytes);
        sink.top(new TableTop(1, titles, ';'));
        int row = 0;
        for (List<Cell> cells : Stream.concat(
                        Stream.of(titles.stream().map(Cell::of).toList()), rows.stream())
                .toList()) {
            sink.startRow(++row);
            for (int column = 0; column < cells.size(); column++) {
                sink.cell(column, cells.get(column));
            }
        }
        sink.close();
        return new String(bytes.toByteArray(), StandardCharsets.UTF_8).substring(1);
    }

    /** The column of an earlier annotation is written over. */
    @Override
    public void top(TableTop top) {
        List<String> titles = top.titles();
        columns = titles.size();
        notes = titles.contains(Sheet.NOTES) ? titles.indexOf(Sheet.NOTES) : columns;
        sink.top(top);
        write(top.row(), titles.stream().map(Cell::of).toList(), Sheet.NOTES);
    }

    @Override
    public void row(TableLine line, List<Finding> findings) {
        write(
                line.row(),
                line.cells(),
                Excerpt.of(findings.stream().map(words).collect(Collectors.joining(" ")), LONGEST_NOTE));
    }

    /** Cells beyond the header stay beyond it. */
    private void write(int row, List<Cell> cells, String note) {
        sink.startRow(row);
        int place = 0;
        for (int column = 0; column < Math.max(columns, cells.size()); column++) {
            if (column == columns && notes == columns) {
                sink.cell(place++, Cell.of(note));
            }
            Cell cell = column < cells.size() ? cells.get(column) : Cell.EMPTY;
            sink.cell(place++, column == notes && notes < columns ? Cell.of(note) : cell);
        }
        if (notes == columns && cells.size() <= columns) {
            sink.cell(place, Cell.of(note));
        }
    }

    /**
     * The whole file as bytes.
     *
     * @throws InvalidFileException if it is too large
     */
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

        void top(TableTop top);

        /** @param number greater than that of the row before */
        void startRow(int number);

        void cell(int column, Cell cell);

        void close();
    }

    private static final class CsvSink implements Sink {

        private final Writer writer;
        private char separator = TableTop.COMMA;
        private int row = 1;
        private boolean started;

        CsvSink(OutputStream bytes) {
            this.writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
            // Without a byte order mark, spreadsheets assume a legacy character set.
            write("\uFEFF");
        }

        @Override
        public void top(TableTop top) {
            separator = top.separator();
        }

        @Override
        public void startRow(int number) {
            while (row < number) {
                write(LINE);
                row++;
            }
            started = true;
        }

        @Override
        public void cell(int column, Cell cell) {
            String text = FormulaPrefix.added(cell.text());
            boolean quoted = text.chars().anyMatch(c -> QUOTED.indexOf(c) >= 0) || text.startsWith("#");
            write((column == 0 ? "" : separator) + (quoted ? "\"" + text.replace("\"", "\"\"") + "\"" : text));
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
            if (started) {
                write(LINE);
                started = false;
            }
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
        private int unflushed;
        private boolean closed;

        XlsxSink(OutputStream bytes) {
            this.workbook = new Workbook(bytes, "So To", "1.0");
            this.sheet = workbook.newWorksheet("Sheet1");
        }

        @Override
        public void top(TableTop top) {}

        @Override
        public void startRow(int number) {
            row = number - 1;
            if (++unflushed > FLUSH_ROWS) {
                unflushed = 0;
                flush();
            }
        }

        @Override
        public void cell(int column, Cell cell) {
            if (cell.number() != null) {
                sheet.value(row, column, cell.number());
                String format = NumberText.formatOf(cell.text());
                if (!format.isEmpty()) {
                    sheet.style(row, column).format(format).set();
                }
            } else if (!cell.isEmpty()) {
                sheet.inlineString(row, column, CellText.toWorkbook(cell.text()));
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
