package vn.soto.query.outreach;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.outreach.CommunityGroupEvent;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupClosed;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupRecorded;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupUpdated;
import vn.soto.contracts.outreach.Holding;
import vn.soto.contracts.outreach.OutreachEvent;
import vn.soto.contracts.outreach.OutreachEvent.OutreachCancelled;
import vn.soto.contracts.outreach.OutreachEvent.OutreachFlaggedEstimated;
import vn.soto.contracts.outreach.OutreachEvent.OutreachFlaggedImplausible;
import vn.soto.contracts.outreach.OutreachEvent.OutreachRescheduled;
import vn.soto.contracts.outreach.OutreachEvent.OutreachScheduled;
import vn.soto.contracts.outreach.OutreachEvent.OutreachVoided;
import vn.soto.contracts.outreach.OutreachEvent.Told;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.MemberId;
import vn.soto.ledger.Micros;
import vn.soto.projection.Batch;
import vn.soto.projection.EventProjector;
import vn.soto.projection.RowListType;
import vn.soto.projection.source.EventContext;
import vn.soto.query.outreach.Session.Attendance;
import vn.soto.query.outreach.Session.State;
import vn.soto.query.outreach.Session.Version;
import vn.soto.query.period.StoredQuarters;

/** Projects outreach: sessions, programmes and groups never change their team. */
@Component
final class OutreachProjector extends EventProjector<DomainEvent> {

    /** The sessions that belong to a quarter, or did before they were rescheduled, by {@code <team>/<quarter>}. */
    static final RowListType<String> PROGRAMMES = RowListType.ids("outreach-programmes");

    private final StoredQuarters stored;

    /**
     * Programmes are written before sessions: an unlisted session would be lost, a listed session that does not exist
     * yet is skipped.
     */
    OutreachProjector(StoredQuarters stored) {
        super(
                "outreach",
                List.of(OutreachEvent.class, CommunityGroupEvent.class),
                OutreachProjector::team,
                List.of(PROGRAMMES.documents(), Session.KIND, Groups.KIND));
        this.stored = stored;
    }

    @Override
    protected void fold(DomainEvent event, EventContext at, Batch batch) {
        switch (event) {
            case OutreachEvent outreach -> fold(outreach, at, batch);
            case CommunityGroupEvent group -> fold(group, at, batch);
            default -> throw new IllegalArgumentException(event.toString());
        }
    }

    private void fold(OutreachEvent event, EventContext at, Batch batch) {
        if (event instanceof OutreachScheduled scheduled) {
            Session session =
                    batch.find(Session.KIND, scheduled.session().value()).orElseGet(() -> session(scheduled));
            put(session, version(at, State.PLANNED, Micros.of(scheduled.startsAt()), null, null), batch);
        } else {
            Session session = batch.find(Session.KIND, event.session().value()).orElseThrow();
            Version before = session.before(at.position()).orElseThrow();
            put(session, after(event, before, at), batch);
        }
    }

    private static Session session(OutreachScheduled scheduled) {
        return new Session(
                scheduled.session().value(),
                scheduled.team(),
                scheduled.unit(),
                scheduled.topics(),
                scheduled.channel(),
                List.of());
    }

    private static Version after(OutreachEvent event, Version before, EventContext at) {
        return switch (event) {
            case OutreachScheduled scheduled -> before;
            case OutreachRescheduled moved ->
                version(at, before.state(), Micros.of(moved.startsAt()), before.attendance(), null);
            case Told told -> version(at, State.HELD, before.startsAt(), attendance(told.holding(), at), null);
            case OutreachCancelled cancelled -> version(at, State.CANCELLED, before.startsAt(), null, null);
            case OutreachVoided voided ->
                version(at, State.VOIDED, before.startsAt(), before.attendance(), before.plausible());
            case OutreachFlaggedEstimated flagged ->
                version(at, before.state(), before.startsAt(), before.attendance(), before.plausible());
            case OutreachFlaggedImplausible flagged ->
                version(at, before.state(), before.startsAt(), before.attendance(), flagged.plausible());
        };
    }

    private static Version version(
            EventContext at, State state, long startsAt, @Nullable Attendance attendance, @Nullable Long plausible) {
        return new Version(at.position(), at.commit(), state, startsAt, attendance, plausible);
    }

    private static Attendance attendance(Holding holding, EventContext at) {
        return new Attendance(
                holding.heldOn(),
                holding.attendance(),
                holding.newcomers(),
                holding.basis(),
                holding.holders().stream().map(MemberId::value).toList(),
                at.event(),
                at.commit());
    }

    private void put(Session session, Version version, Batch batch) {
        batch.put(Session.KIND, session.with(version));
        PROGRAMMES.add(programme(session.team().value(), version.day()), session.id(), batch);
    }

    private String programme(String team, LocalDate day) {
        return team + "/" + stored.of(day);
    }

    private void fold(CommunityGroupEvent event, EventContext at, Batch batch) {
        String team = event.team().value();
        String group = event.group().value();
        Groups.Told told = switch (event) {
            case CommunityGroupRecorded recorded ->
                new Groups.Told(at.position(), at.commit(), group, recorded.countedOn(), recorded.households());
            case CommunityGroupUpdated updated ->
                new Groups.Told(at.position(), at.commit(), group, updated.countedOn(), updated.households());
            case CommunityGroupClosed closed ->
                new Groups.Told(at.position(), at.commit(), group, closed.lastDay(), null);
        };
        Groups groups = batch.find(Groups.KIND, team).orElseGet(() -> new Groups(team, List.of()));
        batch.put(Groups.KIND, groups.with(told));
    }

    private static String team(DomainEvent event) {
        return switch (event) {
            case OutreachEvent outreach -> outreach.team().value();
            case CommunityGroupEvent group -> group.team().value();
            default -> throw new IllegalArgumentException(event.toString());
        };
    }
}
