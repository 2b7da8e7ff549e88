package vn.soto.testkit.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Tail;
import vn.soto.testkit.Drafts;

/** A ledger and what its clients did, in a form that can be falsified. */
record Run(List<Commit> commits, List<Operation> operations, Tail tail) {

    Run(List<Commit> commits, List<Operation> operations) {
        this(commits, operations, new StoredCommits(commits).tail());
    }

    List<Violation> check() {
        History history = History.ofOneProcess();
        operations.forEach(history::add);
        return HistoryChecker.check(history, new StoredCommits(commits, tail));
    }

    <T extends Operation> List<T> all(Class<T> kind, Predicate<T> wanted) {
        return operations.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(wanted)
                .toList();
    }

    /** One in the middle, so that there is something before and after it. */
    <T extends Operation> T some(Class<T> kind, Predicate<T> wanted) {
        List<T> all = all(kind, wanted);
        return all.get(all.size() / 2);
    }

    Operation.Append acknowledged() {
        return some(Operation.Append.class, append -> append.outcome() instanceof OperationOutcome.Acknowledged);
    }

    Commit stored(Operation.Append append) {
        return commits.stream()
                .filter(commit -> commit.id().equals(append.attempt().id()))
                .findFirst()
                .orElseThrow();
    }

    boolean isStored(Operation.Append append) {
        return commits.stream()
                .anyMatch(commit -> commit.id().equals(append.attempt().id()));
    }

    Run with(Operation before, Operation after) {
        List<Operation> changed = new ArrayList<>(operations);
        changed.set(changed.indexOf(before), after);
        return new Run(commits, changed, tail);
    }

    Run and(Operation more) {
        return new Run(
                commits, Stream.concat(operations.stream(), Stream.of(more)).toList(), tail);
    }

    /** Alters a commit and leaves everything else as it was. */
    Run altered(Commit commit, Consumer<Edit> change) {
        return stored(all -> all.set(all.indexOf(commit), edited(commit, change)));
    }

    /** Alters a commit and computes every number, position and chain value anew, as a thorough liar would. */
    Run covered(Commit commit, Consumer<Edit> change) {
        return rewritten(all -> all.set(all.indexOf(commit), edited(commit, change)));
    }

    Run rewritten(Consumer<List<Commit>> change) {
        return stored(all -> {
            change.accept(all);
            all.replaceAll(linking());
        });
    }

    Run stored(Consumer<List<Commit>> change) {
        List<Commit> changed = new ArrayList<>(commits);
        change.accept(changed);
        return new Run(changed, operations);
    }

    /** Every client is told what is stored now, and has read nothing. */
    Run toldSo() {
        Map<UUID, Commit> byId = commits.stream().collect(Collectors.toMap(Commit::id, Function.identity()));
        List<Operation> told = all(Operation.Append.class, append -> true).stream()
                .map(append -> told(append, byId))
                .toList();
        return new Run(commits, told, tail);
    }

    static Operation.Append answered(Operation.Append append, OperationOutcome outcome) {
        return new Operation.Append(append.client(), append.invoked(), append.returned(), append.attempt(), outcome);
    }

    private static Operation told(Operation.Append append, Map<UUID, Commit> byId) {
        Commit commit = byId.get(append.attempt().id());
        return commit != null && append.outcome() instanceof OperationOutcome.Acknowledged
                ? answered(append, new OperationOutcome.Acknowledged(ObservedCommit.of(commit)))
                : append;
    }

    private static Commit edited(Commit commit, Consumer<Edit> change) {
        Edit edit = new Edit(commit);
        change.accept(edit);
        return edit.build();
    }

    private static UnaryOperator<Commit> linking() {
        Tail[] tail = {Tail.empty(StoredCommits.ORIGIN)};
        return commit -> {
            Commit linked = Commit.after(tail[0], Drafts.of(commit), commit.at());
            tail[0] = linked.tail();
            return linked;
        };
    }
}
