package vn.soto.command.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.soto.command.batch.BatchLine.Asking;

/**
 * Divides a batch into waves. The lines of one wave may run concurrently; the waves run in sequence.
 *
 * <p>A wave is a run of lines that each create one aggregate, write no other, and do not name each other's aggregates.
 * Any other line is a wave of its own. So each line sees the effects of all earlier lines it can depend on. It depends
 * only on a line whose aggregate, still under creation, it names.
 */
final class DependencyGroups {

    private final List<List<BatchLine>> waves = new ArrayList<>();
    private final Set<String> begun = new HashSet<>();
    private boolean open;

    private DependencyGroups() {}

    static List<List<BatchLine>> of(CommandBatch batch) {
        DependencyGroups waves = new DependencyGroups();
        batch.lines().forEach(waves::add);
        return waves.waves;
    }

    private void add(BatchLine line) {
        boolean joins = switch (line) {
            case Asking asking -> asking.command().onlyCreates() && Collections.disjoint(begun, asking.names());
            case BatchLine.Unreadable unreadable -> true;
        };
        if (!open || !joins) {
            waves.add(new ArrayList<>());
            begun.clear();
        }
        waves.getLast().add(line);
        open = switch (line) {
            case Asking asking -> asking.command().onlyCreates();
            case BatchLine.Unreadable unreadable -> true;
        };
        if (line instanceof Asking asking && asking.command().onlyCreates()) {
            begun.add(asking.id().toString());
            begun.addAll(asking.changes());
        }
    }
}
