package vn.soto.contracts.correction;

import static vn.soto.contracts.correction.RestingKind.ASSIGNMENT;
import static vn.soto.contracts.correction.RestingKind.ASSISTANCE;
import static vn.soto.contracts.correction.RestingKind.OUTREACH;
import static vn.soto.contracts.correction.RestingKind.TRAINING;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import vn.soto.contracts.team.TeamTags;
import vn.soto.contracts.training.Attendee;
import vn.soto.contracts.training.TrainingEvent.AttendanceStated;
import vn.soto.contracts.training.TrainingEvent.TrainingHeld;

/**
 * The records of one team as some events state them. The list of records to correct and the number in a command's warning are made
 * of these, so that they know each record alike. Not thread-safe.
 */
public final class RestingRecords {

    private final TeamId team;
    private final Map<String, RestingRecord> records = new HashMap<>();

    public RestingRecords(TeamId team) {
        this.team = team;
    }

    /** The teams whose records an event may state or end, sorted. */
    public static List<TeamId> teams(DomainEvent event) {
        List<TeamId> teams = TeamTags.teams(event.tags());
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

    /** Whether an event may state a record anew or end it. */
    public static boolean mayRestate(DomainEvent event) {
        return event instanceof AssistanceVoided
                || event instanceof OutreachVoided
                || event instanceof HouseholdUnassigned
                || restated(event).isPresent();
    }

    /** Those that stand, by {@link RestingRecord#key}. */
    public Map<String, RestingRecord> standing() {
        return Collections.unmodifiableMap(records);
    }

    private Optional<RestingRecord> find(RestingKind kind, String record) {
        return Optional.ofNullable(records.get(RestingRecord.key(kind, record)));
    }

    /** Applies an event; returns the record that it states anew or ends, as it was. */
    public Optional<RestingRecord> on(DomainEvent event) {
        return switch (event) {
            case AssistanceRecorded recorded -> begin(help(recorded, helpers(recorded.helpers(), recorded)));
            case AssistanceCorrected corrected -> help(corrected);
            case AssistanceVoided voided ->
                restate(find(ASSISTANCE, voided.assistance().value()), null);
            case OutreachHeld held when held.team().equals(team) -> begin(session(held));
            case Told told
            when told.team().equals(team) -> put(find(OUTREACH, told.session().value()), session(told));
            case OutreachVoided voided
            when voided.team().equals(team) ->
                restate(find(OUTREACH, voided.session().value()), null);
            case TrainingHeld held -> begin(training(held));
            case AttendanceStated stated -> put(find(TRAINING, stated.training().value()), training(stated));
            case HouseholdAssigned assigned -> charge(assigned, assigned.to(), assigned.effectiveFrom());
            case HouseholdReassigned passed -> charge(passed, passed.to(), passed.effectiveFrom());
            case HouseholdUnassigned ended -> charge(ended, null, ended.effectiveFrom());
            case AssignmentCorrected right -> correct(right);
            case RelocationWithdrawn withdrawn ->
                withdrawn.goesOn(team).flatMap(goesOn -> charge(withdrawn, goesOn, withdrawn.enteredFrom()));
            // nothing of it rests on facts of the team
            default -> Optional.empty();
        };
    }

    private Optional<RestingRecord> begin(@Nullable RestingRecord now) {
        if (now != null) {
            records.put(now.key(), now);
        }
        return Optional.empty();
    }

    /** @param now absent if the record does not stand any more */
    private Optional<RestingRecord> restate(Optional<RestingRecord> was, @Nullable RestingRecord now) {
        was.ifPresent(known -> {
            records.remove(known.key());
            begin(now);
        });
        return was;
    }

    private Optional<RestingRecord> put(Optional<RestingRecord> was, @Nullable RestingRecord now) {
        return was.isPresent() ? restate(was, now) : begin(now);
    }

    private List<MemberId> helpers(List<CreditShare> helpers, AssistanceStated of) {
        return helpers.stream()
                .filter(share -> team.equals(share.team() == null ? of.team() : share.team()))
                .map(CreditShare::member)
                .toList();
    }

    /** A correction without helpers leaves them; one with helpers also restates a record that was voided. */
    private Optional<RestingRecord> help(AssistanceCorrected event) {
        Optional<RestingRecord> was = find(ASSISTANCE, event.assistance().value());
        List<CreditShare> stated = event.helpers();
        return put(
                was,
                help(
                        event,
                        stated == null ? was.map(RestingRecord::members).orElse(List.of()) : helpers(stated, event)));
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

    private static RestingRecord session(Told told) {
        return new RestingRecord(
                OUTREACH,
                told.session().value(),
                told.holding().heldOn(),
                told.holding().holders(),
                Beneficiary.walkIn(told.unit()),
                true);
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

    /** An assignment to the team that is coming after that day stays what the record rests on. */
    private Optional<RestingRecord> charge(HouseholdEvent event, @Nullable Responsible to, LocalDate since) {
        Optional<RestingRecord> was = find(ASSIGNMENT, event.household().value());
        return was.filter(coming -> since.isBefore(coming.day())).isPresent()
                ? Optional.empty()
                : put(was, to == null || !to.team().equals(team) ? null : assignment(event, to, since));
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

    private Optional<RestingRecord> correct(AssignmentCorrected right) {
        Responsible to = right.to();
        return to == null || !to.team().equals(team)
                ? Optional.empty()
                : restate(
                        find(ASSIGNMENT, right.household().value())
                                .filter(was -> was.day().equals(right.enteredFrom())
                                        && was.members().equals(List.of(to.member()))),
                        assignment(right, to, right.effectiveFrom()));
    }
}
