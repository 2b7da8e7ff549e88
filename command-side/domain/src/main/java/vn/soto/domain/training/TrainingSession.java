package vn.soto.domain.training;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.training.TrainingRule.ATTENDANCE_CORRECTION_CHANGES_SOMETHING;
import static vn.soto.domain.training.TrainingRule.ATTENDEES_WERE_MEMBERS_ON_THAT_DAY;
import static vn.soto.domain.training.TrainingRule.SUPPORTING_ORGANISER_IS_NAMED;
import static vn.soto.domain.training.TrainingRule.TRAINING_HAS_SOME_BUT_NOT_TOO_MANY_ATTENDEES;
import static vn.soto.domain.training.TrainingRule.TRAINING_HAS_SOME_TOPIC;
import static vn.soto.domain.training.TrainingRule.TRAINING_IS_NEITHER_HELD_NOR_CANCELLED;
import static vn.soto.domain.training.TrainingRule.TRAINING_IS_NOT_HELD_IN_THE_FUTURE;
import static vn.soto.domain.training.TrainingRule.TRAINING_IS_NOT_VOIDED;
import static vn.soto.domain.training.TrainingRule.TRAINING_IS_VOIDED;
import static vn.soto.domain.training.TrainingRule.TRAINING_TAKES_SOME_HOURS;
import static vn.soto.domain.training.TrainingRule.TRAINING_WAS_HELD;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.Attendance;
import vn.soto.contracts.training.Attendee;
import vn.soto.contracts.training.Organiser;
import vn.soto.contracts.training.TrainingEvent.AttendanceCorrected;
import vn.soto.contracts.training.TrainingEvent.TrainingCancelled;
import vn.soto.contracts.training.TrainingEvent.TrainingHeld;
import vn.soto.contracts.training.TrainingEvent.TrainingScheduled;
import vn.soto.contracts.training.TrainingEvent.TrainingVoided;
import vn.soto.contracts.training.TrainingId;
import vn.soto.contracts.training.TrainingStage;
import vn.soto.domain.organisation.SupportingOrganisation;
import vn.soto.domain.shared.FreeText;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.team.Team;
import vn.soto.domain.training.TrainingCommand.CancelTraining;
import vn.soto.domain.training.TrainingCommand.CorrectAttendance;
import vn.soto.domain.training.TrainingCommand.HoldTraining;
import vn.soto.domain.training.TrainingCommand.RecordTraining;
import vn.soto.domain.training.TrainingCommand.RestoreTraining;
import vn.soto.domain.training.TrainingCommand.ScheduleTraining;
import vn.soto.domain.training.TrainingCommand.VoidTraining;

/** A training session for members: planned, then held or cancelled; one that was never held is voided. */
@AggregateRoot(type = "training")
public final class TrainingSession {

    public static final int MOST_HOURS = 80;
    public static final int MOST_ATTENDEES = 500;

    @AggregateIdentifier
    private TrainingId id;

    private List<ServiceCategory> topics = List.of();
    private @Nullable OrganisationId organisation;
    private @Nullable Attendance attendance;
    private boolean cancelled;
    private boolean voided;

    @SuppressWarnings("NullAway.Init")
    TrainingSession() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(ScheduleTraining command, ReadOnlyAggregates consulted) {
        plan(
                new TrainingScheduled(
                        command.training(),
                        command.topics(),
                        command.organiser(),
                        command.organisation(),
                        command.on(),
                        command.hours()),
                consulted);
    }

