package vn.soto.plans;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.soto.contracts.plan.PlanId;
import vn.soto.domain.shared.Command;
import vn.soto.ledger.Commit;
import vn.soto.ledger.StoredEvent;

/**
 * The steps of a reversal by what is recorded when they run. A step restores what held before the change it undoes. If
 * somebody has put another value before that change since the reversal was asked for, the step restores that value.
 */
final class PresentReversal {

    private final PlanReader reader;
    private final String reason;
    private final long asked;
    private final String undone;
    private final String own;

    private PresentReversal(PlanReader reader, Commit asked, PlanId undone, PlanId own) {
        this.reader = reader;
        this.reason = CommitReversal.reason(asked);
        this.asked = asked.number();
        this.undone = undone.correlation();
        this.own = own.correlation();
    }

    /** Empty for a plan that reverses none. */
    static Optional<PresentReversal> of(PlanReader reader, PlanState state) {
        return Optional.ofNullable(state.submitted.undoes())
                .flatMap(reader::state)
                .flatMap(other -> reader.ledger()
                        .commit(other.reversedIn)
                        .map(asked ->
                                new PresentReversal(reader, asked, other.submitted.plan(), state.submitted.plan())));
    }

    /** The command that a step sends now; the planned one unless another of its kind restores what holds now. */
    Command of(Command planned) {
        List<StoredEvent> events = AlreadyRecorded.target(planned)
                .map(target -> reader.ledger().aggregate(target, 0, Integer.MAX_VALUE))
                .orElse(List.of());
        if (events.stream().noneMatch(event -> event.commit() > asked && !isOf(event.commit(), own))) {
            return planned;
        }
        CommitReversal then = new CommitReversal(reader, reason, commit -> commit <= asked);
        CommitReversal now = new CommitReversal(reader, reason, commit -> commit <= asked || !isOf(commit, own));
        Step.Ready step = new Step.Ready(0, planned);
        List<Commit> commits = events.stream()
                .map(StoredEvent::commit)
                .filter(commit -> commit <= asked && isOf(commit, undone))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .flatMap(commit -> reader.ledger().commit(commit).stream())
                .toList();
        for (Commit commit : commits) {
            int place = then.steps(commit, 0).indexOf(step);
            List<Step> present = now.steps(commit, 0);
            if (place >= 0
                    && place < present.size()
                    && present.get(place) instanceof Step.Ready(int _, Command command)
                    && command.getClass().equals(planned.getClass())) {
                return command;
            }
        }
        return planned;
    }

    private boolean isOf(long commit, String plan) {
        return reader.ledger()
                .commit(commit)
                .filter(known -> known.correlation().equals(plan))
                .isPresent();
    }
}
