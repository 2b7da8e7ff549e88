package vn.soto.command.dispatch;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCounted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceState;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.household.HouseholdEvent.AssignmentCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.outreach.OutreachEvent;
import vn.soto.contracts.outreach.OutreachEvent.OutreachVoided;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.Attendee;
import vn.soto.contracts.training.TrainingEvent.AttendanceStated;
import vn.soto.contracts.unit.UnitId;

/** The records of one team that stand after some events, as last stated: without those voided, and present assignments only. */
final class TeamRecords {

    private final TeamId team;
    private final Map<String, TeamRecord> records = new HashMap<>();
    private final Map<String, AssistanceState> help = new HashMap<>();

    TeamRecords(TeamId team) {
        this.team = team;
    }

    List<TeamRecord> all() {
        return List.copyOf(records.values());
    }

    void on(DomainEvent event) {
        switch (event) {
            case AssistanceCounted counted when counted.team().equals(team) -> help(counted);
            case AssistanceRecorded recorded -> joint(recorded, recorded.helpers());
            case AssistanceCorrected corrected -> joint(corrected, corrected.helpers());
            case AssistanceVoided voided -> records.remove(help(voided.assistance()));
            case OutreachEvent session when session.team().equals(team) -> session(session);
            case AttendanceStated stated -> training(stated);
            case HouseholdAssigned assigned ->
                charge(assigned.household(), assigned.unit(), assigned.to(), assigned.effectiveFrom());
            case HouseholdReassigned passed ->
                charge(passed.household(), passed.unit(), passed.to(), passed.effectiveFrom());
            case AssignmentCorrected right ->
                records.computeIfPresent(
                        charge(right.household()),
                        (id, charge) -> isOf(right, charge) ? charge.since(right.effectiveFrom()) : charge);
            case HouseholdUnassigned ended -> end(ended);
            default -> {
                // nothing of it rests on facts of the team
            }
        }
    }

    private void help(AssistanceCounted event) {
        String id = help(event.assistance());
        AssistanceState before = help.get(id);
        AssistanceState after = before == null ? AssistanceState.first(event) : before.after(event);
        help.put(id, after);
        put(!after.voided(), of(id, after));
    }

    static TeamRecord of(String id, AssistanceState help) {
        return new TeamRecord(id, help.day(), help.ownMembers(), true, help.onDuty() ? null : help.beneficiary());
    }

    private static String help(AssistanceId id) {
        return "help " + id;
    }

    /** @param helpers of another team's record; absent if they stay */
    private void joint(AssistanceStated event, @Nullable List<CreditShare> helpers) {
        String id = help(event.assistance());
        TeamRecord before = records.get(id);
        List<MemberId> own =
                helpers != null ? CreditShare.of(team, helpers) : before == null ? List.of() : before.members();
        LocalDate day = VietnamTime.day(event.content().occurredAt());
        put(!own.isEmpty(), new TeamRecord(id, day, own, true, null));
    }

    private void session(OutreachEvent event) {
        String id = "session " + event.session();
        if (event instanceof OutreachEvent.Told told) {
            Beneficiary place = Beneficiary.walkIn(event.unit());
            records.put(
                    id,
                    new TeamRecord(id, told.holding().heldOn(), told.holding().holders(), true, place));
        } else if (event instanceof OutreachVoided) {
            records.remove(id);
        }
    }

    private void training(AttendanceStated event) {
        String id = "training " + event.training();
        TeamRecord stated = new TeamRecord(
                id,
                event.attendance().on(),
                event.attendance().attendees().stream()
                        .filter(attendee -> attendee.team().equals(team))
                        .map(Attendee::member)
                        .toList(),
                false,
                null);
        put(!stated.members().isEmpty(), stated);
    }

    private void charge(HouseholdId household, UnitId unit, Responsible to, LocalDate since) {
        if (!precedes(household, since)) {
            put(
                    to.team().equals(team),
                    new TeamRecord(
                            charge(household), since, List.of(to.member()), true, Beneficiary.of(household, unit)));
        }
    }

    private static boolean isOf(AssignmentCorrected right, TeamRecord charge) {
        Responsible to = right.to();
        return to != null
                && charge.members().equals(List.of(to.member()))
                && charge.day().equals(right.enteredFrom());
    }

    private void end(HouseholdUnassigned ended) {
        if (!precedes(ended.household(), ended.effectiveFrom())) {
            records.remove(charge(ended.household()));
        }
    }

    /** Whether another assignment is coming after that day. */
    private boolean precedes(HouseholdId household, LocalDate day) {
        TeamRecord known = records.get(charge(household));
        return known != null && day.isBefore(known.day());
    }

    private static String charge(HouseholdId household) {
        return "charge " + household;
    }

    private void put(boolean stands, TeamRecord record) {
        if (stands) {
            records.put(record.id(), record);
        } else {
            records.remove(record.id());
        }
    }
}
