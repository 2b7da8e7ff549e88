package vn.soto.testkit.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;
import vn.soto.ledger.Tail;

/** A ledger as it stands after a run, and what its clients report, arranged for the rules. */
final class HistoryEvidence {

    private static final int PAGE = 500;

    final String origin;
    final long base;
    final Tail tail;
    final List<Commit> stored;
    final List<Operation> operations;
    final Map<UUID, List<Operation.Append>> attempts;
    final List<TailBounds> glimpses;

    private final Map<UUID, List<Commit>> byId;
    private final Map<Long, Commit> byNumber = new HashMap<>();
    private final Map<String, Long> bySlot = new HashMap<>();

    /** @param base number of the last commit that was there before the run */
    HistoryEvidence(History history, LedgerReader ledger, long base) {
        this.origin = ledger.origin();
        this.base = base;
        this.tail = ledger.tail();
        this.stored = all(ledger);
        this.operations = history.operations().stream()
                .sorted(Comparator.comparingLong(Operation::invoked))
                .toList();
        this.attempts = of(Operation.Append.class)
                .collect(Collectors.groupingBy(append -> append.attempt().id()));
        this.byId = stored.stream().collect(Collectors.groupingBy(Commit::id));
        stored.forEach(this::index);
        this.glimpses = operations.stream().flatMap(this::glimpse).toList();
    }

    <T extends Operation> Stream<T> of(Class<T> kind) {
        return operations.stream().filter(kind::isInstance).map(kind::cast);
    }

    Stream<Acknowledgement> acknowledged() {
        return of(Operation.Append.class)
                .filter(append -> append.outcome() instanceof OperationOutcome.Acknowledged)
                .map(append ->
                        new Acknowledgement(append, ((OperationOutcome.Acknowledged) append.outcome()).commit()));
    }

    Stream<Commit> storedInRun() {
        return stored.stream().filter(commit -> commit.number() > base);
    }

    List<Commit> stored(UUID id) {
        return byId.getOrDefault(id, List.of());
    }

    @Nullable
    Commit stored(long number) {
        return byNumber.get(number);
    }

    /** Number of the commit that holds a slot; 0 if none does. */
    long numberOf(String aggregate, long sequence) {
        return bySlot.getOrDefault(new StreamPosition("", aggregate, sequence).key(), 0L);
    }

    /** When a client first tried to bring about this commit; empty if it was there before the run. */
    Optional<Long> firstInvoked(Commit commit) {
        return attempts.getOrDefault(commit.id(), List.of()).stream()
                .map(Operation::invoked)
                .min(Comparator.naturalOrder());
    }

    /** The highest number acknowledged by any time, separately for each value of {@code by}. */
    <K> Map<K, RunningMaximum> acknowledgedNumbers(Function<Operation.Append, K> by) {
        Map<K, RunningMaximum> numbers = new HashMap<>();
        acknowledged()
                .forEach(a -> numbers.computeIfAbsent(by.apply(a.append()), key -> new RunningMaximum())
                        .add(a.append().returned(), a.commit().number()));
        return numbers;
    }

    /** @param commit as the client was told */
    record Acknowledgement(Operation.Append append, ObservedCommit commit) {}

    private void index(Commit commit) {
        byNumber.putIfAbsent(commit.number(), commit);
        for (RecordedEvent event : commit.events()) {
            if (event.aggregate() != null) {
                bySlot.putIfAbsent(event.aggregate().key(), commit.number());
            }
        }
    }

    private Stream<TailBounds> glimpse(Operation operation) {
        return switch (operation) {
            case Operation.Append append -> Stream.empty();
            case Operation.TailRead read -> Stream.of(TailBounds.of(read));
            case Operation.CommitRead read -> Stream.of(TailBounds.of(read));
            case Operation.HeadRead read ->
                Stream.of(TailBounds.of(
                        read, numberOf(read.aggregate(), read.head()), numberOf(read.aggregate(), read.head() + 1)));
        };
    }

    private static List<Commit> all(LedgerReader ledger) {
        List<Commit> all = new ArrayList<>();
        long next = 1;
        List<Commit> page = ledger.commits(next, PAGE);
        while (!page.isEmpty() && page.getLast().number() >= next) {
            all.addAll(page);
            next = page.getLast().number() + 1;
            page = ledger.commits(next, PAGE);
        }
        return all;
    }
}
