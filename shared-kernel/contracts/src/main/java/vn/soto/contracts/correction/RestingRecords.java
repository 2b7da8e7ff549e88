package vn.soto.contracts.correction;

import static vn.soto.contracts.correction.RestingKind.ASSIGNMENT;
import static vn.soto.contracts.correction.RestingKind.ASSISTANCE;
import static vn.soto.contracts.correction.RestingKind.OUTREACH;
import static vn.soto.contracts.correction.RestingKind.TRAINING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.AssignmentCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdEvent.RelocationWithdrawn;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.outreach.OutreachEvent.OutreachHeld;
import vn.soto.contracts.outreach.OutreachEvent.OutreachVoided;
import vn.soto.contracts.outreach.OutreachEvent.Told;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.Attendee;
import vn.soto.contracts.training.TrainingEvent.AttendanceStated;
import vn.soto.contracts.training.TrainingEvent.TrainingHeld;

/**
 * The records of one team, kept as events state them. The list of records to correct and the number in a command's warning are made
 * of these, so that they know each record alike.
 *
 * @param <R> a record as it is kept
 */
public abstract class RestingRecords<R> {

    private static final String TAG = "team:";

    private final TeamId team;

    protected RestingRecords(TeamId team) {
        this.team = team;
    }

    /** The teams whose records an event may state or end, sorted. */
    public static List<TeamId> teams(DomainEvent event) {
        List<TeamId> teams = new ArrayList<>();
        for (String tag : event.tags()) {
            if (tag.startsWith(TAG)) {
                teams.add(new TeamId(tag.substring(TAG.length())));
            }
        }
        teams.sort(null);
        return teams;
    }

