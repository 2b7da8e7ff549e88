package vn.soto.plans.imports.lookup;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.soto.command.binding.RejectingSealer;
import vn.soto.command.dispatch.LedgerCatchUp;
import vn.soto.command.privacy.PersonalDataSealer;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.catalogue.CatalogueEvent;
import vn.soto.contracts.catalogue.CatalogueEvent.ServiceCatalogueAdopted;
import vn.soto.contracts.catalogue.ServiceCatalogue;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.ReferenceCorrected;
import vn.soto.contracts.household.HouseholdEvent.RegistrationWithdrawn;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Text;
import vn.soto.contracts.team.TeamEvent.CoverageCorrected;
import vn.soto.contracts.team.TeamEvent.DissolutionCorrected;
import vn.soto.contracts.team.TeamEvent.FoundingDecisionCorrected;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamEvent.TeamRenamed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitEvent.UnitChangeUndone;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.shared.TextFolding;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;

/**
 * Units and teams by name, and the coverage of teams, at the tail of the ledger at the time of the call. Each call
 * reads on from the last position; the first reads the whole ledger, but decodes only events of units and teams.
 */
public final class UnitAndTeamIndex {

    private static final List<String> READ = List.of(
            "unit.",
            "team.",
            "household.registered",
            "household.relocated",
            "household.returned",
            "household.relocation-corrected",
            "household.return-corrected",
            "household.reference-corrected",
            "household.registration-withdrawn",
            "assistance.voided",
            "catalogue.");

    private final LedgerCatchUp ledger;
    private final UnitNames unitNames = new UnitNames();
    private final Map<TeamId, Team> teamNames = new LinkedHashMap<>();
    private final Map<Founding, TeamId> foundings = new HashMap<>();
    private final HouseholdReferences households;
    private NameIndex<UnitId> units = new NameIndex<>();
    private NameIndex<TeamId> teams = new NameIndex<>();
    private final Set<String> spent = ConcurrentHashMap.newKeySet();
    private final MemberCodes members;
    private final DayHistory<ServiceCatalogueAdopted> catalogues = new DayHistory<>();
    private boolean changed;

    /** An index that takes no codes of new members; for a ledger without a key store. */
    public UnitAndTeamIndex(LedgerReader ledger, EventCodec codec) {
        this(ledger, codec, new RejectingSealer());
    }

    public UnitAndTeamIndex(LedgerReader ledger, EventCodec codec, PersonalDataSealer sealer) {
        this.members = new MemberCodes(sealer::fingerprint);
        this.households = new HouseholdReferences(ledger, codec);
        this.ledger = LedgerCatchUp.of(ledger, codec, READ, this::on);
    }

    /**
     * A copy of the indexes, to which one file may add its own entries.
     *
     * @param spent      ids that no row gets any more, of things whose plan was reversed and of households whose code
     *     was corrected
     * @param members    ids of the members whom files name by codes
     * @param foundings  teams by what their founding decisions say
     * @param households households by unit and reference, as {@link UnitAndTeamIndex#household}
     * @param help       names in rows of help; absent for a file of another kind
     */
    public record Known(
            NameIndex<UnitId> units,
            NameIndex<TeamId> teams,
            Set<String> spent,
            MemberCodes members,
            Map<Founding, TeamId> foundings,
            BiFunction<UnitId, String, Optional<RegisterHousehold>> households,
            @Nullable HelpLookups help) {

        /** The indexes of an empty ledger. */
        public static Known nothing() {
            return new Known(
                    new NameIndex<>(),
                    new NameIndex<>(),
                    Set.of(),
                    new MemberCodes(new RejectingSealer()::fingerprint),
                    Map.of(),
                    (unit, reference) -> Optional.empty(),
                    null);
        }

        /** The team that this decision founded, whatever its id. */
        public Optional<TeamId> team(String name, Instrument decision, List<UnitId> coverage) {
            return Optional.ofNullable(foundings.get(Founding.of(name, decision, coverage)))
                    .filter(team -> !spent.contains(team.value()));
        }

        /** The registration of the household with this reference in a unit, if the household's id does not say both. */
        public Optional<RegisterHousehold> household(UnitId unit, String reference) {
            return households.apply(unit, Text.code(reference));
        }

        /**
         * The id of a thing described by the content of a row; if that one is spent, the next.
         */
        public String id(String place, String... content) {
            String id = ContentId.of(place, content);
            for (int again = 1; spent.contains(id); again++) {
                id = ContentId.of(place, String.join("\n", content), String.valueOf(again));
            }
            return id;
        }
    }

