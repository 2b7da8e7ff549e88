package vn.soto.plans.imports.table;

import java.util.List;

/** Receives the result of each row of a file, in file order. */
public interface RowListener {

    RowListener NONE = new RowListener() {
        @Override
        public void header(List<String> titles) {}

        @Override
        public void row(List<Cell> cells, List<Finding> findings) {}
    };

    void header(List<String> titles);

    /** @param findings empty for a row without faults */
    void row(List<Cell> cells, List<Finding> findings);
}
