package vn.soto.plans;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.domain.CounterCommands;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.shared.EarlierEvents;
import vn.soto.ledger.Commit;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledger.StreamPosition;

/**
 * Derives the steps that reverse one commit from the counter-commands of its events.
 *
 * @param reason the reason given in corrective commands among the counter-commands
 */
record CommitReversal(PlanReader reader, String reason) {

    /**
     * The steps that reverse a commit, in an executable order. If one event has no counter-command, the whole commit
     * stays: half a reversal would be a state that nobody decided.
     */
    List<Step> steps(Commit commit, int row) {
        List<Step> first = new ArrayList<>();
        List<Step> second = new ArrayList<>();
        List<Step> last = new ArrayList<>();
        List<Step> staying = new ArrayList<>();
        for (StoredEvent event : commit.stored().reversed()) {
            switch (counterOf(event)) {
                case CounterCommand.Given(Command command, CounterCommand.Turn turn) -> {
                    Step step = new Step.Ready(row, command);
                    switch (turn) {
                        case FIRST -> first.add(step);
                        case SECOND -> second.addFirst(step);
                        case LAST -> last.add(step);
                    }
                }
                case CounterCommand.Follows follows -> {}
                case CounterCommand.Refused refused ->
                    staying.add(new Step.Undoable(
                            row, refused.rule(), event.event().type().name()));
            }
        }
        first.addAll(second);
        first.addAll(last);
        return staying.isEmpty() ? first : staying;
    }

    /**
     * The steps that re-run the assessments a commit recorded, once their causes are reversed; for a commit without
     * {@link #steps}.
     */
    List<Step> reviews(Commit commit, int row) {
        List<Step> reviews = new ArrayList<>();
        for (StoredEvent event : commit.stored()) {
            if (counterOf(event) instanceof CounterCommand.Follows(Command review)) {
                reviews.add(new Step.Ready(row, review));
            }
        }
        return reviews;
    }

    private CounterCommand counterOf(StoredEvent event) {
        StreamPosition place = Objects.requireNonNull(event.event().aggregate());
        return CounterCommands.of(
                (ProductEvent) reader.decoded(event), new EarlierEvents(() -> reader.before(place)), reason);
    }
}
