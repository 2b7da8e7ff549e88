package vn.soto.testkit.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.RecordedEvent;

/** Rules about the stored ledger alone. */
final class StoredRules {

    private StoredRules() {}

    static Stream<String> numbersAreDense(HistoryEvidence evidence) {
        List<String> complaints = new ArrayList<>();
        long expected = 1;
        for (Commit commit : evidence.stored) {
            if (commit.number() != expected) {
                complaints.add("commit " + commit.number() + " stands where " + expected + " should");
            }
            expected = commit.number() + 1;
        }
        return complaints.stream();
    }

    static Stream<String> positionsAreDense(HistoryEvidence evidence) {
        List<String> complaints = new ArrayList<>();
        long expected = 0;
        for (Commit commit : evidence.stored) {
            if (commit.first() != expected) {
                complaints.add(
                        "commit " + commit.number() + " begins at position " + commit.first() + ", not " + expected);
            }
            expected = commit.first() + commit.events().size();
        }
        return complaints.stream();
    }

    static Stream<String> sequencesAreDense(HistoryEvidence evidence) {
        List<String> complaints = new ArrayList<>();
        Map<String, Long> heads = new HashMap<>();
        for (Commit commit : evidence.stored) {
            commit.events().stream()
                    .map(RecordedEvent::aggregate)
                    .filter(Objects::nonNull)
                    .forEach(slot -> {
                        long expected = heads.getOrDefault(slot.id(), -1L) + 1;
                        if (slot.sequence() != expected) {
                            complaints.add(
                                    "commit " + commit.number() + " has " + slot.key() + ", not sequence " + expected);
                        }
                        heads.put(slot.id(), slot.sequence());
                    });
        }
        return complaints.stream();
    }

    static Stream<String> commitIdsAreUnique(HistoryEvidence evidence) {
        return repeated(evidence.stored.stream().map(Commit::id), "commit id");
    }

    static Stream<String> commandsAreUnique(HistoryEvidence evidence) {
        return repeated(evidence.stored.stream().map(Attempt::command).filter(Objects::nonNull), "command");
    }

    static Stream<String> eventIdsAreUnique(HistoryEvidence evidence) {
        return repeated(
                evidence.stored.stream().flatMap(c -> c.events().stream()).map(RecordedEvent::id), "event id");
    }

    static Stream<String> timeNeverGoesBack(HistoryEvidence evidence) {
        List<String> complaints = new ArrayList<>();
        Instant previous = Instant.MIN;
        for (Commit commit : evidence.stored) {
            if (commit.at().isBefore(previous)) {
                complaints.add("commit " + commit.number() + " is recorded at " + commit.at() + ", after " + previous);
            }
            previous = commit.at();
        }
        return complaints.stream();
    }

    static Stream<String> chainIsRight(HistoryEvidence evidence) {
        ChainVerifier verifier = new ChainVerifier(evidence.origin);
        try {
            evidence.stored.forEach(verifier::accept);
            return Stream.empty();
        } catch (LedgerException.Damaged damaged) {
            return Stream.of(String.valueOf(damaged.getMessage()));
        }
    }

    static Stream<String> tailIsTheLastCommit(HistoryEvidence evidence) {
        boolean ends = evidence.stored.isEmpty()
                ? evidence.tail.number() == 0
                : evidence.stored.getLast().tail().equals(evidence.tail);
        return ends ? Stream.empty() : Stream.of("the ledger says it ends at " + evidence.tail);
    }

    private static <T> Stream<String> repeated(Stream<T> values, String what) {
        Map<T, Integer> times = new HashMap<>();
        values.forEach(value -> times.merge(value, 1, Integer::sum));
        return times.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> what + " " + entry.getKey() + " is stored " + entry.getValue() + " times");
    }
}
