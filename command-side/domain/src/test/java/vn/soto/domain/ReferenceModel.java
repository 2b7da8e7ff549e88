package vn.soto.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceContent;
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
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.business.BusinessEvent.BusinessRegistered;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.catalogue.CatalogueEvent.ServiceCatalogueAdopted;
import vn.soto.contracts.catalogue.PlanCatalogue;
import vn.soto.contracts.catalogue.ServiceCatalogue;
import vn.soto.contracts.household.CaseloadEvent.CaseloadChanged;
import vn.soto.contracts.household.CaseloadEvent.CaseloadFlaggedLeftBehind;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.DuplicatesChanged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdFirstHelped;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdMerged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdSeparated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdEvent.RegistrationWithdrawn;
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
import vn.soto.domain.shared.Days;

/** Reference model of the domain's state after each commit; fails at the first event that breaks an invariant. */
final class ReferenceModel {

    final Map<TeamId, TeamReferenceModel> teams = new HashMap<>();
    final Map<UnitId, List<Covering>> coverings = new HashMap<>();
    final Map<HouseholdId, NavigableMap<LocalDate, Optional<Responsible>>> charges = new HashMap<>();
    final Map<HouseholdId, NavigableSet<LocalDate>> changes = new HashMap<>();
    private final Map<HouseholdId, NavigableMap<LocalDate, Boolean>> away = new HashMap<>();
    final Map<HouseholdId, HouseholdId> survivors = new HashMap<>();
    final Set<HouseholdId> withdrawn = new HashSet<>();
    final Map<HouseholdId, Set<TeamId>> helpedBy = new HashMap<>();
    final Map<HouseholdId, NavigableMap<LocalDate, UnitId>> homes = new HashMap<>();
    final Map<AssistanceId, AssistanceRecorded> records = new HashMap<>();
    final Map<AssistanceId, AssistanceContent> contents = new HashMap<>();
    final Map<AssistanceId, List<CreditShare>> helpers = new HashMap<>();
    final Set<AssistanceId> voided = new HashSet<>();
    final Map<BusinessId, UnitId> businesses = new HashMap<>();
    final List<ServiceCatalogue> catalogues = new ArrayList<>(List.of(PlanCatalogue.version1()));

    record HouseholdAssignment(Responsible responsible, LocalDate since) {}

    /** Whether the responsible member can act on that day, or on the first day of the responsibility if that is later. */
    boolean isActive(HouseholdAssignment assignment, LocalDate day) {
        return teamOf(assignment.responsible().team())
                .wasActive(
                        assignment.responsible().member(), day.isBefore(assignment.since()) ? assignment.since() : day);
    }

    /** Applies the events of one commit, then checks the invariants between commits. */
    void commit(List<DomainEvent> events) {
        events.forEach(this::on);
        changed(events).forEach(team -> teamOf(team).check());
        if (events.stream().anyMatch(UnitCoverageChanged.class::isInstance)) {
            coverings.forEach((unit, known) -> assertThat(known)
                    .as("teams of %s", unit)
                    .extracting(Covering::team)
                    .containsExactlyInAnyOrderElementsOf(covering(unit)));
        }
        events.stream()
                .filter(HouseholdRelocated.class::isInstance)
                .forEach(event -> relocated((HouseholdRelocated) event));
    }

    /** The other teams are as after an earlier commit. */
    private static Set<TeamId> changed(List<DomainEvent> events) {
        return events.stream()
                .flatMap(event -> event instanceof TeamEvent change ? Stream.of(change.team()) : Stream.empty())
                .collect(Collectors.toSet());
    }

