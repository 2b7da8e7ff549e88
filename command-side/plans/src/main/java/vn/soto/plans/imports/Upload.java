package vn.soto.plans.imports;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.soto.plans.Step;
import vn.soto.plans.StepCodec;
import vn.soto.plans.imports.lookup.UnitAndTeamIndex;
import vn.soto.plans.imports.table.Cell;
import vn.soto.plans.imports.table.Finding;
import vn.soto.plans.imports.table.Format;
import vn.soto.plans.imports.table.InvalidCellException;
import vn.soto.plans.imports.table.InvalidFileException;
import vn.soto.plans.imports.table.Sheet;
import vn.soto.plans.imports.table.Table;
import vn.soto.plans.imports.table.TableLine;

/**
 * An uploaded file: in memory only, never written to disk.
 *
 * @param actor the sender
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and too large to copy
public record Upload(ImportKind kind, Format format, byte[] file, String actor) {

    /**
     * A row after reading.
     *
     * @param steps   its steps; empty if the row has a finding
     * @param finding the reason why the row has no steps; absent otherwise
     */
    public record UploadedRow(
            int number,
            List<Cell> cells,
            List<Step> steps,
            @Nullable Finding finding) {}

    /** The header of the file. */
    public record Header(List<String> titles, List<String> ignored) {}

    /**
     * Reads the whole file.
     *
     * @throws InvalidFileException if the file is unreadable or lacks a column
     */
    Header read(UnitAndTeamIndex.Known known, Consumer<Header> header, Consumer<UploadedRow> rows) {
        return read(RowReader.of(kind, known), header, rows);
    }

    /** Reads the file against an empty ledger: its rows refer only to units and teams of the file itself. */
    public void read(Consumer<UploadedRow> rows) {
        read(UnitAndTeamIndex.Known.nothing(), top -> {}, rows);
    }

    Header read(RowReader reader, Consumer<Header> header, Consumer<UploadedRow> rows) {
        try (RowIterator reading = open(reader)) {
            header.accept(reading.header());
            reading.forEachRemaining(rows);
            return reading.header();
        }
    }

    RowIterator open(UnitAndTeamIndex.Known known) {
        return open(RowReader.of(kind, known));
    }

    private RowIterator open(RowReader reader) {
        Table table = format.open(file);
        try {
            return new RowIterator(table, Sheet.of(kind.columns(), table.header()), reader, kind.mostRows());
        } catch (InvalidFileException e) {
            table.close();
            throw e;
        }
    }

    /** Iterates over the rows. */
    static final class RowIterator implements Iterator<UploadedRow>, AutoCloseable {

        /** A row of this many characters becomes steps that can be stored, even if each word of it becomes an id. */
        private static final int SHORT_ROW = 500;

        private final Table table;
        private final Sheet sheet;
        private final RowReader reader;
        private final int most;
        private final Iterator<TableLine> lines;
        private int count;

        RowIterator(Table table, Sheet sheet, RowReader reader, int most) {
            this.table = table;
            this.sheet = sheet;
            this.reader = reader;
            this.most = most;
            this.lines = table.lines();
        }

        Header header() {
            return new Header(table.header(), sheet.ignored());
        }

        @Override
        public boolean hasNext() {
            return lines.hasNext();
        }

        @Override
        public UploadedRow next() {
            if (!lines.hasNext()) {
                throw new NoSuchElementException();
            }
            if (++count > most) {
                throw new InvalidFileException("file-too-many-rows", most);
            }
            TableLine line = lines.next();
            try {
                return new UploadedRow(line.row(), line.cells(), steps(line), null);
            } catch (InvalidCellException e) {
                return new UploadedRow(line.row(), line.cells(), List.of(), e.in(line.row()));
            }
        }

        private List<Step> steps(TableLine line) {
            List<Step> steps = reader.steps(new Cells(sheet, line));
            boolean isLong =
                    line.cells().stream().mapToInt(cell -> cell.text().length()).sum() > SHORT_ROW;
            if (isLong && steps.stream().anyMatch(RowIterator::isTooLong)) {
                throw new InvalidCellException(null, "row-too-long", null);
            }
            return steps;
        }

        private static boolean isTooLong(Step step) {
            return step instanceof Step.Ready ready && !StepCodec.fits(ready.command());
        }

        @Override
        public void close() {
            table.close();
        }
    }
}
