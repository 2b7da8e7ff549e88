package vn.soto.domain.outreach;

import static vn.soto.contracts.access.Role.LEADER;
import static vn.soto.contracts.access.Role.MEMBER;
import static vn.soto.contracts.access.Role.OFFICER;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.outreach.Holding;
import vn.soto.contracts.outreach.OutreachChannel;
import vn.soto.contracts.outreach.OutreachEvent;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.CorrectionCommand;
import vn.soto.domain.shared.Corrects;
import vn.soto.domain.shared.HasReason;
import vn.soto.domain.shared.Introduces;
import vn.soto.domain.shared.OwnRecord;
import vn.soto.domain.shared.ReasonList;
import vn.soto.domain.shared.Reasons;

/** Commands to an outreach session. */
public sealed interface OutreachCommand extends Command {

    OutreachId session();

    /**
     * @param unit     residential unit whose people are invited; the team must cover it
     * @param startsAt planned start; may lie in the past, for a session entered afterwards
     */
    @ClientCommand(
            as = "schedule-outreach",
            at = "outreach",
            by = {OFFICER, LEADER})
    record ScheduleOutreach(
            @TargetAggregateIdentifier @Introduces OutreachId session,
            TeamId team,
            UnitId unit,
            Instant startsAt,
            List<ServiceCategory> topics,
            OutreachChannel channel)
            implements OutreachCommand {

        public ScheduleOutreach {
            startsAt = startsAt.truncatedTo(ChronoUnit.MICROS);
            topics = List.copyOf(topics);
        }
    }

    /**
     * Records a session that nobody planned here, after it took place.
     *
     * @param unit residential unit whose people were invited; the team must have covered it on that day
     */
    @ClientCommand(
            as = "record-outreach",
            at = "outreach/held",
            by = {OFFICER, LEADER, MEMBER})
    record RecordOutreach(
            @TargetAggregateIdentifier @Introduces OutreachId session,
            TeamId team,
            UnitId unit,
            List<ServiceCategory> topics,
            OutreachChannel channel,
            Holding holding)
            implements OutreachCommand {

        public RecordOutreach {
            topics = List.copyOf(topics);
        }
    }

    @ClientCommand(
            as = "reschedule-outreach",
            at = "outreach/{session}/reschedule",
            by = {OFFICER, LEADER})
    @Corrects({RecordOutreach.class, ScheduleOutreach.class})
    record RescheduleOutreach(@TargetAggregateIdentifier OutreachId session, Instant startsAt)
            implements OutreachCommand {

        public RescheduleOutreach {
            startsAt = startsAt.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** Records that the session took place, on the planned day or another. */
    @ClientCommand(
            as = "hold-outreach",
            at = "outreach/{session}/hold",
            by = {OFFICER, LEADER, MEMBER})
    record HoldOutreach(@TargetAggregateIdentifier OutreachId session, Holding holding) implements OutreachCommand {}

    /** Cancels a session that will not take place. */
    @Reasons(ReasonList.CANCELLATION)
    @ClientCommand(
            as = "cancel-outreach",
            at = "outreach/{session}/cancel",
            by = {OFFICER, LEADER})
    @Corrects({RecordOutreach.class, ScheduleOutreach.class})
    record CancelOutreach(@TargetAggregateIdentifier OutreachId session, String reason)
            implements OutreachCommand, HasReason {}

    /** A correction of a session that was held, which the members who held it may send too, see {@link OwnRecord}. */
    interface OwnCorrection extends CorrectionCommand, OwnRecord {

        OutreachId session();

        @Override
        default String record() {
            return session().value();
        }

        @Override
        default boolean isStatedBy(DomainEvent event) {
            return event instanceof OutreachEvent.Told;
        }
    }

    /**
     * @param holding corrected holding, as a whole
     * @param by      holder who corrects the session; required from a member without an officer
     */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(
            as = "correct-outreach",
            at = "outreach/{session}/correction",
            by = {OFFICER, LEADER},
            own = MEMBER)
    @Corrects({HoldOutreach.class, RecordOutreach.class})
    record CorrectOutreach(
            @TargetAggregateIdentifier OutreachId session,
            Holding holding,
            @Nullable MemberId by,
            String reason) implements OutreachCommand, OwnCorrection {}

    /**
     * Takes back a session that did not take place or is recorded twice: it counts nowhere any more, and stays readable.
     *
     * @param by holder who takes it back; required from a member without an officer
     */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(
            as = "void-outreach",
            at = "outreach/{session}/void",
            by = {OFFICER, LEADER},
            own = MEMBER)
    @Corrects({HoldOutreach.class, RecordOutreach.class, RestoreOutreach.class})
    record VoidOutreach(
            @TargetAggregateIdentifier OutreachId session,
            @Nullable MemberId by,
            String reason) implements OutreachCommand, OwnCorrection {

        /** By an officer or leader. */
        public VoidOutreach(OutreachId session, String reason) {
            this(session, null, reason);
        }
    }

    /** Takes the void of a session back: it counts again as it was told last. */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(
            as = "restore-outreach",
            at = "outreach/{session}/restoration",
            by = {OFFICER, LEADER})
    @Corrects(VoidOutreach.class)
    record RestoreOutreach(@TargetAggregateIdentifier OutreachId session, String reason)
            implements OutreachCommand, CorrectionCommand {}

    /** The place that commands to outreach sessions touch: the team that holds the session. */
    @Override
    default List<CommandPlace> touches() {
        return switch (this) {
            case ScheduleOutreach schedule -> List.of(new CommandPlace.OfTeam(schedule.team()));
            case RecordOutreach record -> List.of(new CommandPlace.OfTeam(record.team()));
            case RescheduleOutreach _,
                    HoldOutreach _,
                    CancelOutreach _,
                    CorrectOutreach _,
                    VoidOutreach _,
                    RestoreOutreach _ -> List.of(new CommandPlace.OfOutreach(session()));
        };
    }
}
