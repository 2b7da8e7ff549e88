package vn.soto.plans.imports.table;

import java.util.List;

/** Hears what becomes of each row of a file, in the order of the file. */
public interface RowListener {

    RowListener NONE = new RowListener() {
        @Override
        public void header(List<String> titles) {}

        @Override
        public void row(List<String> cells, List<Finding> findings) {}
    };

    void header(List<String> titles);

    /** @param findings empty for a row that is right */
    void row(List<String> cells, List<Finding> findings);
}
