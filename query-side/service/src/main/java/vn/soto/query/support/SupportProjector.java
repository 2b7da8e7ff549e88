package vn.soto.query.support;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.support.SupportRequestEvent;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestDeclined;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestFlaggedLate;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReceived;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReleased;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReopened;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestResolved;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestTaken;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Projector;
import vn.soto.projection.source.EventContext;
import vn.soto.query.support.SupportRequest.Personal;
import vn.soto.query.support.SupportRequest.Step;

/** One segment: an event changes the queues of a unit and of a team. */
@Component
final class SupportProjector implements Projector {

    @EventHandler
    void on(SupportRequestEvent event, EventContext at, Batch batch) {
        String id = event.request().value();
        SupportRequest request = event instanceof SupportRequestReceived received
                ? batch.find(SupportRequest.KIND, id).orElseGet(() -> request(received, at))
                : batch.find(SupportRequest.KIND, id).orElseThrow();
        Step before = request.before(at.position()).orElse(null);
        Step after = after(event, before, at);
        batch.put(SupportRequest.KIND, request.with(after));
        Queue.Entry entry = new Queue.Entry(id, request.received(), after.dueOn());
        for (Move move : moves(request.unit(), before, after)) {
            add(move.queue, new Queue.Row(at.position(), at.commit(), entry, move.enters), batch);
        }
    }

    private static SupportRequest request(SupportRequestReceived received, EventContext at) {
        return new SupportRequest(
                received.request().value(),
                at.position(),
                received.unit().value(),
                received.household() == null ? null : received.household().value(),
                received.source(),
                received.topics(),
                received.receivedOn(),
                new Personal(text(received.requesterName()), text(received.phone()), text(received.note())),
                List.of());
    }

    private static @Nullable String text(@Nullable Sealed sealed) {
        return sealed == null ? null : sealed.text();
    }

    private static Step after(SupportRequestEvent event, @Nullable Step before, EventContext at) {
        SupportRequestEvolution steps = new SupportRequestEvolution(at.position(), at.commit());
        return switch (event) {
            case SupportRequestReceived received -> steps.waiting(received.receivedOn(), received.dueOn());
            case SupportRequestReopened reopened -> steps.waiting(reopened.reopenedOn(), reopened.dueOn());
            case SupportRequestTaken taken -> steps.taken(taken, known(before));
            case SupportRequestReleased released ->
                steps.waiting(released.releasedOn(), known(before).dueOn());
            case SupportRequestResolved resolved -> steps.resolved(resolved, known(before));
            case SupportRequestFlaggedLate late -> steps.late(known(before));
            case SupportRequestDeclined declined -> steps.declined(declined, known(before));
        };
    }

    private static Step known(@Nullable Step before) {
        return Objects.requireNonNull(before, "a request is received before anything else");
    }

    private record Move(String queue, boolean enters) {}

    /** Out of the queues it was in, into those it is in now. */
    private static List<Move> moves(String unit, @Nullable Step before, Step after) {
        List<String> left = before == null ? List.of() : queues(unit, before);
        List<String> entered = queues(unit, after);
        return Stream.concat(
                        left.stream().filter(queue -> !entered.contains(queue)).map(queue -> new Move(queue, false)),
                        entered.stream().filter(queue -> !left.contains(queue)).map(queue -> new Move(queue, true)))
                .toList();
    }

    private static List<String> queues(String unit, Step step) {
        return switch (step.state()) {
            case WAITING -> List.of(Queue.open(unit), Queue.waiting(unit));
            case TAKEN -> List.of(Queue.open(unit), Queue.ofTeam(Objects.requireNonNull(step.team())));
            case RESOLVED, DECLINED -> List.of();
        };
    }

    private static void add(String id, Queue.Row row, Batch batch) {
        Queue queue = batch.find(Queue.KIND, id).orElseGet(() -> Queue.empty(id));
        if (row.position() <= queue.last()) {
            return;
        }
        Queue grown = queue.with(row);
        if (grown.isFull()) {
            batch.put(Queue.Sealed.KIND, grown.seal());
            grown = grown.afterSeal();
        }
        batch.put(Queue.KIND, grown);
    }

    @Override
    public String name() {
        return "requests";
    }

    @Override
    public int segments() {
        return 1;
    }

    /** Lists kept aside first: once a {@link Queue} refers to them, nothing would write them again. */
    @Override
    public List<DocumentType<?>> documentTypes() {
        return List.of(Queue.Sealed.KIND, Queue.KIND, SupportRequest.KIND);
    }

    @Override
    public String sequence(DomainEvent event) {
        return event instanceof SupportRequestEvent ? "all" : "other";
    }

    @Override
    public void keysOf(DomainEvent event, DocumentKeys needs) {
        if (event instanceof SupportRequestEvent of) {
            needs.document(SupportRequest.KIND, of.request().value());
            needs.document(Queue.KIND, Queue.open(of.unit().value()));
            needs.document(Queue.KIND, Queue.waiting(of.unit().value()));
            if (of.team() != null) {
                needs.document(Queue.KIND, Queue.ofTeam(of.team().value()));
            }
        }
    }
}