    /** The components of its founding decision that identify a team. */
    public record Founding(String name, Instrument decision, Set<UnitId> coverage) {

        static Founding of(String name, Instrument decision, List<UnitId> coverage) {
            return new Founding(TextFolding.exact(name), decision, Set.copyOf(coverage));
        }
    }

    /** @param since first day of the coverage */
    private record Team(
            LocalDate founded, String name, LocalDate named, List<UnitId> coverage, LocalDate since, boolean ended) {

        Team named(String other, LocalDate from) {
            return from.isBefore(named) ? this : new Team(founded, other, from, coverage, since, ended);
        }

        Team covering(List<UnitId> other, LocalDate from) {
            return from.isBefore(since) ? this : new Team(founded, name, named, other, from, ended);
        }

        Team corrected(CoverageCorrected right) {
            return since.equals(right.enteredFrom())
                    ? new Team(founded, name, named, coverage, right.effectiveFrom(), ended)
                    : this;
        }

        Team ended(boolean now) {
            return new Team(founded, name, named, coverage, since, now);
        }
    }

    /** Whether a team covers a unit after its latest decision; false for an ended team. */
    public synchronized boolean covers(TeamId team, UnitId unit) {
        ledger.catchUp();
        Team known = teamNames.get(team);
        return known != null && !known.ended && known.coverage.contains(unit);
    }

    /** The teams that cover any of the units, each with the first day of its coverage; without ended teams. */
    public synchronized SortedMap<TeamId, LocalDate> covering(Set<UnitId> covered) {
        ledger.catchUp();
        SortedMap<TeamId, LocalDate> covering = new TreeMap<>();
        teamNames.forEach((id, team) -> {
            if (!team.ended && !Collections.disjoint(team.coverage, covered)) {
                covering.put(id, team.since);
            }
        });
        return covering;
    }

    /** A team that covers some of the given units. */
    public record Covering(TeamId team, String name, long units) {}

    /** The teams that cover any of the units, by name; without ended teams. */
    public synchronized List<Covering> coverage(Set<UnitId> covered) {
        ledger.catchUp();
        return teamNames.entrySet().stream()
                .filter(team -> !team.getValue().ended)
                .map(team -> new Covering(
                        team.getKey(),
                        team.getValue().name,
                        team.getValue().coverage.stream()
                                .filter(covered::contains)
                                .count()))
                .filter(covering -> covering.units > 0)
                .sorted(Comparator.comparing(Covering::name).thenComparing(Covering::team))
                .toList();
    }

    /** @param today day on which files find households where they live */
    public synchronized Known known(LocalDate today) {
        ledger.catchUp();
        if (changed) {
            units = unitNames.directory();
            teams = teamDirectory();
            changed = false;
        }
        return new Known(
                units.copy(),
                teams.copy(),
                spent,
                members,
                Map.copyOf(foundings),
                (unit, reference) -> household(unit, reference, today),
                null);
    }

    /** The same for a file of help; {@code right} as in {@link HelpLookups}. */
    public synchronized Known known(LocalDate today, Consumer<TeamId> right) {
        Known known = known(today);
        HelpLookups help = new HelpLookups(today, right, this::coverage, this::catalogue);
        return new Known(known.units, known.teams, known.spent, known.members, known.foundings, known.households, help);
    }

    private synchronized Optional<ServiceCatalogue> catalogue(LocalDate day) {
        return catalogues.at(day).map(ServiceCatalogueAdopted::catalogue);
    }

    private synchronized List<UnitId> coverage(TeamId id) {
        return Optional.ofNullable(teamNames.get(id)).map(Team::coverage).orElse(List.of());
    }

    /**
     * The registration of the household with this reference, on a day. It then lives in the unit, in one that became
     * part of it, or in one of which it became part as a whole. Households with an id derived from both are not among
     * them.
     */
    private synchronized Optional<RegisterHousehold> household(UnitId unit, String reference, LocalDate day) {
        return households.find(unitNames.sameContents(unit), reference, day);
    }

    private void on(DomainEvent event, Commit commit) {
        on(event);
        if (PlanId.isCorrelation(commit.correlation()) && commit.isCausedByAnother()) {
            takenBack(event).ifPresent(spent::add);
        }
    }

