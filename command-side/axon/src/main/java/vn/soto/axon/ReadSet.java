package vn.soto.axon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Guard;

/**
 * The append conditions of one unit of work with those nested in it. They are the aggregates it has read through an
 * engine, and whether it has appended. A resource of the outermost unit of work, so it is confined to one thread.
 */
final class ReadSet {

    private final @Nullable Execution execution;
    private final SequencedMap<String, List<Reading>> readings = new TreeMap<>();
    private boolean appended;

    private ReadSet(@Nullable Execution execution) {
        this.execution = execution;
    }

    /** The read set of this thread's unit of work; absent outside any. */
    static @Nullable ReadSet current(String engine) {
        return CurrentUnitOfWork.map(unitOfWork -> unitOfWork
                        .root()
                        .<ReadSet>getOrComputeResource(
                                engine,
                                key -> new ReadSet(
                                        Execution.of(unitOfWork.root().getMessage()))))
                .orElse(null);
    }

    /** The command whose unit of work this is; absent outside a command. */
    @Nullable
    Execution execution() {
        return execution;
    }

    /**
     * Adds one page of a stream, read from {@code sequence} on.
     *
     * @param last     last sequence in it; the one before {@code sequence} if the page is empty
     * @param complete whether the stream ended there
     */
    void fetched(String aggregate, long sequence, long last, boolean complete) {
        List<Reading> known = readings.computeIfAbsent(aggregate, a -> new ArrayList<>());
        if (!known.isEmpty() && known.getLast().isContinuedBy(sequence)) {
            known.removeLast();
        }
        known.add(new Reading(last, complete));
    }

    /** @throws SecondAppendException the second time */
    void append() {
        if (appended) {
            throw new SecondAppendException();
        }
        appended = true;
    }

    /**
     * The append conditions: one guard for each aggregate that was read and is not written. The sequences of an aggregate
     * that is written say the same.
     *
     * @param written first sequence written of each aggregate
     * @throws ConcurrencyException an aggregate changed between two readings, so the decision rests on two states
     */
    List<Guard> guards(Map<String, Long> written) {
        List<Guard> guards = new ArrayList<>();
        readings.forEach((aggregate, known) -> {
            long head = known.stream().mapToLong(reading -> reading.last).min().orElse(-1);
            Long first = written.get(aggregate);
            if (first == null) {
                guards.add(new Guard(aggregate, head));
            } else if (head < first - 1) {
                throw new ConcurrencyException("aggregate " + aggregate + " changed while it was being read");
            }
        });
        return guards;
    }

    /**
     * One pass over a stream.
     *
     * @param last last sequence seen; -1 for none
     */
    private record Reading(long last, boolean complete) {

        boolean isContinuedBy(long sequence) {
            return !complete && sequence == last + 1;
        }
    }
}
