package vn.soto.plans.imports.table;

import java.util.List;

/** Receives the result of each row of a file, in file order. */
public interface RowListener {

    RowListener NONE = new RowListener() {
        @Override
        public void top(TableTop top) {}

        @Override
        public void row(TableLine line, List<Finding> findings) {}
    };

    void top(TableTop top);

    /** @param findings empty for a row without faults */
    void row(TableLine line, List<Finding> findings);
}