    private Optional<String> takenBack(DomainEvent event) {
        return switch (event) {
            case RegistrationWithdrawn withdrawn ->
                Optional.of(withdrawn.household().value());
            case UnitChangeUndone undone
            when undone.change() == UnitChange.ESTABLISHED ->
                Optional.of(undone.unit().value());
            case TeamDissolved dissolved
            when isFirstDay(dissolved) -> Optional.of(dissolved.team().value());
            default -> Optional.empty();
        };
    }

    private boolean isFirstDay(TeamDissolved dissolved) {
        Team team = teamNames.get(dissolved.team());
        return team != null && dissolved.lastDay().equals(team.founded);
    }

    private void on(DomainEvent event) {
        members.on(event);
        switch (event) {
            case UnitEvent unit -> unitNames.on(unit);
            case HouseholdEvent household -> {
                households.on(household);
                if (household instanceof ReferenceCorrected) {
                    spent.add(household.household().value());
                }
                return;
            }
            case AssistanceVoided voided -> {
                spent.add(voided.assistance().value());
                return;
            }
            case CatalogueEvent catalogue -> {
                catalogue.change(catalogues);
                return;
            }
            case FoundingDecisionCorrected corrected -> {
                founded(corrected);
                return;
            }
            case TeamFormed formed -> formed(formed);
            case TeamRenamed renamed ->
                teamNames.computeIfPresent(
                        renamed.team(), (id, team) -> team.named(renamed.name(), renamed.effectiveFrom()));
            case TeamCoverageChanged moved ->
                teamNames.computeIfPresent(
                        moved.team(), (id, team) -> team.covering(moved.coverage(), moved.effectiveFrom()));
            case CoverageCorrected right ->
                teamNames.computeIfPresent(right.team(), (id, team) -> team.corrected(right));
            case TeamDissolved dissolved -> ended(dissolved.team(), true);
            case DissolutionCorrected right -> ended(right.team(), right.lastDay() != null);
            default -> {
                return; // the event changes no name and no coverage
            }
        }
        changed = true;
    }

    private void ended(TeamId of, boolean ended) {
        teamNames.computeIfPresent(of, (id, team) -> team.ended(ended));
    }

    private void formed(TeamFormed event) {
        foundings.put(Founding.of(event.name(), event.foundingDecision(), event.coverage()), event.team());
        teamNames.put(
                event.team(),
                new Team(
                        event.effectiveFrom(),
                        event.name(),
                        event.effectiveFrom(),
                        event.coverage(),
                        event.effectiveFrom(),
                        false));
    }

    /** The team is known by the decision entered first and by the right one. */
    private void founded(FoundingDecisionCorrected event) {
        foundings.entrySet().stream()
                .filter(founding -> founding.getValue().equals(event.team()))
                .map(founding -> founding.getKey())
                .findFirst()
                .ifPresent(first -> foundings.put(
                        new Founding(first.name, event.foundingDecision(), first.coverage), event.team()));
    }

    private NameIndex<TeamId> teamDirectory() {
        NameIndex<TeamId> directory = new NameIndex<>();
        teamNames.forEach((id, team) -> {
            NameIndex.Entry<TeamId> entry = entry(id, team);
            directory.add(team.ended ? entry.end() : entry);
        });
        return directory;
    }

    /** The index names of a unit: its name with and without the word for its kind. */
    public static NameIndex.Entry<UnitId> entry(
            UnitId unit, UnitKind kind, String name, @Nullable UnitId parent, NameIndex<UnitId> units) {
        String word = kind.vietnamese();
        String folded = TextFolding.exact(name);
        String foldedWord = TextFolding.exact(word);
        String title = folded.startsWith(foldedWord + " ") ? name : word + " " + name;
        String bare = folded.startsWith(foldedWord + " ") ? folded.substring(foldedWord.length() + 1) : folded;
        return new NameIndex.Entry<>(
                unit,
                title,
                NameIndex.names(TextFolding.exact(title), bare),
                Optional.ofNullable(parent)
                        .flatMap(above -> units.byId(above.value()))
                        .orElse(null),
                kind.residential(),
                false);
    }

    private NameIndex.Entry<TeamId> entry(TeamId id, Team team) {
        return new NameIndex.Entry<>(
                id,
                team.name,
                NameIndex.names(TextFolding.exact(team.name)),
                team.coverage.stream()
                        .findFirst()
                        .flatMap(unit -> units.byId(unit.value()))
                        .orElse(null),
                false,
                false);
    }
}
