package vn.soto.testkit.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Commit;
import vn.soto.ledger.StreamPosition;

/** Rules about the outcome of each append. */
final class AppendHistoryRules {

    private AppendHistoryRules() {}

    static Stream<String> acknowledgedIsStored(HistoryEvidence evidence) {
        return evidence.acknowledged()
                .filter(a -> evidence.stored(a.append().attempt().id()).stream()
                        .noneMatch(commit -> commit.number() == a.commit().number()))
                .map(a -> "commit " + a.append().attempt().id() + " was acknowledged to "
                        + a.append().client() + " as number " + a.commit().number() + " and is not there");
    }

    /** The chain value it was told covers time, positions and all that went before. */
    static Stream<String> acknowledgementIsTrue(HistoryEvidence evidence) {
        return evidence.acknowledged()
                .filter(a -> !a.commit().id().equals(a.append().attempt().id())
                        || !a.commit().content().equals(a.append().attempt().content())
                        || !sameAsStored(evidence, a.commit()))
                .map(a -> a.append().client() + " was told of commit " + a.commit()
                        + " and neither asked for it nor finds it so");
    }

    static Stream<String> contentIsAsAsked(HistoryEvidence evidence) {
        return evidence.stored.stream()
                .filter(commit -> !asked(evidence, commit).isEmpty())
                .filter(commit -> asked(evidence, commit).stream()
                        .noneMatch(append -> append.attempt().content().equals(CommitContent.of(commit))))
                .map(commit -> "commit " + commit.number() + " is not what its client asked for");
    }

    static Stream<String> nothingIsInvented(HistoryEvidence evidence) {
        return evidence.storedInRun()
                .filter(commit -> asked(evidence, commit).isEmpty())
                .map(commit -> "nobody asked for commit " + commit.number() + ", " + commit.id());
    }

    static Stream<String> refusedIsNotStored(HistoryEvidence evidence) {
        return evidence.attempts.entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                        .allMatch(append -> append.outcome() instanceof OperationOutcome.Refused))
                .filter(entry -> !evidence.stored(entry.getKey()).isEmpty())
                .map(entry -> "commit " + entry.getKey() + " was refused each time and is stored");
    }

    static Stream<String> repeatedIsStored(HistoryEvidence evidence) {
        Set<UUID> commands = evidence.stored.stream()
                .map(Attempt::command)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return evidence.of(Operation.Append.class)
                .filter(append -> append.outcome() instanceof OperationOutcome.Repeated)
                .filter(append -> !commands.contains(append.attempt().command()))
                .map(append -> append.client() + " was told that command "
                        + append.attempt().command() + " is stored, and it is not");
    }

    static Stream<String> uncertainIsStoredAtMostOnce(HistoryEvidence evidence) {
        return evidence.attempts.entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                        .anyMatch(append -> append.outcome() instanceof OperationOutcome.Uncertain))
                .filter(entry -> evidence.stored(entry.getKey()).size() > 1)
                .map(entry -> "commit " + entry.getKey() + " was uncertain and is stored more than once");
    }

    /** Uncertain appends too may land late, never before they were invoked. */
    static Stream<String> orderFollowsRealTime(HistoryEvidence evidence) {
        RunningMaximum acknowledged = evidence.acknowledgedNumbers(append -> "").get("");
        if (acknowledged == null) {
            return Stream.empty();
        }
        return evidence.storedInRun()
                .filter(commit -> evidence.firstInvoked(commit)
                        .filter(invoked -> acknowledged.before(invoked) >= commit.number())
                        .isPresent())
                .map(commit -> "commit " + commit.number()
                        + " was asked for after a commit of a higher or the same number was acknowledged");
    }

    static Stream<String> guardsHold(HistoryEvidence evidence) {
        List<String> complaints = new ArrayList<>();
        Map<String, Long> heads = new HashMap<>();
        for (Commit commit : evidence.stored) {
            asked(evidence, commit).stream()
                    .flatMap(append -> append.attempt().guards().stream())
                    .filter(guard -> guard.isOfLedger()
                            ? guard.head() != commit.number() - 1
                            : heads.getOrDefault(guard.aggregate(), -1L) != guard.head())
                    .map(guard -> "commit " + commit.number() + " was to be stored only with " + guard)
                    .forEach(complaints::add);
            commit.events().forEach(event -> advance(heads, event.aggregate()));
        }
        return complaints.stream().distinct();
    }

    private static void advance(Map<String, Long> heads, @Nullable StreamPosition slot) {
        if (slot != null) {
            heads.put(slot.id(), slot.sequence());
        }
    }

    private static List<Operation.Append> asked(HistoryEvidence evidence, Commit commit) {
        return evidence.attempts.getOrDefault(commit.id(), List.of());
    }

    private static boolean sameAsStored(HistoryEvidence evidence, ObservedCommit seen) {
        Commit commit = evidence.stored(seen.number());
        return commit != null && commit.id().equals(seen.id()) && commit.chain().equals(seen.chain());
    }
}