    private void relocated(HouseholdRelocated moved) {
        Responsible kept = responsible(moved.household(), moved.effectiveFrom());
        if (kept != null) {
            assertThat(teamOf(kept.team()).covered(moved.unit(), moved.effectiveFrom()))
                    .as("%s is covered where it moved", moved.household())
                    .isTrue();
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
            case TeamFormed formed -> teams.put(formed.team(), new TeamReferenceModel(formed));
            case SupportBegun begun ->
                assertThat(teamOf(begun.team()).existedOn(begun.effectiveFrom()))
                        .isTrue();
            case TrainingHeld held -> trained(held.attendance());
            case AttendanceCorrected corrected -> trained(corrected.attendance());
            case UnitCoverageChanged changed -> coverings.put(changed.unit(), changed.teams());
            case TeamEvent change -> teamOf(change.team()).on(change);
            case HouseholdEvent change -> on(change);
            case CaseloadChanged changed -> assertThat(changed.households()).isEqualTo(caseload(changed.member()));
            case CaseloadFlaggedLeftBehind flagged ->
                assertThat(flagged.households())
                        .isEqualTo(caseload(flagged.member()))
                        .isPositive();
            case BusinessRegistered registered -> businesses.put(registered.business(), registered.unit());
            case ServiceCatalogueAdopted adopted -> {
                assertThat(adopted.catalogue().version()).isEqualTo(catalogues.size() + 1);
                catalogues.add(adopted.catalogue());
            }
            case AssistanceEvent help -> on(help);
            default -> {}
        }
    }

    private void on(HouseholdEvent event) {
        HouseholdId household = event.household();
        switch (event) {
            case HouseholdRegistered registered -> live(household, registered.unit(), LocalDate.MIN);
            case HouseholdAssigned assigned -> {
                assertThat(responsible(household, assigned.effectiveFrom())).isNull();
                assign(household, assigned.to(), assigned.effectiveFrom());
            }
            case HouseholdReassigned moved -> {
                assertThat(responsible(household, moved.effectiveFrom()))
                        .isEqualTo(moved.from())
                        .isNotEqualTo(moved.to());
                assign(household, moved.to(), moved.effectiveFrom());
            }
            case HouseholdUnassigned ended -> {
                assertThat(responsible(household, ended.effectiveFrom())).isEqualTo(ended.from());
                change(household, ended.effectiveFrom());
                charge(household, ended.effectiveFrom(), Optional.empty());
            }
            case HouseholdRelocated moved -> {
                assertThat(unitOn(household, moved.effectiveFrom()))
                        .isEqualTo(moved.from())
                        .isNotEqualTo(moved.unit());
                live(household, moved.unit(), moved.effectiveFrom());
            }
            case HouseholdLeft left -> {
                assertThat(isGone(household, left.effectiveFrom())).isFalse();
                turn(household, left.effectiveFrom(), true);
            }
            case HouseholdReturned back -> {
                assertThat(isGone(household, back.effectiveFrom())).isTrue();
                turn(household, back.effectiveFrom(), false);
                live(household, back.unit(), back.effectiveFrom());
            }
            case HouseholdFirstHelped helped -> {
                assertThat(withdrawn).doesNotContain(household);
                assertThat(helpedBy.computeIfAbsent(household, h -> new HashSet<>())
                                .add(helped.team()))
                        .isTrue();
                assertThat(helped.survivor()).isEqualTo(survivors.get(household));
            }
            case HouseholdMerged merged -> {
                assertThat(survivors).doesNotContainKeys(household, merged.survivor());
                assertThat(withdrawn).doesNotContain(household, merged.survivor());
                assertThat(survivors).doesNotContainValue(household);
                assertThat(Set.copyOf(merged.helpedBy())).isEqualTo(helpedBy.getOrDefault(household, Set.of()));
                survivors.put(household, merged.survivor());
            }
            case HouseholdSeparated separated ->
                assertThat(survivors.remove(household)).isEqualTo(separated.survivor());
            case DuplicatesChanged changed ->
                assertThat(Set.copyOf(changed.duplicates())).isEqualTo(duplicatesOf(household));
            case RegistrationWithdrawn mistake -> {
                assertThat(helpedBy).doesNotContainKey(household);
                assertThat(survivors).doesNotContainKey(household).doesNotContainValue(household);
                assertThat(withdrawn.add(household)).isTrue();
            }
            default -> {}
        }
    }

    private void live(HouseholdId household, UnitId unit, LocalDate from) {
        homes.computeIfAbsent(household, h -> new TreeMap<>()).put(from, unit);
        change(household, from);
    }

