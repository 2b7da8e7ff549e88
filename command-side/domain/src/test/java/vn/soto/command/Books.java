package vn.soto.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFollowedUp;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRouted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Content;
import vn.soto.contracts.assistance.Share;
import vn.soto.contracts.business.BusinessEvent.BusinessRegistered;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.catalogue.CatalogueEvent.ServiceCatalogueAdopted;
import vn.soto.contracts.catalogue.PlanCatalogue;
import vn.soto.contracts.catalogue.ServiceCatalogue;
import vn.soto.contracts.household.CaseloadEvent.CaseloadChanged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLeaderless;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedUnderstaffed;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamEvent.TeamStaffingRestored;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/** What a careful clerk would know after each commit; fails at the first event that breaks what must always hold. */
final class Books {

    final Map<TeamId, Team> teams = new HashMap<>();
    final Map<HouseholdId, UnitId> units = new HashMap<>();
    final Map<HouseholdId, HouseholdAssignment> assignments = new HashMap<>();
    final Map<AssistanceId, AssistanceRecorded> records = new HashMap<>();
    final Map<AssistanceId, Content> contents = new HashMap<>();
    final Map<AssistanceId, List<Share>> helpers = new HashMap<>();
    final Set<AssistanceId> voided = new HashSet<>();
    final Map<BusinessId, UnitId> businesses = new HashMap<>();
    final List<ServiceCatalogue> catalogues = new ArrayList<>(List.of(PlanCatalogue.version1()));

    record HouseholdAssignment(Responsible responsible, LocalDate since) {}

    record Period(
            MemberId member, LocalDate first, @Nullable LocalDate last) {

        boolean includes(LocalDate day) {
            return !day.isBefore(first) && (last == null || !day.isAfter(last));
        }
    }

    static final class Team {
        final TeamFormed formed;
        final List<Period> periods = new ArrayList<>();

        @Nullable
        MemberId leader;

        LocalDate appointed;

        Team(TeamFormed formed) {
            this.formed = formed;
            this.leader = formed.leader();
            this.appointed = formed.effectiveFrom();
        }

        boolean wasMember(MemberId member, LocalDate day) {
            return periods.stream().anyMatch(period -> period.member().equals(member) && period.includes(day));
        }

        @Nullable
        Period open(MemberId member) {
            return periods.stream()
                    .filter(period -> period.member().equals(member) && period.last() == null)
                    .findAny()
                    .orElse(null);
        }

        long size() {
            return periods.stream().filter(period -> period.last() == null).count();
        }
    }

    /** Takes the events of one commit, then looks at what must hold between commits. */
    void commit(List<DomainEvent> events) {
        events.forEach(this::on);
        for (Team team : teams.values()) {
            if (team.leader != null) {
                assertThat(team.open(team.leader))
                        .as("leader %s is a member", team.leader)
                        .isNotNull();
            }
        }
    }

    private void on(DomainEvent event) {
        switch (event) {
            case TeamFormed formed -> {
                Team team = new Team(formed);
                formed.members().forEach(m -> team.periods.add(new Period(m.member(), formed.effectiveFrom(), null)));
                teams.put(formed.team(), team);
            }
            case TeamEvent change -> on(teamOf(change.team()), change);
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
            case BusinessRegistered registered -> businesses.put(registered.business(), registered.unit());
            case ServiceCatalogueAdopted adopted -> {
                assertThat(adopted.catalogue().version()).isEqualTo(catalogues.size() + 1);
                catalogues.add(adopted.catalogue());
            }
            case AssistanceEvent help -> on(help);
            default -> {}
        }
    }

    private static void on(Team team, TeamEvent event) {
        switch (event) {
            case TeamFormed formed -> throw new AssertionError("formed twice: " + formed);
            case MemberEnrolled enrolled -> {
                assertThat(team.wasMember(enrolled.member(), enrolled.effectiveFrom()))
                        .isFalse();
                assertThat(team.open(enrolled.member())).isNull();
                team.periods.add(new Period(enrolled.member(), enrolled.effectiveFrom(), null));
            }
            case MembershipEnded ended -> {
                Period open = Objects.requireNonNull(team.open(ended.member()));
                assertThat(ended.lastDay()).isAfterOrEqualTo(open.first());
                team.periods.remove(open);
                team.periods.add(new Period(ended.member(), open.first(), ended.lastDay()));
            }
            case LeaderAppointed appointed -> {
                assertThat(team.wasMember(appointed.member(), appointed.effectiveFrom()))
                        .isTrue();
                team.leader = appointed.member();
                team.appointed = appointed.effectiveFrom();
            }
            case TeamFlaggedLeaderless flagged -> {
                assertThat(flagged.formerLeader()).isEqualTo(team.leader);
                team.leader = null;
            }
            case TeamFlaggedUnderstaffed flagged ->
                assertThat(flagged.members()).isEqualTo((int) team.size()).isLessThan(flagged.minimum());
            case TeamStaffingRestored restored ->
                assertThat(restored.members()).isEqualTo((int) team.size()).isEqualTo(restored.minimum());
        }
    }

