package vn.soto.testkit.history;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Hash;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;
import vn.soto.ledger.Tail;

/** Ledgers that store what they should and show something else. */
final class ReadMutants {

    private static final String STRANGER = "stranger";

    static final List<Mutant> ALL = List.of(
            new Mutant("stale tail read", HistoryRule.READS_ARE_NOT_STALE, run -> run.and(staleTail(run, STRANGER))),
            new Mutant("stale head read", HistoryRule.READS_ARE_NOT_STALE, ReadMutants::staleHead),
            new Mutant("acknowledged commit not found", HistoryRule.READS_ARE_NOT_STALE, ReadMutants::notFound),
            new Mutant("own write lost from sight", HistoryRule.CLIENTS_READ_THEIR_WRITES, ReadMutants::ownWriteUnseen),
            new Mutant("tail went back", HistoryRule.READS_NEVER_GO_BACK, ReadMutants::tailWentBack),
            new Mutant("commit seen and gone", HistoryRule.READS_NEVER_GO_BACK, ReadMutants::seenAndGone),
            new Mutant("read of other content", HistoryRule.READS_SHOW_WHAT_IS_STORED, ReadMutants::otherContent),
            new Mutant("read of another number", HistoryRule.READS_SHOW_WHAT_IS_STORED, ReadMutants::otherNumber),
            new Mutant("tail that never was", HistoryRule.READS_SHOW_WHAT_IS_STORED, ReadMutants::noTail),
            new Mutant("tail beyond the end", HistoryRule.READS_SHOW_WHAT_IS_STORED, ReadMutants::beyondTheEnd),
            new Mutant("head that never was", HistoryRule.READS_SHOW_WHAT_IS_STORED, ReadMutants::noHead),
            new Mutant("commit seen before asked for", HistoryRule.READS_ARE_NOT_OF_THE_FUTURE, ReadMutants::future));

    private ReadMutants() {}

    private static Operation staleTail(Run run, String client) {
        Operation.Append last = run.acknowledged();
        Tail before = run.commits().get((int) run.stored(last).number() - 2).tail();
        return tail(client, after(last), before);
    }

    private static Run staleHead(Run run) {
        Operation.Append last = run.acknowledged();
        StreamPosition slot = firstSlot(run.stored(last));
        long stamp = after(last);
        return run.and(new Operation.HeadRead(STRANGER, stamp, stamp, slot.id(), slot.sequence() - 1));
    }

    private static Run notFound(Run run) {
        Operation.Append last = run.acknowledged();
        return run.and(commit(after(last), run.stored(last).number(), null));
    }

    private static Run ownWriteUnseen(Run run) {
        return run.and(staleTail(run, run.acknowledged().client()));
    }

    private static Run tailWentBack(Run run) {
        return run.and(tail(STRANGER, 100_000, run.commits().get(20).tail()))
                .and(tail(STRANGER, 100_001, run.commits().get(19).tail()));
    }

    private static Run seenAndGone(Run run) {
        Commit seen = run.commits().get(20);
        return run.and(commit(100_000, seen.number(), ObservedCommit.of(seen)))
                .and(commit(100_001, seen.number(), null));
    }

    private static Run otherContent(Run run) {
        return shown(
                run, seen -> new ObservedCommit(seen.number(), seen.id(), Hash.sha256(new byte[] {1}), seen.chain()));
    }

    private static Run otherNumber(Run run) {
        return shown(run, seen -> ObservedCommit.of(run.commits().get((int) seen.number())));
    }

    private static Run noTail(Run run) {
        Tail tail = run.commits().get(20).tail();
        return run.and(tail(
                STRANGER, 100_000, new Tail(tail.number() + 1, tail.next(), tail.at(), tail.latest(), tail.chain())));
    }

    private static Run beyondTheEnd(Run run) {
        Tail tail = run.tail();
        return run.and(tail(
                STRANGER, 100_000, new Tail(tail.number() + 1, tail.next(), tail.at(), tail.latest(), tail.chain())));
    }

    private static Run noHead(Run run) {
        return run.and(new Operation.HeadRead(STRANGER, 100_000, 100_001, "c1 x", 9_999));
    }

    private static Run future(Run run) {
        Commit last = run.commits().getLast();
        return run.and(commit(0, last.number(), ObservedCommit.of(last)));
    }

    private static Run shown(Run run, Function<ObservedCommit, ObservedCommit> change) {
        Operation.CommitRead read = run.some(Operation.CommitRead.class, any -> any.seen() != null);
        ObservedCommit shown = change.apply(Objects.requireNonNull(read.seen()));
        return run.with(
                read, new Operation.CommitRead(read.client(), read.invoked(), read.returned(), read.number(), shown));
    }

    /** The first stamp that is after this operation's return. */
    private static long after(Operation operation) {
        return operation.returned() + 1;
    }

    private static Operation tail(String client, long stamp, Tail tail) {
        return new Operation.TailRead(client, stamp, stamp, tail.number(), tail.chain());
    }

    private static Operation commit(long stamp, long number, @Nullable ObservedCommit seen) {
        return new Operation.CommitRead(STRANGER, stamp, stamp, number, seen);
    }

    private static StreamPosition firstSlot(Commit commit) {
        return commit.events().stream()
                .map(RecordedEvent::aggregate)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