    /** A change follows those that hold today; it may be put before a coming one. */
    private void change(HouseholdId household, LocalDate day) {
        assertThat(takes(household, day)).isTrue();
        changes.computeIfAbsent(household, h -> new TreeSet<>()).add(day);
    }

    boolean takes(HouseholdId household, LocalDate day) {
        NavigableSet<LocalDate> known = changes.get(household);
        return known == null || !day.isBefore(Objects.requireNonNull(known.floor(SampleCommune.TODAY)));
    }

    private void turn(HouseholdId household, LocalDate day, boolean goes) {
        change(household, day);
        away.computeIfAbsent(household, h -> new TreeMap<>()).put(day, goes);
    }

    private void charge(HouseholdId household, LocalDate day, Optional<Responsible> to) {
        charges.computeIfAbsent(household, h -> new TreeMap<>()).put(day, to);
    }

    @Nullable
    Responsible responsible(HouseholdId household, LocalDate day) {
        NavigableMap<LocalDate, Optional<Responsible>> known = charges.getOrDefault(household, new TreeMap<>());
        return known.floorEntry(day) == null
                ? null
                : known.floorEntry(day).getValue().orElse(null);
    }

    private @Nullable HouseholdAssignment assignment(@Nullable HouseholdId household) {
        NavigableMap<LocalDate, Optional<Responsible>> known = new TreeMap<>();
        if (household != null) {
            known.putAll(charges.getOrDefault(household, new TreeMap<>()));
        }
        return Stream.concat(
                        Stream.ofNullable(known.floorEntry(SampleCommune.TODAY)),
                        known.tailMap(SampleCommune.TODAY, false).entrySet().stream())
                .filter(charge -> charge.getValue().isPresent())
                .map(charge -> new HouseholdAssignment(charge.getValue().orElseThrow(), charge.getKey()))
                .findFirst()
                .orElse(null);
    }

    boolean isGone(HouseholdId household, LocalDate day) {
        NavigableMap<LocalDate, Boolean> known = away.getOrDefault(household, new TreeMap<>());
        return known.floorEntry(day) != null && known.floorEntry(day).getValue();
    }

    UnitId unitOn(HouseholdId household, LocalDate day) {
        return Objects.requireNonNull(homes.get(household)).floorEntry(day).getValue();
    }

    Set<HouseholdId> duplicatesOf(HouseholdId household) {
        Set<HouseholdId> duplicates = new HashSet<>();
        survivors.forEach((duplicate, survivor) -> {
            if (survivor.equals(household)) {
                duplicates.add(duplicate);
            }
        });
        return duplicates;
    }

    /** Whether the household lives in the province on that day, and counts by itself. */
    boolean isResident(HouseholdId household, LocalDate day) {
        return !isGone(household, day) && counts(household);
    }

    boolean counts(HouseholdId household) {
        return !survivors.containsKey(household) && !withdrawn.contains(household);
    }

    private void trained(Attendance attendance) {
        assertThat(attendance.attendees())
                .allMatch(attendee -> teamOf(attendee.team()).wasMember(attendee.member(), attendance.on()));
    }

