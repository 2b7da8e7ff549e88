package vn.soto.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.soto.testkit.Drafts.one;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.LedgerException;
import vn.soto.testkit.Drafts;

/** The actions of clients come into the history as they were. */
@Tag("threads")
final class ClientTest {

    private final List<Commit> stored = new ArrayList<>();
    private final StoredCommits ledger = new StoredCommits(this::all);

    @Test
    void threadsOverOneHonestLedgerBreakNoRule() {
        History history = History.ofOneProcess();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < 8; number++) {
                String name = "client " + number;
                threads.execute(() -> work(history.client(name), name));
            }
        }
        assertThat(stored).hasSize(8 * 50);
        assertThat(history.size()).isEqualTo(8 * 50 * 5);
        assertThat(HistoryChecker.check(history, ledger)).isEmpty();
    }

    @Test
    void eachRefusalIsKeptForWhatItMeans() {
        var cause = new IllegalStateException();
        assertThat(outcome(new LedgerException.Conflict("x", 0))).isInstanceOf(OperationOutcome.Refused.class);
        assertThat(outcome(new LedgerException.DuplicateEventId("x", 0))).isInstanceOf(OperationOutcome.Refused.class);
        assertThat(outcome(new LedgerException.TooLarge("x"))).isInstanceOf(OperationOutcome.Refused.class);
        assertThat(outcome(new LedgerException.Unavailable("x", Duration.ZERO, null)))
                .isInstanceOf(OperationOutcome.Refused.class);
        assertThat(outcome(new LedgerException.Repeated(new UUID(0, 0)))).isInstanceOf(OperationOutcome.Repeated.class);
        assertThat(outcome(new LedgerException.Uncertain("x", cause))).isInstanceOf(OperationOutcome.Uncertain.class);
        assertThat(outcome(new LedgerException.Damaged("x", cause))).isInstanceOf(OperationOutcome.Uncertain.class);
        assertThat(outcome(cause)).isInstanceOf(OperationOutcome.Uncertain.class);
    }

    /** The lines of two processes, one of which was killed before its last answer came. */
    @Test
    void linesOfSeveralProcessesMakeOneHistory() {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        work(History.ofSeveralProcesses(lines::add).client("a"), "a");
        work(History.ofSeveralProcesses(lines::add).client("b"), "b");
        History killed = History.ofSeveralProcesses(line -> keepUnlessAnswered(lines, line));
        killed.client("c").append(this::store, one("killed", "killed", 0));

        History merged = History.ofSeveralProcesses();
        merged.addLines(Stream.concat(Stream.of("something else"), lines.reversed().stream()));

        assertThat(merged.operations()).hasSize(2 * 50 * 5 + 1);
        assertThat(merged.operations())
                .filteredOn(operation -> operation.returned() == Operation.NEVER)
                .singleElement()
                .extracting(Operation::client)
                .isEqualTo("c");
        assertThat(HistoryChecker.check(merged, ledger)).isEmpty();
    }

    private static void keepUnlessAnswered(List<String> lines, String line) {
        if (line.contains(" " + Operation.NEVER + " ")) {
            lines.add(line);
        }
    }

    /** Five operations each round. */
    private void work(Client client, String name) {
        for (int round = 0; round < 50; round++) {
            Commit commit = client.append(this::store, one(name + " " + round, name, round));
            client.commits(ledger, commit.number(), 1);
            client.commits(ledger, commit.number() + 10_000, 1);
            client.tail(ledger);
            client.head(ledger, name);
        }
    }

    private synchronized Commit store(Draft draft) {
        Commit commit = Commit.after(ledger.tail(), draft, Drafts.EVENT_TIME);
        stored.add(commit);
        return commit;
    }

    private synchronized List<Commit> all() {
        return List.copyOf(stored);
    }

    private static OperationOutcome outcome(RuntimeException failure) {
        History history = History.ofOneProcess();
        assertThatThrownBy(() -> history.client("c")
                        .append(
                                draft -> {
                                    throw failure;
                                },
                                one("x", "x", 0)))
                .isSameAs(failure);
        return ((Operation.Append) history.operations().getFirst()).outcome();
    }
}
