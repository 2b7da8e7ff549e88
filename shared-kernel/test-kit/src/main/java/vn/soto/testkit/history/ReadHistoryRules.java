package vn.soto.testkit.history;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Chain;
import vn.soto.ledger.Commit;

/** Rules about the result of each read. */
final class ReadHistoryRules {

    private static final RunningMaximum NOTHING = new RunningMaximum();

    private ReadHistoryRules() {}

    static Stream<String> readsShowWhatIsStored(HistoryEvidence evidence) {
        return evidence.operations.stream()
                .filter(operation -> switch (operation) {
                    case Operation.Append append -> false;
                    case Operation.TailRead read -> !wasTail(evidence, read);
                    case Operation.CommitRead read -> !isStored(evidence, read.number(), read.seen());
                    case Operation.HeadRead read ->
                        read.head() >= 0 && evidence.numberOf(read.aggregate(), read.head()) == 0;
                })
                .map(read -> read + " is not what is stored");
    }

    /** Linearizability: a read contains everything acknowledged before its invocation. */
    static Stream<String> readsAreNotStale(HistoryEvidence evidence) {
        RunningMaximum told = evidence.acknowledgedNumbers(append -> "").getOrDefault("", NOTHING);
        return evidence.glimpses.stream()
                .filter(glimpse -> glimpse.atMost() < told.before(glimpse.invoked()))
                .map(glimpse ->
                        glimpse.read() + " misses commit " + told.before(glimpse.invoked()) + ", acknowledged before");
    }

    static Stream<String> clientsReadTheirWrites(HistoryEvidence evidence) {
        Map<String, RunningMaximum> own = evidence.acknowledgedNumbers(Operation.Append::client);
        return evidence.glimpses.stream()
                .filter(glimpse -> glimpse.atMost()
                        < own.getOrDefault(glimpse.client(), NOTHING).before(glimpse.invoked()))
                .map(glimpse -> glimpse.read() + " misses a commit of its own client");
    }

    static Stream<String> readsNeverGoBack(HistoryEvidence evidence) {
        Map<String, RunningMaximum> seen = new HashMap<>();
        evidence.glimpses.forEach(glimpse -> seen.computeIfAbsent(glimpse.client(), client -> new RunningMaximum())
                .add(glimpse.read().returned(), glimpse.atLeast()));
        return evidence.glimpses.stream()
                .filter(glimpse -> glimpse.atMost()
                        < seen.getOrDefault(glimpse.client(), NOTHING).before(glimpse.invoked()))
                .map(glimpse -> glimpse.read() + " misses a commit that its client had seen");
    }

    /** No commit is read before its append was invoked. */
    static Stream<String> readsAreNotOfTheFuture(HistoryEvidence evidence) {
        return evidence.glimpses.stream()
                .filter(glimpse -> isLater(evidence, glimpse))
                .map(glimpse -> glimpse.read() + " shows a commit that was asked for later");
    }

    private static boolean isLater(HistoryEvidence evidence, TailBounds glimpse) {
        Commit commit = evidence.stored(glimpse.atLeast());
        return commit != null
                && evidence.firstInvoked(commit)
                        .filter(invoked -> invoked > glimpse.read().returned())
                        .isPresent();
    }

    private static boolean isStored(HistoryEvidence evidence, long number, @Nullable ObservedCommit seen) {
        Commit commit = evidence.stored(number);
        return seen == null || (commit != null && seen.equals(ObservedCommit.of(commit)));
    }

    private static boolean wasTail(HistoryEvidence evidence, Operation.TailRead read) {
        Commit commit = evidence.stored(read.number());
        return read.number() == 0
                ? read.chain().equals(Chain.genesis(evidence.origin))
                : commit != null && read.chain().equals(commit.chain());
    }
}