    private void on(AssistanceEvent event) {
        assertThat(voided).doesNotContain(event.assistance());
        switch (event) {
            case AssistanceRecorded recorded -> {
                LocalDate day = VietnamTime.day(recorded.content().occurredAt());
                UnitId unit = recorded.beneficiary().unit();
                assertThat(unit).isEqualTo(unitOf(recorded.beneficiary(), day));
                assertThat(teamOf(recorded.team()).covered(unit, day)).isTrue();
                assertThat(recorded.content().services())
                        .allMatch(code -> catalogueOn(day).find(code, day).isPresent());
                assertThat(recorded.responsible()).isEqualTo(responsibleFor(recorded.beneficiary()));
                records.put(recorded.assistance(), recorded);
                helpers.put(recorded.assistance(), recorded.helpers());
                write(recorded.assistance(), recorded.content());
            }
            case AssistanceCorrected corrected -> {
                List<CreditShare> shares = corrected.helpers();
                if (shares != null) {
                    assertThat(shares).isNotEqualTo(helpers.put(corrected.assistance(), shares));
                }
                write(corrected.assistance(), corrected.content());
            }
            case AssistanceVoided done -> voided.add(done.assistance());
            case AssistanceFlaggedLate late ->
                assertThat(late.day())
                        .isEqualTo(day(late.assistance()))
                        .isBefore(SampleCommune.TODAY.minusDays(late.allowed()));
            case AssistanceRouted routed -> {
                assertThat(assignment(routed.beneficiary().household()))
                        .isEqualTo(new HouseholdAssignment(routed.to(), routed.since()));
                assertThat(routed.since()).isAfter(day(routed.assistance()));
                assertThat(members(routed.assistance()))
                        .doesNotContain(routed.to().member());
            }
            case AssistanceFollowedUp followed ->
                assertThat(teamOf(followed.by().team())
                                .wasActive(followed.by().member(), VietnamTime.day(followed.occurredAt())))
                        .isTrue();
            case AssistanceVerified verified ->
                assertThat(members(verified.assistance())).doesNotContain(verified.by());
            default -> {}
        }
    }

    @Nullable
    UnitId unitOf(Beneficiary beneficiary, LocalDate day) {
        return switch (beneficiary.kind()) {
            case HOUSEHOLD -> unitOn(Objects.requireNonNull(beneficiary.household()), day);
            case BUSINESS -> businesses.get(beneficiary.business());
            case WALK_IN -> beneficiary.unit();
        };
    }

    private @Nullable Responsible responsibleFor(Beneficiary beneficiary) {
        HouseholdAssignment now = assignment(beneficiary.household());
        return now == null || !isActive(now, SampleCommune.TODAY) ? null : now.responsible();
    }

    List<MemberId> members(AssistanceId id) {
        return helpers.getOrDefault(id, List.of()).stream()
                .map(CreditShare::member)
                .toList();
    }

    private LocalDate day(AssistanceId id) {
        return VietnamTime.day(Objects.requireNonNull(contents.get(id)).occurredAt());
    }

    private void write(AssistanceId id, AssistanceContent content) {
        AssistanceRecorded recorded = Objects.requireNonNull(records.get(id));
        contents.put(id, content);
        LocalDate day = VietnamTime.day(content.occurredAt());
        assertThat(members(id)).allMatch(helper -> teamOf(recorded.team()).wasActive(helper, day), "active on " + day);
        assertThat(helpers.getOrDefault(id, List.of()).stream()
                        .mapToInt(CreditShare::hundredths)
                        .sum())
                .isEqualTo(100);
    }

    /** The catalogue in force on that day: the one that begins last, of those of one day the one adopted last. */
    ServiceCatalogue catalogueOn(LocalDate day) {
        return catalogues.stream()
                .filter(catalogue ->
                        catalogue.version() > 1 && !catalogue.effectiveFrom().isAfter(day))
                .max(Comparator.comparing(ServiceCatalogue::effectiveFrom).thenComparingInt(ServiceCatalogue::version))
                .orElse(catalogues.getFirst());
    }

    private void assign(HouseholdId household, Responsible to, LocalDate from) {
        TeamReferenceModel team = teamOf(to.team());
        assertThat(team.wasActive(to.member(), from)).as("%s on %s", to, from).isTrue();
        assertThat(team.covered(unitOn(household, from), from))
                .as("%s covers %s on %s: %s", to, unitOn(household, from), from, team.coverage)
                .isTrue();
        assertThat(isResident(household, from))
                .as("%s on %s, gone %s", household, from, away.get(household))
                .isTrue();
        change(household, from);
        charge(household, from, Optional.of(to));
    }

    int caseload(MemberId member) {
        return (int) charges.keySet().stream()
                .map(household -> responsible(household, Days.LAST))
                .filter(to -> to != null && to.member().equals(member))
                .count();
    }

    TeamReferenceModel teamOf(TeamId id) {
        return Objects.requireNonNull(teams.get(id));
    }
}
