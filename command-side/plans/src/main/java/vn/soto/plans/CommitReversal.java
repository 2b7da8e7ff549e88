package vn.soto.plans;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongPredicate;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.domain.CounterCommands;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.shared.CounterRule;
import vn.soto.domain.shared.EarlierEvents;
import vn.soto.domain.shared.Rule;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Origin;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledger.StreamPosition;

/**
 * Derives the steps that reverse commits of one plan from the counter-commands of their events. The commits are asked
 * for from the last to the first.
 */
final class CommitReversal {

    private final PlanReader reader;
    private final String reason;
    private final LongPredicate read;
    private final Set<Long> undone = new HashSet<>();

    /**
     * @param reason the reason given in corrective commands among the counter-commands
     * @param read   commits beside those of the plan that count: what they say holds once the plan is undone
     */
    CommitReversal(PlanReader reader, String reason, LongPredicate read) {
        this.reader = reader;
        this.reason = reason;
        this.read = read;
    }

    /** The reason given in corrective commands of a reversal. */
    static String reason(Commit asked) {
        return Objects.requireNonNullElse(asked.reason(), "hoàn tác");
    }

    /**
     * The steps that reverse a commit, in an executable order. If one event has no counter-command, the whole commit
     * stays, because nobody decided half a reversal. Then each such event is a step that names its correction.
     */
    List<Step> steps(Commit commit, int row) {
        List<Step> first = new ArrayList<>();
        List<Step> second = new ArrayList<>();
        List<Step> last = new ArrayList<>();
        List<Step> staying = new ArrayList<>();
        for (StoredEvent event : commit.stored().reversed()) {
            switch (counterOf(event, commit)) {
                case CounterCommand.Given(Command command, CounterCommand.Turn turn) -> {
                    Step step = new Step.Ready(row, command);
                    switch (turn) {
                        case FIRST -> first.add(step);
                        case SECOND -> second.addFirst(step);
                        case LAST -> last.add(step);
                    }
                }
                case CounterCommand.Follows follows -> {}
                case CounterCommand.Refused(Rule rule) ->
                    staying.add(staying(row, rule, event.event().type().name(), commit));
            }
        }
        first.addAll(second);
        first.addAll(last);
        if (staying.isEmpty()) {
            undone.add(commit.number());
        }
        return staying.isEmpty() ? first : staying;
    }

    private static Step staying(int row, Rule rule, String event, Commit commit) {
        String corrections =
                rule == CounterRule.EVENT_HAS_A_COUNTER_COMMAND && commit.origin() instanceof Origin.Command command
                        ? CounterCommands.corrections(command.name())
                        : "";
        return corrections.isEmpty()
                ? new Step.Undoable(row, rule, event)
                : new Step.Undoable(row, CounterRule.EVENT_HAS_ITS_OWN_CORRECTION, event + " " + corrections);
    }

    /**
     * The steps that re-run the assessments a commit recorded, once their causes are reversed; for a commit without
     * {@link #steps}.
     */
    List<Step> reviews(Commit commit, int row) {
        List<Step> reviews = new ArrayList<>();
        for (StoredEvent event : commit.stored()) {
            if (counterOf(event, commit) instanceof CounterCommand.Follows(Command review)) {
                reviews.add(new Step.Ready(row, review));
            }
        }
        return reviews;
    }

    private CounterCommand counterOf(StoredEvent event, Commit of) {
        StreamPosition place = Objects.requireNonNull(event.event().aggregate());
        return CounterCommands.of(
                (ProductEvent) reader.decoded(event),
                new EarlierEvents(
                        () -> reader.before(place),
                        () -> reader.beside(
                                place,
                                commit -> commit != event.commit() && read.test(commit) && !undone.contains(commit)),
                        () -> of.stored().stream().map(reader::decoded).toList(),
                        VietnamTime.day(of.at())),
                reason);
    }
}
