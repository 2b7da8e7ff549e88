package vn.soto.plans.imports.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Text;

/**
 * The first sheet of a workbook. Formulas are not evaluated: the stored result of the writing program counts. A number
 * whose format asks for leading zeros gets them back.
 */
final class XlsxTable implements Table {

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final List<String> header;

    XlsxTable(byte[] file) {
        ZipCheck.check(file);
        try {
            workbook = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false));
            if (workbook.isDate1904()) {
                throw new InvalidFileException("file-counts-days-from-1904");
            }
            stream = workbook.getFirstSheet().openStream();
        } catch (IOException | ExcelReaderException | UncheckedIOException e) {
            throw new InvalidFileException("file-not-xlsx");
        }
        rows = stream.iterator();
        header = next().map(line -> line.cells().stream().map(Cell::text).toList())
                .orElseThrow(() -> new InvalidFileException("file-empty"));
    }

    /** Returns the next row that is not blank. */
    private Optional<TableLine> next() {
        try {
            while (rows.hasNext()) {
                TableLine line = line(rows.next());
                if (!line.isBlank()) {
                    return Optional.of(line);
                }
            }
            return Optional.empty();
        } catch (ExcelReaderException | UncheckedIOException | NumberFormatException e) {
            throw new InvalidFileException("file-not-xlsx");
        }
    }

    private TableLine line(Row row) {
        List<Cell> cells = new ArrayList<>();
        int count = Math.min(row.getCellCount(), Format.MOST_COLUMNS);
        for (int column = 0; column < count; column++) {
            cells.add(row.getOptionalCell(column).map(XlsxTable::cell).orElse(Cell.EMPTY));
        }
        return new TableLine(row.getRowNum(), cells);
    }

    private static Cell cell(org.dhatim.fastexcel.reader.Cell cell) {
        String raw = cell.getRawValue();
        if (raw == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return Cell.EMPTY;
        }
        String text = Text.normalised(cell.getType() == CellType.STRING ? cell.getText() : raw);
        boolean number =
                cell.getType() == CellType.NUMBER || (cell.getType() == CellType.FORMULA && NumberText.isNumber(text));
        return number ? number(text, cell.getDataFormatString()) : new Cell(text, null);
    }

    private static Cell number(String raw, @Nullable String format) {
        BigDecimal value = new BigDecimal(raw);
        return new Cell(NumberText.of(value, format), value);
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Iterator<TableLine> lines() {
        return new Iterator<>() {
            private @Nullable TableLine ready;

            @Override
            public boolean hasNext() {
                if (ready == null) {
                    ready = XlsxTable.this.next().orElse(null);
                }
                return ready != null;
            }

            @Override
            public TableLine next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                TableLine line = Objects.requireNonNull(ready);
                ready = null;
                return line;
            }
        };
    }

    @Override
    public void close() {
        stream.close();
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
