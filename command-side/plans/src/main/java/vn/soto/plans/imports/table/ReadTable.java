package vn.soto.plans.imports.table;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table that is read row by row; its header is the first row that is not blank. */
abstract class ReadTable implements Table {

    private @Nullable TableTop top;

    /** The next row, which may be blank; empty after the last one. */
    abstract Optional<TableLine> readRow();

    /** Between the cells of the file. */
    abstract char separator();

    @Override
    public final TableTop top() {
        if (top == null) {
            top = next().map(line -> new TableTop(
                            line.row(), line.cells().stream().map(Cell::text).toList(), separator()))
                    .orElseThrow(() -> new InvalidFileException("file-empty"));
        }
        return top;
    }

    private Optional<TableLine> next() {
        Optional<TableLine> line = readRow();
        while (line.isPresent() && line.get().isBlank()) {
            line = readRow();
        }
        return line;
    }

    @Override
    public final Iterator<TableLine> lines() {
        var _ = top();
        return new Iterator<>() {
            private Optional<TableLine> ready = Optional.empty();

            @Override
            public boolean hasNext() {
                if (ready.isEmpty()) {
                    ready = ReadTable.this.next();
                }
                return ready.isPresent();
            }

            @Override
            public TableLine next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                TableLine line = ready.orElseThrow();
                ready = Optional.empty();
                return line;
            }
        };
    }
}
