package vn.soto.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Content;
import vn.soto.contracts.household.CaseloadEvent.CaseloadChanged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.organisation.OrganisationEvent.SupportBegun;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.CoverageEvent.UnitCoverageChanged;
import vn.soto.contracts.team.Covering;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.Attendance;
import vn.soto.contracts.training.TrainingEvent.AttendanceCorrected;
import vn.soto.contracts.training.TrainingEvent.TrainingHeld;
import vn.soto.contracts.unit.UnitId;

/** What a careful clerk would know after each commit; fails at the first event that breaks what must always hold. */
final class Books {

    final Map<TeamId, TeamBook> teams = new HashMap<>();
    final Map<UnitId, List<Covering>> coverings = new HashMap<>();
    final Map<HouseholdId, UnitId> units = new HashMap<>();
    final Map<HouseholdId, HouseholdAssignment> assignments = new HashMap<>();
    final Map<AssistanceId, AssistanceRecorded> records = new HashMap<>();
    final Map<AssistanceId, Content> contents = new HashMap<>();
    final Set<AssistanceId> voided = new HashSet<>();

    record HouseholdAssignment(Responsible responsible, LocalDate since) {}

    /** Takes the events of one commit, then looks at what must hold between commits. */
    void commit(List<DomainEvent> events) {
        events.forEach(this::on);
        teams.values().forEach(TeamBook::check);
        if (events.stream().anyMatch(UnitCoverageChanged.class::isInstance)) {
            coverings.forEach((unit, known) -> assertThat(known)
                    .as("teams of %s", unit)
                    .extracting(Covering::team)
                    .containsExactlyInAnyOrderElementsOf(covering(unit)));
        }
    }

    private List<TeamId> covering(UnitId unit) {
        return teams.values().stream()
                .filter(team -> team.covers().contains(unit))
                .map(team -> team.formed.team())
                .toList();
    }

    private void on(DomainEvent event) {
        switch (event) {
            case TeamFormed formed -> teams.put(formed.team(), new TeamBook(formed));
            case SupportBegun begun ->
                assertThat(teamOf(begun.team()).existedOn(begun.effectiveFrom()))
                        .isTrue();
            case TrainingHeld held -> trained(held.attendance());
            case AttendanceCorrected corrected -> trained(corrected.attendance());
            case UnitCoverageChanged changed -> coverings.put(changed.unit(), changed.teams());
            case TeamEvent change -> teamOf(change.team()).on(change);
            case HouseholdRegistered registered -> units.put(registered.household(), registered.unit());
            case HouseholdAssigned assigned -> {
                assertThat(assignments).doesNotContainKey(assigned.household());
                assign(assigned.household(), assigned.to(), assigned.effectiveFrom());
            }
            case HouseholdReassigned moved -> {
                assertThat(assignments.get(moved.household()))
                        .extracting(HouseholdAssignment::responsible)
                        .isEqualTo(moved.from())
                        .isNotEqualTo(moved.to());
                assign(moved.household(), moved.to(), moved.effectiveFrom());
            }
            case CaseloadChanged changed -> assertThat(changed.households()).isEqualTo(caseload(changed.member()));
            case AssistanceEvent help -> on(help);
            default -> {}
        }
    }

    private void trained(Attendance attendance) {
        assertThat(attendance.attendees())
                .allMatch(attendee -> teamOf(attendee.team()).wasMember(attendee.member(), attendance.on()));
    }

    private void on(AssistanceEvent event) {
        assertThat(voided).doesNotContain(event.assistance());
        switch (event) {
            case AssistanceRecorded recorded -> {
                assertThat(recorded.unit()).isEqualTo(units.get(recorded.household()));
                LocalDate day = VietnamTime.day(recorded.content().occurredAt());
                assertThat(teamOf(recorded.team()).covered(recorded.unit(), day))
                        .isTrue();
                records.put(recorded.assistance(), recorded);
                write(recorded.assistance(), recorded.content());
            }
            case AssistanceCorrected corrected -> write(corrected.assistance(), corrected.content());
            case AssistanceVoided done -> voided.add(done.assistance());
        }
    }

    private void write(AssistanceId id, Content content) {
        AssistanceRecorded recorded = Objects.requireNonNull(records.get(id));
        LocalDate day = VietnamTime.day(content.occurredAt());
        assertThat(recorded.helpers())
                .allMatch(helper -> teamOf(recorded.team()).wasActive(helper, day), "active on " + day);
        assertThat(content).isNotEqualTo(contents.put(id, content));
    }

    private void assign(HouseholdId household, Responsible to, LocalDate from) {
        TeamBook team = teamOf(to.team());
        assertThat(team.wasActive(to.member(), from)).as("%s on %s", to, from).isTrue();
        assertThat(team.covered(units.get(household), from)).isTrue();
        assignments.put(household, new HouseholdAssignment(to, from));
    }

    int caseload(MemberId member) {
        return (int) assignments.values().stream()
                .filter(assignment -> assignment.responsible().member().equals(member))
                .count();
    }

    TeamBook teamOf(TeamId id) {
        return Objects.requireNonNull(teams.get(id));
    }
}
