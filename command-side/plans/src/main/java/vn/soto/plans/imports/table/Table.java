package vn.soto.plans.imports.table;

import java.util.Iterator;
import java.util.List;

/** A file as a stream of rows without blank ones. The caller that opens it closes it. */
public interface Table extends AutoCloseable {

    /** The titles: the cells of the first row that is not blank. */
    TableTop top();

    default List<String> header() {
        return top().titles();
    }

    /** The rows below the header; callable once. Iteration throws {@link InvalidFileException} at an unreadable row. */
    Iterator<TableLine> lines();

    @Override
    void close();
}
