package vn.soto.query.detection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCounted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFollowedUp;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceResultsStated;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.outreach.OutreachEvent;
import vn.soto.contracts.outreach.OutreachEvent.OutreachVoided;
import vn.soto.contracts.outreach.OutreachEvent.Told;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.EventProjector;
import vn.soto.projection.log.LogType;
import vn.soto.projection.source.EventContext;

/**
 * Projects what detectors see: of each team and month the records of help and the outreach sessions, by {@code <team>/<month>}. A
 * correction to another month takes the record out of the one and brings it into the other.
 */
@Component
final class TraceProjector extends EventProjector<ProductEvent> {

    static final LogType<HelpRow, Long> HELP = LogType.of("help-traces", HelpRow.class, 64);

    static final LogType<SessionRow, Long> SESSIONS = LogType.of("session-traces", SessionRow.class, 64);

    TraceProjector() {
        super(
                "detection",
                List.of(AssistanceCounted.class, OutreachEvent.class),
                TraceProjector::team,
                Stream.of(
                                HELP.documentTypes(),
                                SESSIONS.documentTypes(),
                                List.<DocumentType<?>>of(TracedHelp.KIND, TracedSession.KIND))
                        .<DocumentType<?>>flatMap(List::stream)
                        .toList());
    }

    static String log(String team, LocalDate day) {
        return team + "/" + YearMonth.from(day);
    }

    private static String team(ProductEvent event) {
        return switch (event) {
            case AssistanceCounted help -> help.team().value();
            case OutreachEvent session -> session.team().value();
            default -> throw new IllegalStateException("detectors see nothing of " + event.getClass());
        };
    }

    @Override
    protected void fold(ProductEvent event, EventContext at, Batch batch) {
        switch (event) {
            case AssistanceCounted help -> fold(help, at, batch);
            case Told told -> fold(told, at, batch);
            case OutreachVoided voided ->
                find(voided.session().value(), at, batch)
                        .ifPresent(was -> replace(voided.team(), was, was.leaving(at.position(), at.commit()), batch));
            default -> {
                // A session that is planned, moved, cancelled or flagged has not been told of otherwise.
            }
        }
    }

    private static void fold(AssistanceCounted event, EventContext at, Batch batch) {
        switch (event) {
            case AssistanceRecorded recorded -> put(recorded.team(), null, row(recorded, at), batch);
            case AssistanceCorrected corrected ->
                last(event, at, batch).ifPresent(was -> put(corrected.team(), was, row(corrected, was, at), batch));
            case AssistanceVoided voided ->
                last(event, at, batch).ifPresent(was -> put(voided.team(), was, was.voided(at), batch));
            case AssistanceFlaggedLate _, AssistanceVerified _, AssistanceFollowedUp _, AssistanceResultsStated _ -> {
                // What is stated stays.
            }
        }
    }

    private static Optional<HelpRow> last(AssistanceCounted event, EventContext at, Batch batch) {
        return batch.find(TracedHelp.KIND, event.assistance().value())
                .flatMap(help -> help.before(at.position()))
                .flatMap(was -> HELP.at(log(event.team().value(), was.day()), was.position(), batch));
    }

    private static void put(TeamId team, @Nullable HelpRow was, HelpRow now, Batch batch) {
        TracedHelp known = batch.find(TracedHelp.KIND, now.assistance().value())
                .orElseGet(() -> new TracedHelp(now.assistance().value(), List.of()));
        batch.put(TracedHelp.KIND, known.with(now));
        if (was != null && !log(team.value(), was.day()).equals(log(team.value(), now.day()))) {
            HELP.append(log(team.value(), was.day()), was.leaving(now.position(), now.commit()), batch);
        }
        HELP.append(log(team.value(), now.day()), now, batch);
    }

    private static HelpRow row(AssistanceRecorded event, EventContext at) {
        return row(
                event,
                helper(event.helpers()),
                noteBytes(event.note()),
                at,
                new Entry(at.event(), at.commit(), at.at(), at.actor(), at.device()));
    }

    /** The helper and the note stay unless the correction states others; how it was entered first always stays. */
    private static HelpRow row(AssistanceCorrected event, HelpRow was, EventContext at) {
        Integer kept = event.moved() == null ? was.noteBytes() : null;
        return row(
                event,
                event.helpers() == null ? was.member() : helper(event.helpers()),
                event.note() == null ? kept : noteBytes(event.note()),
                at,
                new Entry(was.event(), was.recordedIn(), was.recordedAt(), was.account(), was.device()));
    }

    /** How a record was entered first. */
    private record Entry(
            String event,
            long commit,
            Instant at,
            String account,
            @Nullable String device) {}

    private static HelpRow row(
            AssistanceStated event, String member, @Nullable Integer noteBytes, EventContext at, Entry entry) {
        AssistanceContent content = event.content();
        return new HelpRow(
                at.position(),
                at.commit(),
                event.assistance(),
                false,
                false,
                entry.event,
                entry.commit,
                entry.at,
                entry.account,
                entry.device,
                member,
                helped(event.beneficiary()),
                content.services().stream().map(code -> code.value()).toList(),
                content.channel(),
                content.mode(),
                content.occurredAt(),
                noteBytes);
    }

    private static String helper(List<CreditShare> helpers) {
        return helpers.stream()
                .filter(share -> share.team() == null)
                .findFirst()
                .map(share -> share.member().value())
                .orElse("");
    }

    private static @Nullable String helped(Beneficiary beneficiary) {
        if (beneficiary.household() != null) {
            return beneficiary.household().value();
        }
        return beneficiary.business() == null ? null : "business:" + beneficiary.business();
    }

    private static @Nullable Integer noteBytes(@Nullable Sealed note) {
        return note == null ? null : note.text().length() * 3 / 4;
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
        if (!log(team.value(), was.heldOn()).equals(log(team.value(), now.heldOn()))) {
            SESSIONS.append(log(team.value(), was.heldOn()), was.leaving(now.position(), now.commit()), batch);
        }
        begin(team, now, batch);
    }

    private static void begin(TeamId team, SessionRow now, Batch batch) {
        TracedSession known = batch.find(TracedSession.KIND, now.session().value())
                .orElseGet(() -> new TracedSession(now.session().value(), List.of()));
        batch.put(TracedSession.KIND, known.with(now));
        SESSIONS.append(log(team.value(), now.heldOn()), now, batch);
    }
}
