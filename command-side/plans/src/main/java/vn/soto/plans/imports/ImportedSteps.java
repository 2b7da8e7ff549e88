package vn.soto.plans.imports;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import vn.soto.plans.Step;
import vn.soto.plans.imports.lookup.UnitAndTeamIndex;

/** The steps of the rows without findings. */
final class ImportedSteps implements Iterator<Step> {

    private final Upload.RowIterator rows;
    private final BitSet wrong;
    private final Deque<Step> ready = new ArrayDeque<>();

    private ImportedSteps(Upload.RowIterator rows, BitSet wrong) {
        this.rows = rows;
        this.wrong = wrong;
    }

    /** Reads the file again from its start for each attempt at a plan; more than one attempt is rare. */
    static final class Attempts implements Supplier<Iterator<? extends Step>>, AutoCloseable {

        private final Upload upload;
        private final BitSet wrong;
        private final Supplier<UnitAndTeamIndex.Known> known;
        private final List<Upload.RowIterator> opened = new ArrayList<>();

        Attempts(Upload upload, BitSet wrong, Supplier<UnitAndTeamIndex.Known> known) {
            this.upload = upload;
            this.wrong = wrong;
            this.known = known;
        }

        @Override
        public Iterator<Step> get() {
            Upload.RowIterator rows = upload.open(known.get());
            opened.add(rows);
            return new ImportedSteps(rows, wrong);
        }

        @Override
        public void close() {
            opened.forEach(Upload.RowIterator::close);
        }
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && rows.hasNext()) {
            Upload.UploadedRow row = rows.next();
            if (row.findings().isEmpty() && !wrong.get(row.number())) {
                ready.addAll(row.steps());
            }
        }
        return !ready.isEmpty();
    }

    @Override
    public Step next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.removeFirst();
    }
}