    /** The aggregate of a record that an event states anew; empty if the event states none, or for the first time. */
    public static Optional<String> restated(DomainEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case AssistanceCorrected corrected -> corrected.assistance().value();
                    case Told told
                    when !(told instanceof OutreachHeld) -> told.session().value();
                    case AttendanceStated stated
                    when !(stated instanceof TrainingHeld) -> stated.training().value();
                    case HouseholdAssigned assigned -> assigned.household().value();
                    case HouseholdReassigned passed -> passed.household().value();
                    case AssignmentCorrected right -> right.household().value();
                    case RelocationWithdrawn withdrawn -> withdrawn.household().value();
                    default -> null;
                });
    }

    /**
     * A record that stands.
     *
     * @param likely day on which it may be; absent if the event tells none
     */
    protected abstract Optional<R> find(RestingKind kind, String record, @Nullable LocalDate likely);

    protected abstract LocalDate day(R record);

    protected abstract List<MemberId> members(R record);

    /** A record stands that did not. */
    protected abstract void begin(RestingRecord now);

    /** @param now absent if the record does not stand any more */
    protected abstract void restate(RestingKind kind, R was, @Nullable RestingRecord now);

    public final void on(DomainEvent event) {
        switch (event) {
            case AssistanceRecorded recorded ->
                put(ASSISTANCE, Optional.empty(), help(recorded, helpers(recorded.helpers(), recorded)));
            case AssistanceCorrected corrected -> help(corrected);
            case AssistanceVoided voided -> end(ASSISTANCE, voided.assistance().value());
            case Told told when told.team().equals(team) -> put(OUTREACH, known(told), session(told));
            case OutreachVoided voided
            when voided.team().equals(team) -> end(OUTREACH, voided.session().value());
            case AttendanceStated stated -> put(TRAINING, known(stated), training(stated));
            case HouseholdAssigned assigned -> charge(assigned, assigned.to(), assigned.effectiveFrom());
            case HouseholdReassigned passed -> charge(passed, passed.to(), passed.effectiveFrom());
            case HouseholdUnassigned ended -> charge(ended, null, ended.effectiveFrom());
            case AssignmentCorrected right -> correct(right);
            case RelocationWithdrawn withdrawn ->
                withdrawn.goesOn(team).ifPresent(goesOn -> charge(withdrawn, goesOn, withdrawn.enteredFrom()));
            default -> {
                // nothing of it rests on facts of the team
            }
        }
    }

    private void put(RestingKind kind, Optional<R> was, @Nullable RestingRecord now) {
        if (was.isPresent()) {
            restate(kind, was.get(), now);
        } else if (now != null) {
            begin(now);
        }
    }

    private void end(RestingKind kind, String record) {
        put(kind, find(kind, record, null), null);
    }

    private List<MemberId> helpers(List<CreditShare> helpers, AssistanceStated of) {
        return helpers.stream()
                .filter(share -> team.equals(share.team() == null ? of.team() : share.team()))
                .map(CreditShare::member)
                .toList();
    }

    /** A correction without helpers leaves them; one with helpers also restates a record that was voided. */
    private void help(AssistanceCorrected event) {
        Optional<R> was = find(ASSISTANCE, event.assistance().value(), day(event));
        List<CreditShare> stated = event.helpers();
        put(
                ASSISTANCE,
                was,
                help(event, stated == null ? was.map(this::members).orElse(List.of()) : helpers(stated, event)));
    }

    private static LocalDate day(AssistanceStated event) {
        return VietnamTime.day(event.content().occurredAt());
    }

    /** Absent if nobody helped for the team. */
    private @Nullable RestingRecord help(AssistanceStated event, List<MemberId> members) {
        boolean inArea = event.team().equals(team) && event.content().channel() != Channel.PUBLIC_SERVICE_CENTRE;
        return members.isEmpty()
                ? null
                : new RestingRecord(
                        ASSISTANCE, event.assistance().value(), day(event), members, event.beneficiary(), inArea);
    }

    private Optional<R> known(Told told) {
        return told instanceof OutreachHeld
                ? Optional.empty()
                : find(OUTREACH, told.session().value(), told.holding().heldOn());
    }

    private static RestingRecord session(Told told) {
        return new RestingRecord(
                OUTREACH,
                told.session().value(),
                told.holding().heldOn(),
                told.holding().holders(),
                Beneficiary.walkIn(told.unit()),
                true);
    }

    private Optional<R> known(AttendanceStated stated) {
        return stated instanceof TrainingHeld
                ? Optional.empty()
                : find(TRAINING, stated.training().value(), stated.attendance().on());
    }

    /** Absent if nobody of the team attended. */
    private @Nullable RestingRecord training(AttendanceStated stated) {
        List<MemberId> attended = stated.attendance().attendees().stream()
                .filter(attendee -> attendee.team().equals(team))
                .map(Attendee::member)
                .toList();
        return attended.isEmpty()
                ? null
                : new RestingRecord(
                        TRAINING, stated.training().value(), stated.attendance().on(), attended, null, false);
    }

    private Optional<R> charge(HouseholdEvent event) {
        return find(ASSIGNMENT, event.household().value(), null);
    }

    /** An assignment to the team that is coming after that day stays what the record rests on. */
    private void charge(HouseholdEvent event, @Nullable Responsible to, LocalDate since) {
        Optional<R> was = charge(event);
        if (was.filter(coming -> since.isBefore(day(coming))).isEmpty()) {
            put(ASSIGNMENT, was, to == null || !to.team().equals(team) ? null : assignment(event, to, since));
        }
    }

    private static RestingRecord assignment(HouseholdEvent event, Responsible to, LocalDate since) {
        return new RestingRecord(
                ASSIGNMENT,
                event.household().value(),
                since,
                List.of(to.member()),
                Beneficiary.of(event.household(), event.unit()),
                true);
    }

    private void correct(AssignmentCorrected right) {
        Responsible to = right.to();
        if (to != null && to.team().equals(team)) {
            charge(right)
                    .filter(was ->
                            day(was).equals(right.enteredFrom()) && members(was).equals(List.of(to.member())))
                    .ifPresent(was -> restate(ASSIGNMENT, was, assignment(right, to, right.effectiveFrom())));
        }
    }
}
