package vn.soto.plans;

import java.time.LocalDate;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.RoleHoldersEvent;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.domain.reach.CommandSender;
import vn.soto.ledger.Commit;
import vn.soto.ledger.StoredEvent;

/** The rights on which the steps of a plan rest: those of its proposer and of its approver, each of the day they acted on. */
final class PlanSender {

    private PlanSender() {}

    static CommandSender of(PlanReader reader, PlanState state) {
        String approver = state.approver == null || !AccountId.isWellFormed(state.approver) ? null : state.approver;
        return new CommandSender.PlanStep(
                day(reader, state.submittedIn),
                approver == null ? null : new AccountId(approver),
                approver == null ? null : day(reader, state.approvedIn),
                state.submittedIn > firstGrant(reader));
    }

    /** The same of a plan that the account would approve now. */
    static CommandSender approvedOn(LocalDate day, AccountId approver, PlanReader reader, PlanState state) {
        return new CommandSender.PlanStep(
                day(reader, state.submittedIn), approver, day, state.submittedIn > firstGrant(reader));
    }

    private static LocalDate day(PlanReader reader, long commit) {
        return reader.ledger()
                .commit(commit)
                .map(Commit::at)
                .map(VietnamTime::day)
                .orElseThrow(() -> new IllegalStateException("no commit " + commit));
    }

    /** Number of the commit with the first grant of the ledger; without one, larger than all. */
    private static long firstGrant(PlanReader reader) {
        return reader.ledger().aggregate(RoleHoldersEvent.FIRST_GRANT, 0, 1).stream()
                .mapToLong(StoredEvent::commit)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }
}