    /** Such a session was planned as it was held. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(RecordTraining command, ReadOnlyAggregates consulted, Clock clock) {
        plan(
                new TrainingScheduled(
                        command.training(),
                        command.topics(),
                        command.organiser(),
                        command.organisation(),
                        command.attendance().on(),
                        command.attendance().hours()),
                consulted);
        hold(command.attendance(), consulted, clock);
    }

    private static void plan(TrainingScheduled plan, ReadOnlyAggregates consulted) {
        FreeText.checkNewId(plan.training());
        TRAINING_HAS_SOME_TOPIC.require(!plan.topics().isEmpty());
        checkHours(plan.hours());
        checkOrganiser(plan, consulted);
        apply(plan);
    }

    @CommandHandler
    void decide(HoldTraining command, ReadOnlyAggregates consulted, Clock clock) {
        checkPlanned();
        hold(command.attendance(), consulted, clock);
    }

    private void hold(Attendance stated, ReadOnlyAggregates consulted, Clock clock) {
        check(stated, consulted, clock);
        apply(new TrainingHeld(id, topics, stated));
    }

    @CommandHandler
    void decide(CorrectAttendance command, ReadOnlyAggregates consulted, Clock clock) {
        Attendance before = stated();
        ATTENDANCE_CORRECTION_CHANGES_SOMETHING.require(!command.attendance().equals(before));
        check(command.attendance(), consulted, clock);
        apply(new AttendanceCorrected(
                id,
                command.attendance(),
                Stream.concat(before.teams().stream(), command.attendance().teams().stream())
                        .toList()));
    }

    @CommandHandler
    void decide(VoidTraining command) {
        Attendance before = stated();
        apply(new TrainingVoided(id, before.on(), before.teams()));
    }

    @CommandHandler
    void decide(RestoreTraining command, ReadOnlyAggregates consulted, Clock clock) {
        Attendance before = Optional.ofNullable(attendance)
                .filter(told -> stage().isRestorable())
                .orElseThrow(TRAINING_IS_VOIDED::refused);
        check(before, consulted, clock);
        apply(new AttendanceCorrected(id, before, before.teams()));
    }

    /** The attendance as last stated; refused if none was stated or the session was voided. */
    private Attendance stated() {
        TRAINING_IS_NOT_VOIDED.require(!stage().voided());
        return Optional.ofNullable(attendance).orElseThrow(TRAINING_WAS_HELD::refused);
    }

    @CommandHandler
    void decide(CancelTraining command) {
        checkPlanned();
        apply(new TrainingCancelled(id));
    }

    private TrainingStage stage() {
        return new TrainingStage(attendance != null, cancelled, voided);
    }

    private void checkPlanned() {
        TRAINING_IS_NEITHER_HELD_NOR_CANCELLED.require(stage().isPlanned());
    }

    private static void checkHours(int hours) {
        TRAINING_TAKES_SOME_HOURS.require(hours >= 1 && hours <= MOST_HOURS, MOST_HOURS);
    }

    private static void checkOrganiser(TrainingScheduled command, ReadOnlyAggregates consulted) {
        SUPPORTING_ORGANISER_IS_NAMED.require(
                (command.organiser() == Organiser.SUPPORTING_ORGANISATION) == (command.organisation() != null));
        if (command.organisation() != null) {
            consulted.ask(SupportingOrganisation.class, command.organisation(), found -> true);
        }
    }

    private static void check(Attendance attendance, ReadOnlyAggregates consulted, Clock clock) {
        LocalDate today = VietnamTime.day(clock.instant());
        checkHours(attendance.hours());
        TRAINING_IS_NOT_HELD_IN_THE_FUTURE.require(!attendance.on().isAfter(today), attendance.on(), today);
        int size = attendance.attendees().size();
        TRAINING_HAS_SOME_BUT_NOT_TOO_MANY_ATTENDEES.require(size >= 1 && size <= MOST_ATTENDEES, MOST_ATTENDEES);
        for (Attendee attendee : attendance.attendees()) {
            ATTENDEES_WERE_MEMBERS_ON_THAT_DAY.require(
                    consulted.ask(
                            Team.class, attendee.team(), team -> team.wasMember(attendee.member(), attendance.on())),
                    attendee.member().value(),
                    attendee.team().value(),
                    attendance.on());
        }
    }

    /** The supporting organisation that holds it; empty for another kind of organiser. */
    public Optional<OrganisationId> organisation() {
        return Optional.ofNullable(organisation);
    }

    /** Teams of those who attended, as last stated, also if the session was voided; none while it is planned. */
    public List<TeamId> trained() {
        return attendance == null ? List.of() : attendance.teams();
    }

    @EventHandler
    void evolve(TrainingScheduled event) {
        id = event.training();
        topics = event.topics();
        organisation = event.organisation();
    }

    @EventHandler
    void evolve(TrainingHeld event) {
        attendance = event.attendance();
    }

    @EventHandler
    void evolve(AttendanceCorrected event) {
        attendance = event.attendance();
        voided = false;
    }

    @EventHandler
    void evolve(TrainingVoided event) {
        voided = true;
    }

    @EventHandler
    void evolve(TrainingCancelled event) {
        cancelled = true;
    }
}
