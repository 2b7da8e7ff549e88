package vn.soto.contracts.outreach;

import static vn.soto.contracts.shared.Flag.Code.ATTENDANCE_IS_ABOVE_PLAUSIBLE;
import static vn.soto.contracts.shared.Flag.Code.ATTENDANCE_IS_AN_ESTIMATE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.shared.Ascending;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.CorrectsAny;
import vn.soto.contracts.shared.Dated;
import vn.soto.contracts.shared.Flag;
import vn.soto.contracts.shared.Flagging;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/** Events of an outreach session. Each event repeats team and unit, which never change. */
public sealed interface OutreachEvent extends ProductEvent {

    OutreachId session();

    TeamId team();

    UnitId unit();

    @Override
    default Set<String> tags() {
        return Set.of("team:" + team(), "unit:" + unit());
    }

    /** An event that states how the session was held. */
    sealed interface Told extends OutreachEvent, Dated {

        Holding holding();

        @Override
        default LocalDate happenedOn() {
            return holding().heldOn();
        }

        @Override
        default Set<String> tags() {
            return Stream.concat(
                            OutreachEvent.super.tags().stream(),
                            holding().holders().stream().map(holder -> "member:" + holder))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /**
     * @param unit     residential unit whose people are invited
     * @param startsAt planned start
     * @param topics   one or more, sorted
     */
    @StoredAs("outreach.scheduled.v1")
    record OutreachScheduled(
            OutreachId session,
            TeamId team,
            UnitId unit,
            Instant startsAt,
            List<ServiceCategory> topics,
            OutreachChannel channel)
            implements OutreachEvent, Dated {

        public OutreachScheduled {
            topics = Ascending.of(topics);
        }

        @Override
        public Instant happenedOn() {
            return startsAt;
        }
    }

    @StoredAs("outreach.rescheduled.v1")
    record OutreachRescheduled(OutreachId session, TeamId team, UnitId unit, Instant startsAt)
            implements OutreachEvent, Dated {

        @Override
        public Instant happenedOn() {
            return startsAt;
        }
    }

    @StoredAs("outreach.held.v2")
    record OutreachHeld(OutreachId session, TeamId team, UnitId unit, Holding holding) implements Told {}

    /** The session will not be held; the reason is in the commit. */
    @StoredAs("outreach.cancelled.v1")
    record OutreachCancelled(OutreachId session, TeamId team, UnitId unit) implements OutreachEvent {}

    /**
     * Replaces the holding of the session, which counts, also if it was voided; the reason and the event corrected are in the commit.
     *
     * @param by holder who corrected it, as the sender states; absent if an officer or leader did
     */
    @CorrectsAny(Told.class)
    @StoredAs("outreach.corrected.v3")
    record OutreachCorrected(
            OutreachId session,
            TeamId team,
            UnitId unit,
            Holding holding,
            @Nullable MemberId by) implements Told, Correcting {

        /** By an officer or leader. */
        public OutreachCorrected(OutreachId session, TeamId team, UnitId unit, Holding holding) {
            this(session, team, unit, holding, null);
        }
    }

    /**
     * The session no longer counts; it is never deleted.
     *
     * @param by holder who took it back, as the sender states; absent if an officer or leader did
     */
    @CorrectsAny(Told.class)
    @StoredAs("outreach.voided.v2")
    record OutreachVoided(
            OutreachId session,
            TeamId team,
            UnitId unit,
            @Nullable MemberId by) implements OutreachEvent, Correcting {

        /** By an officer or leader. */
        public OutreachVoided(OutreachId session, TeamId team, UnitId unit) {
            this(session, team, unit, null);
        }
    }

    /** The attendance stated last is an estimate: a flagged state, not an error. */
    @StoredAs("outreach.flagged-estimated.v1")
    record OutreachFlaggedEstimated(OutreachId session, TeamId team, UnitId unit, int attendance)
            implements OutreachEvent, Flagging {

        @Override
        public Optional<Flag> flag() {
            return ATTENDANCE_IS_AN_ESTIMATE.with(attendance);
        }
    }

    /**
     * The attendance stated last is implausibly high: a flagged state, not an error.
     *
     * @param plausible number of households that the policy of that day expects of the members who held the session
     */
    @StoredAs("outreach.flagged-implausible.v1")
    record OutreachFlaggedImplausible(OutreachId session, TeamId team, UnitId unit, int attendance, long plausible)
            implements OutreachEvent, Flagging {

        @Override
        public Optional<Flag> flag() {
            return ATTENDANCE_IS_ABOVE_PLAUSIBLE.with(attendance, plausible);
        }
    }
}
