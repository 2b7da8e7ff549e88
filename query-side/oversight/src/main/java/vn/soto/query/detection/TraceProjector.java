package vn.soto.query.detection;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.contracts.outreach.OutreachEvent;
import vn.soto.contracts.outreach.OutreachEvent.OutreachVoided;
import vn.soto.contracts.outreach.OutreachEvent.Told;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.EventProjector;
import vn.soto.projection.log.LogType;
import vn.soto.projection.source.EventContext;

/** Projects what detectors see of outreach sessions, as {@link HelpTraces} does of help. */
@Component
final class TraceProjector extends EventProjector<OutreachEvent> {

    static final LogType<SessionRow, Long> SESSIONS = LogType.of("session-traces", SessionRow.class, 64);

    TraceProjector() {
        super(
                "detection",
                OutreachEvent.class,
                event -> event.team().value(),
                DocumentType.listed(SESSIONS.documentTypes(), TracedSession.KIND));
    }

    @Override
    protected void fold(OutreachEvent event, EventContext at, Batch batch) {
        switch (event) {
            case Told told -> fold(told, at, batch);
            case OutreachVoided voided ->
                find(voided.session().value(), at, batch)
                        .ifPresent(was -> replace(voided.team(), was, was.leaving(at.position(), at.commit()), batch));
            default -> {
                // A session that is planned, moved, cancelled or flagged has not been told of otherwise.
            }
        }
    }

    private static void fold(Told event, EventContext at, Batch batch) {
        SessionRow now = new SessionRow(
                at.position(),
                at.commit(),
                event.session(),
                false,
                at.event(),
                event.holding().heldOn(),
                event.holding().attendance(),
                event.holding().basis());
        Optional<SessionRow> known = find(event.session().value(), at, batch);
        known.ifPresentOrElse(was -> replace(event.team(), was, now, batch), () -> begin(event.team(), now, batch));
    }

    private static Optional<SessionRow> find(String session, EventContext at, Batch batch) {
        return batch.find(TracedSession.KIND, session).flatMap(known -> known.before(at.position()));
    }

    private static void replace(TeamId team, SessionRow was, SessionRow now, Batch batch) {
        if (!HelpTraces.log(team.value(), was.heldOn()).equals(HelpTraces.log(team.value(), now.heldOn()))) {
            SESSIONS.append(
                    HelpTraces.log(team.value(), was.heldOn()), was.leaving(now.position(), now.commit()), batch);
        }
        begin(team, now, batch);
    }

    private static void begin(TeamId team, SessionRow now, Batch batch) {
        TracedSession known = batch.find(TracedSession.KIND, now.session().value())
                .orElseGet(() -> new TracedSession(now.session().value(), List.of()));
        batch.put(TracedSession.KIND, known.with(now));
        SESSIONS.append(HelpTraces.log(team.value(), now.heldOn()), now, batch);
    }
}
