package vn.soto.plans.imports;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.contracts.person.Subject;
import vn.soto.plans.Step;
import vn.soto.plans.StepCodec;
import vn.soto.plans.imports.lookup.UnitAndTeamIndex;
import vn.soto.plans.imports.table.Column;
import vn.soto.plans.imports.table.Finding;
import vn.soto.plans.imports.table.Format;
import vn.soto.plans.imports.table.InvalidCellException;
import vn.soto.plans.imports.table.InvalidFileException;
import vn.soto.plans.imports.table.Sheet;
import vn.soto.plans.imports.table.Table;
import vn.soto.plans.imports.table.TableLine;
import vn.soto.plans.imports.table.TableTop;

/**
 * An uploaded file: in memory only, never written to disk.
 *
 * @param actor the sender
 * @param taken cells whose suggestion the sender takes, for each later row with the same fault, too
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and too large to copy
public record Upload(ImportKind kind, Format format, byte[] file, String actor, Set<CellPlace> taken) {

    /** A file as it is. */
    public Upload(ImportKind kind, Format format, byte[] file, String actor) {
        this(kind, format, file, actor, Set.of());
    }

    /**
     * A cell of a file.
     *
     * @param row    as a spreadsheet counts
     * @param column code name of the column
     */
    public record CellPlace(int row, String column) {}

    /**
     * A row after reading.
     *
     * @param steps    steps that can be made of it; they are recorded only if it has no finding
     * @param findings faults of its cells
     * @param insists  whether it is to be recorded although something very like it is recorded already
     * @param about    whom it is about, as far as it tells
     */
    public record UploadedRow(
            TableLine line, List<Step> steps, List<Finding> findings, boolean insists, Set<Subject> about) {

        public int number() {
            return line.row();
        }
    }

    /**
     * The titles of a file's columns.
     *
     * @param unknown  titles that mean nothing
     * @param untitled letters of columns without a title, as far as the rows read so far had content there
     * @param titles   the titles of the columns by name
     * @param places   places of the columns that the file has
     */
    public record Header(
            List<String> unknown,
            List<String> untitled,
            Map<String, String> titles,
            SequencedMap<String, Integer> places) {

        String title(String column) {
            return titles.getOrDefault(column, column);
        }

        /** The columns that nothing reads. */
        List<String> ignored() {
            return Stream.concat(unknown.stream(), untitled.stream()).toList();
        }
    }

    /**
     * Reads the file against an empty ledger: its rows refer only to units and teams of the file itself.
     *
     * @throws InvalidFileException if the file is unreadable or lacks a column
     */
    public void read(Consumer<UploadedRow> rows) {
        read(RowReader.of(kind, UnitAndTeamIndex.Known.nothing()), top -> {}, rows);
    }

    Header read(RowReader reader, Consumer<TableTop> top, Consumer<UploadedRow> rows) {
        try (RowIterator reading = open(reader)) {
            top.accept(reading.top());
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
            return new RowIterator(
                    table, Sheet.of(kind.columns(), table.header()), reader, kind, new TakenSuggestions(taken));
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
        private final ImportKind kind;
        private final Iterator<TableLine> lines;
        private final TakenSuggestions taken;
        private int count;

        RowIterator(Table table, Sheet sheet, RowReader reader, ImportKind kind, TakenSuggestions taken) {
            this.taken = taken;
            this.table = table;
            this.sheet = sheet;
            this.reader = reader;
            this.kind = kind;
            this.lines = table.lines();
        }

        Header header() {
            return new Header(
                    sheet.ignored(),
                    sheet.untitled(),
                    kind.columns().stream()
                            .collect(Collectors.toMap(Column::name, column -> sheet.title(column.name()))),
                    sheet.places());
        }

        TableTop top() {
            return table.top();
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
            if (++count > kind.mostRows()) {
                throw new InvalidFileException("file-too-many-rows", kind.mostRows());
            }
            TableLine line = lines.next();
            sheet.look(line);
            return taken.read(line, sheet, this::read);
        }

        /**
         * The row; if it does not tell whom it is about, with the subjects that it would have as suggested. Asked after the
         * last row: a row is no repetition of one that is only suggested.
         */
        UploadedRow withSuggestions(UploadedRow row) {
            if (!kind.namesPeople() || !row.about().isEmpty()) {
                return row;
            }
            Set<CellPlace> places = row.findings().stream()
                    .filter(finding -> finding.suggestion() != null && finding.column() != null)
                    .map(finding -> new CellPlace(row.number(), Objects.requireNonNull(finding.column())))
                    .collect(Collectors.toSet());
            return places.isEmpty()
                    ? row
                    : new UploadedRow(
                            row.line(),
                            row.steps(),
                            row.findings(),
                            row.insists(),
                            new TakenSuggestions(places)
                                    .read(row.line(), sheet, this::read)
                                    .about());
        }

        private UploadedRow read(TableLine line) {
            Cells cells = new Cells(sheet, line);
            List<Step> steps = cells.tried(() -> steps(cells, line)).orElse(List.of());
            boolean insists = kind == ImportKind.ASSISTANCES && cells.has("again");
            return new UploadedRow(line, steps, List.copyOf(cells.faults()), insists, Set.copyOf(cells.about()));
        }

        private List<Step> steps(Cells cells, TableLine line) {
            List<Step> steps = reader.steps(cells);
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
