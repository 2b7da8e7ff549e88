package vn.soto.query.support;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
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
import vn.soto.projection.VersionedProjector;
import vn.soto.projection.log.LogType;
import vn.soto.projection.source.EventContext;
import vn.soto.query.support.QueueRow.Entry;
import vn.soto.query.support.SupportRequest.Personal;
import vn.soto.query.support.SupportRequest.Step;

/** Projects requests in one segment, because an event changes the queues of a unit and of a team. */
@Component
final class SupportProjector extends VersionedProjector<SupportRequestEvent, Step, SupportRequest> {

    /** The queues of units and teams. */
    static final LogType<QueueRow, OpenRequests> QUEUES =
            LogType.of("request-queues", QueueRow.class, 64, OpenRequests.NONE, OpenRequests::after);

    SupportProjector() {
        super(
                "requests",
                SupportRequestEvent.class,
                event -> "all",
                event -> event.request().value(),
                SupportRequest.KIND,
                DocumentType.listed(QUEUES.documentTypes(), SupportRequest.KIND));
    }

    static String open(String unit) {
        return "open:" + unit;
    }

    static String waiting(String unit) {
        return "waiting:" + unit;
    }

    static String ofTeam(String team) {
        return "team:" + team;
    }

    @Override
    protected SupportRequest begin(SupportRequestEvent event, EventContext at) {
        if (event instanceof SupportRequestReceived received) {
            return request(received, at);
        }
        throw new IllegalStateException("a request is received before anything else: " + event.request());
    }

    @Override
    protected void index(
            SupportRequestEvent event, SupportRequest request, Optional<Step> before, Step after, Batch batch) {
        Entry entry = new Entry(request.id(), request.received(), after.dueOn());
        for (Move move : moves(request.unit().value(), before, after)) {
            QUEUES.append(move.queue, new QueueRow(after.position(), after.commit(), entry, move.enters), batch);
        }
    }

    private static SupportRequest request(SupportRequestReceived received, EventContext at) {
        return new SupportRequest(
                received.request().value(),
                at.position(),
                received.unit(),
                received.household(),
                received.source(),
                received.topics(),
                received.receivedOn(),
                new Personal(text(received.requesterName()), text(received.phone()), text(received.note())),
                List.of());
    }

    private static @Nullable String text(@Nullable Sealed sealed) {
        return sealed == null ? null : sealed.text();
    }

    @Override
    protected Step after(SupportRequestEvent event, Optional<Step> before, EventContext at) {
        SupportRequestEvolution steps = new SupportRequestEvolution(at.position(), at.commit());
        return switch (event) {
            case SupportRequestReceived received -> steps.waiting(received.receivedOn(), received.dueOn());
            case SupportRequestReopened reopened -> steps.waiting(reopened.reopenedOn(), reopened.dueOn());
            case SupportRequestTaken taken -> steps.taken(taken, before.orElseThrow());
            case SupportRequestReleased released ->
                steps.waiting(released.releasedOn(), before.orElseThrow().dueOn());
            case SupportRequestResolved resolved -> steps.resolved(resolved, before.orElseThrow());
            case SupportRequestFlaggedLate late -> steps.late(before.orElseThrow());
            case SupportRequestDeclined declined -> steps.declined(declined, before.orElseThrow());
        };
    }

    private record Move(String queue, boolean enters) {}

    /** Moves a request from its old queues to its new ones. */
    private static List<Move> moves(String unit, Optional<Step> before, Step after) {
        List<String> left = before.map(step -> queues(unit, step)).orElse(List.of());
        List<String> entered = queues(unit, after);
        return Stream.concat(
                        left.stream().filter(queue -> !entered.contains(queue)).map(queue -> new Move(queue, false)),
                        entered.stream().filter(queue -> !left.contains(queue)).map(queue -> new Move(queue, true)))
                .toList();
    }

    /** The queues in which a request stands after a step. */
    static List<String> queues(String unit, Step step) {
        return switch (step.state()) {
            case WAITING -> List.of(open(unit), waiting(unit));
            case TAKEN ->
                List.of(open(unit), ofTeam(Objects.requireNonNull(step.team()).value()));
            case RESOLVED, DECLINED -> List.of();
        };
    }
}
