package vn.soto.plans.imports.table;

import java.util.Iterator;
import java.util.List;

/** A file as rows of cells, read one after the other; blank rows are left out. Closed by whoever opened it. */
public interface Table extends AutoCloseable {

    /** Names of the columns as they stand in the first row. */
    List<String> header();

    /** The rows below; can be asked for once. Fails with {@link InvalidFileException} where the file cannot be read on. */
    Iterator<TableLine> lines();

    @Override
    void close();
}
