package vn.soto.plans;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import vn.soto.contracts.plan.OpenPlansEvent.OpenPlansChanged;
import vn.soto.contracts.plan.PlanDigest;
import vn.soto.contracts.plan.PlanEvent;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanPartEvent.PlanPartRecorded;
import vn.soto.contracts.plan.WaitingPlansEvent;
import vn.soto.contracts.plan.WaitingPlansEvent.WaitingPlansChanged;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.domain.plan.OpenPlans;
import vn.soto.domain.plan.PlanPart;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Origin;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledger.StreamPosition;

/** Reads plans from the ledger by id only, so the size of the ledger does not matter. */
public record PlanReader(LedgerReader ledger, EventCodec codec) {

    private static final int PAGE = 500;

    /** The open plans, in the order in which they were opened. */
    List<PlanId> open() {
        return last(OpenPlans.ID)
                .map(OpenPlansChanged.class::cast)
                .map(OpenPlansChanged::open)
                .orElse(List.of());
    }

    /** The account's plans that wait for a second person. */
    List<PlanId> waiting(String account) {
        return last(WaitingPlansEvent.idOf(account))
                .map(WaitingPlansChanged.class::cast)
                .map(WaitingPlansChanged::waiting)
                .orElse(List.of());
    }

    private Optional<DomainEvent> last(String aggregate) {
        OptionalLong head = ledger.head(aggregate);
        return head.isEmpty()
                ? Optional.empty()
                : ledger.aggregate(aggregate, head.getAsLong(), 1).stream()
                        .map(this::decoded)
                        .findFirst();
    }

    /** Empty if no plan with this id was submitted. */
    Optional<PlanState> state(PlanId plan) {
        PlanState state = null;
        String id = PlanEvent.idOf(plan);
        List<StoredEvent> page = ledger.aggregate(id, 0, PAGE);
        for (long read = 0; !page.isEmpty(); page = ledger.aggregate(id, read, PAGE)) {
            for (StoredEvent stored : page) {
                PlanEvent event = (PlanEvent) decoded(stored);
                state = state == null ? new PlanState() : state;
                state.on(event, stored);
            }
            read += page.size();
        }
        return Optional.ofNullable(state);
    }

    Optional<PlanPartRecorded> part(PlanId plan, int part) {
        return ledger.aggregate(PlanPart.idOf(plan, part), 0, 1).stream()
                .map(this::decoded)
                .map(PlanPartRecorded.class::cast)
                .findFirst();
    }

    /**
     * @throws IllegalStateException if the digest of the preceding parts does not match, so the part is not the
     *                               submitted one
     */
    PlanPartRecorded part(PlanId plan, int part, String previous) {
        PlanPartRecorded found = part(plan, part)
                .orElseThrow(() -> new IllegalStateException("part " + part + " of plan " + plan + " is missing"));
        if (!found.previous().equals(previous)
                || !PlanDigest.of(previous, found.steps()).equals(found.digest())) {
            throw new IllegalStateException("part " + part + " of plan " + plan + " is not what was submitted");
        }
        return found;
    }

    /** The id of the command that submitted the plan; it caused every step. */
    UUID submission(PlanState state) {
        return ledger.commit(state.submittedIn)
                .map(commit -> commit.origin() instanceof Origin.Command command ? command.id() : null)
                .orElseThrow(() -> new IllegalStateException("no command submitted plan " + state.submitted.plan()));
    }

    /** The actor of an aggregate's first event. */
    Optional<String> author(String aggregate) {
        return ledger.aggregate(aggregate, 0, 1).stream()
                .findFirst()
                .flatMap(stored -> ledger.commit(stored.commit()))
                .map(Commit::actor);
    }

    /** The events of an aggregate before a given position. */
    List<DomainEvent> before(StreamPosition slot) {
        return slot.sequence() == 0
                ? List.of()
                : ledger.aggregate(slot.id(), 0, Math.toIntExact(slot.sequence())).stream()
                        .map(this::decoded)
                        .toList();
    }

    /** The same, followed by those after the position whose commits match. */
    List<DomainEvent> beside(StreamPosition slot, LongPredicate commits) {
        int after = Math.toIntExact(ledger.head(slot.id()).orElseThrow() - slot.sequence());
        Stream<DomainEvent> later = after == 0
                ? Stream.empty()
                : ledger.aggregate(slot.id(), slot.sequence() + 1, after).stream()
                        .filter(stored -> commits.test(stored.commit()))
                        .map(this::decoded);
        return Stream.concat(before(slot).stream(), later).toList();
    }

    DomainEvent decoded(StoredEvent stored) {
        return codec.decode(stored);
    }
}
