package vn.soto.testkit.history;

import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.Guard;
import vn.soto.ledger.Hash;
import vn.soto.testkit.Drafts;

/** Ledgers that are sound in themselves and do not do what they told their clients. */
final class AppendMutants {

    static final List<Mutant> ALL = List.of(
            new Mutant("acknowledged commit dropped", HistoryRule.ACKNOWLEDGED_IS_STORED, AppendMutants::dropped),
            new Mutant("last commits dropped", HistoryRule.ACKNOWLEDGED_IS_STORED, AppendMutants::cutOff),
            new Mutant("two commits swapped", HistoryRule.ACKNOWLEDGED_IS_STORED, AppendMutants::swapped),
            new Mutant(
                    "acknowledged with another number", HistoryRule.ACKNOWLEDGED_IS_STORED, AppendMutants::otherNumber),
            new Mutant(
                    "acknowledged with another chain", HistoryRule.ACKNOWLEDGEMENT_IS_TRUE, AppendMutants::otherChain),
            new Mutant(
                    "acknowledged another's commit", HistoryRule.ACKNOWLEDGEMENT_IS_TRUE, AppendMutants::othersCommit),
            new Mutant("time of commit altered", HistoryRule.ACKNOWLEDGEMENT_IS_TRUE, AppendMutants::otherTime),
            new Mutant("commit invented", HistoryRule.NOTHING_IS_INVENTED, AppendMutants::invented),
            new Mutant("refused but stored", HistoryRule.REFUSED_IS_NOT_STORED, AppendMutants::refusedButStored),
            new Mutant("repeat of what is not stored", HistoryRule.REPEATED_IS_STORED, AppendMutants::repeatOfNothing),
            new Mutant(
                    "uncertain stored twice",
                    HistoryRule.UNCERTAIN_IS_STORED_AT_MOST_ONCE,
                    AppendMutants::uncertainTwice),
            new Mutant("order against real time", HistoryRule.ORDER_FOLLOWS_REAL_TIME, AppendMutants::againstTime),
            new Mutant("uncertain landed too early", HistoryRule.ORDER_FOLLOWS_REAL_TIME, AppendMutants::tooEarly),
            new Mutant("guard ignored", HistoryRule.GUARDS_HOLD, AppendMutants::guardIgnored));

    private AppendMutants() {}

    private static Run dropped(Run run) {
        Commit lost = run.stored(run.acknowledged());
        return run.rewritten(all -> all.remove(lost));
    }

    private static Run cutOff(Run run) {
        Operation.Append last =
                run.all(Operation.Append.class, AppendMutants::isAcknowledged).getLast();
        return run.stored(
                all -> all.subList(all.indexOf(run.stored(last)), all.size()).clear());
    }

    private static Run swapped(Run run) {
        int place = run.commits().indexOf(run.stored(run.acknowledged()));
        return run.rewritten(all -> Collections.swap(all, place, place - 1));
    }

    private static Run otherNumber(Run run) {
        return told(run, seen -> new ObservedCommit(seen.number() + 1, seen.id(), seen.content(), seen.chain()));
    }

    private static Run otherChain(Run run) {
        return told(
                run, seen -> new ObservedCommit(seen.number(), seen.id(), seen.content(), Hash.sha256(new byte[] {1})));
    }

    private static Run othersCommit(Run run) {
        return told(run, seen -> ObservedCommit.of(run.commits().get((int) seen.number())));
    }

    private static Run otherTime(Run run) {
        Commit last = run.stored(
                run.all(Operation.Append.class, AppendMutants::isAcknowledged).getLast());
        return run.covered(last, edit -> edit.at = edit.at.plusSeconds(1));
    }

    private static Run invented(Run run) {
        return run.rewritten(all -> all.add(commit(run, Drafts.one("nobody's", "nobody's", 0))));
    }

    private static Run refusedButStored(Run run) {
        Draft draft = Drafts.one("refused", "refused", 0);
        return run.rewritten(all -> all.add(commit(run, draft)))
                .and(append(run, draft, new OperationOutcome.Refused("unavailable")));
    }

    private static Run repeatOfNothing(Run run) {
        return run.and(append(run, Drafts.one("never", "never", 0), new OperationOutcome.Repeated()));
    }

    private static Run uncertainTwice(Run run) {
        Operation.Append uncertain = run.some(
                Operation.Append.class,
                append -> append.outcome() instanceof OperationOutcome.Uncertain && run.isStored(append));
        return run.rewritten(all -> all.add(run.stored(uncertain)));
    }

    /** Both are told the numbers they got, so that the ledger is consistent in all but time. */
    private static Run againstTime(Run run) {
        Operation.Append early = run.acknowledged();
        Operation.Append later = run.all(
                        Operation.Append.class, append -> isAcknowledged(append) && early.isBefore(append))
                .getFirst();
        return run.rewritten(
                        all -> Collections.swap(all, all.indexOf(run.stored(early)), all.indexOf(run.stored(later))))
                .toldSo();
    }

    private static Run tooEarly(Run run) {
        Operation.Append uncertain = run.all(
                        Operation.Append.class,
                        append -> append.outcome() instanceof OperationOutcome.Uncertain && run.isStored(append))
                .getLast();
        Commit commit = run.stored(uncertain);
        return run.rewritten(all -> {
                    all.remove(commit);
                    all.addFirst(commit);
                })
                .toldSo();
    }

    private static Run guardIgnored(Run run) {
        Operation.Append append = run.acknowledged();
        Attempt asked = append.attempt();
        Attempt guarded = new Attempt(asked.id(), asked.command(), asked.content(), List.of(new Guard("c1 x", 777)));
        return run.with(
                append,
                new Operation.Append(append.client(), append.invoked(), append.returned(), guarded, append.outcome()));
    }

    private static boolean isAcknowledged(Operation.Append append) {
        return append.outcome() instanceof OperationOutcome.Acknowledged;
    }

    private static Run told(Run run, UnaryOperator<ObservedCommit> change) {
        Operation.Append append = run.acknowledged();
        ObservedCommit seen = change.apply(ObservedCommit.of(run.stored(append)));
        return run.with(append, Run.answered(append, new OperationOutcome.Acknowledged(seen)));
    }

    private static Commit commit(Run run, Draft draft) {
        return Commit.after(run.tail(), draft, run.tail().at());
    }

    private static Operation.Append append(Run run, Draft draft, OperationOutcome outcome) {
        long stamp = run.operations().size() * 10L;
        return new Operation.Append("another", stamp, stamp + 1, Attempt.of(draft), outcome);
    }
}