    private void on(AssistanceEvent event) {
        assertThat(voided).doesNotContain(event.assistance());
        switch (event) {
            case AssistanceRecorded recorded -> {
                assertThat(recorded.beneficiary().unit()).isEqualTo(unitOf(recorded.beneficiary()));
                assertThat(teamOf(recorded.team()).formed.coverage())
                        .contains(recorded.beneficiary().unit());
                assertThat(recorded.responsible()).isEqualTo(responsibleFor(recorded.beneficiary()));
                records.put(recorded.assistance(), recorded);
                helpers.put(recorded.assistance(), recorded.helpers());
                write(recorded.assistance(), recorded.content());
            }
            case AssistanceCorrected corrected -> {
                List<Share> shares = corrected.helpers();
                if (shares != null) {
                    assertThat(shares).isNotEqualTo(helpers.put(corrected.assistance(), shares));
                }
                write(corrected.assistance(), corrected.content());
            }
            case AssistanceVoided done -> voided.add(done.assistance());
            case AssistanceFlaggedLate late ->
                assertThat(late.day())
                        .isEqualTo(day(late.assistance()))
                        .isBefore(Samples.TODAY.minusDays(late.allowed()));
            case AssistanceRouted routed -> {
                assertThat(assignments.get(routed.beneficiary().household()))
                        .isEqualTo(new HouseholdAssignment(routed.to(), routed.since()));
                assertThat(routed.since()).isAfter(day(routed.assistance()));
                assertThat(members(routed.assistance()))
                        .doesNotContain(routed.to().member());
            }
            case AssistanceFollowedUp followed ->
                assertThat(teamOf(followed.by().team())
                                .wasMember(followed.by().member(), VietnamTime.day(followed.occurredAt())))
                        .isTrue();
            case AssistanceVerified verified ->
                assertThat(members(verified.assistance())).doesNotContain(verified.by());
        }
    }

    @Nullable
    UnitId unitOf(Beneficiary beneficiary) {
        return switch (beneficiary.kind()) {
            case HOUSEHOLD -> units.get(beneficiary.household());
            case BUSINESS -> businesses.get(beneficiary.business());
            case WALK_IN -> beneficiary.unit();
        };
    }

    private @Nullable Responsible responsibleFor(Beneficiary beneficiary) {
        HouseholdAssignment now = assignments.get(beneficiary.household());
        return now == null ? null : now.responsible();
    }

    List<MemberId> members(AssistanceId id) {
        return helpers.getOrDefault(id, List.of()).stream().map(Share::member).toList();
    }

    private LocalDate day(AssistanceId id) {
        return VietnamTime.day(Objects.requireNonNull(contents.get(id)).occurredAt());
    }

    private void write(AssistanceId id, Content content) {
        AssistanceRecorded recorded = Objects.requireNonNull(records.get(id));
        contents.put(id, content);
        LocalDate day = VietnamTime.day(content.occurredAt());
        assertThat(members(id))
                .allMatch(helper -> teamOf(recorded.team()).wasMember(helper, day), "a member on " + day);
        assertThat(helpers.getOrDefault(id, List.of()).stream()
                        .mapToInt(Share::hundredths)
                        .sum())
                .isEqualTo(100);
    }

    /** The catalogue adopted last of those that hold on that day. */
    ServiceCatalogue catalogueOn(LocalDate day) {
        return catalogues.stream()
                .filter(catalogue ->
                        catalogue.version() == 1 || !catalogue.effectiveFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private void assign(HouseholdId household, Responsible to, LocalDate from) {
        Team team = teamOf(to.team());
        assertThat(team.wasMember(to.member(), from)).as("%s on %s", to, from).isTrue();
        assertThat(team.formed.coverage()).contains(units.get(household));
        assignments.put(household, new HouseholdAssignment(to, from));
    }

    int caseload(MemberId member) {
        return (int) assignments.values().stream()
                .filter(assignment -> assignment.responsible().member().equals(member))
                .count();
    }

    Team teamOf(TeamId id) {
        return Objects.requireNonNull(teams.get(id));
    }
}
