package vn.soto.plans.imports.table;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table that is read row by row; its header is the first row that is not blank. */
abstract class ReadTable implements Table {

    private @Nullable List<String> header;

    /** The next row, which may be blank; empty after the last one. */
    abstract Optional<TableLine> readRow();

    @Override
    public final List<String> header() {
        if (header == null) {
            header = next().map(line -> line.cells().stream().map(Cell::text).toList())
                    .orElseThrow(() -> new InvalidFileException("file-empty"));
        }
        return header;
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
        header();
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
