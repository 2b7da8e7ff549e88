package vn.soto.plans.imports.lookup;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.soto.command.binding.RejectingSealer;
import vn.soto.command.dispatch.LedgerCatchUp;
import vn.soto.command.dispatch.TeamIndex;
import vn.soto.command.privacy.PersonalDataSealer;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.business.BusinessEvent;
import vn.soto.contracts.business.BusinessEvent.BusinessClosed;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.catalogue.CatalogueEvent;
import vn.soto.contracts.catalogue.CatalogueEvent.ServiceCatalogueAdopted;
import vn.soto.contracts.catalogue.ServiceCatalogue;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.ReferenceCorrected;
import vn.soto.contracts.household.HouseholdEvent.RegistrationWithdrawn;
import vn.soto.contracts.organisation.OrganisationEvent.OrganisationCorrected;
import vn.soto.contracts.organisation.OrganisationEvent.OrganisationRegistered;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.outreach.OutreachEvent.OutreachVoided;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Text;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.FoundingDecisionCorrected;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.TrainingEvent.TrainingVoided;
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
 * reads on from the last position the commits that name them.
 */
public final class UnitAndTeamIndex {

    private final LedgerCatchUp ledger;
    private final UnitNames unitNames = new UnitNames();
    private final TeamNames teamNames = new TeamNames();
    private final Map<Founding, TeamId> foundings = new HashMap<>();
    private final HouseholdReferences households;
    private NameIndex<UnitId> units = new NameIndex<>();
    private NameIndex<UnitId> latestUnits = new NameIndex<>();
    private NameIndex<TeamId> teams = new NameIndex<>();
    private final Set<String> spent = ConcurrentHashMap.newKeySet();
    private final MemberCodes members;
    private final Map<OrganisationId, String> organisations = new LinkedHashMap<>();
    private final BusinessReferences businesses = new BusinessReferences();
    private final DayHistory<ServiceCatalogueAdopted> catalogues = new DayHistory<>();
    private @Nullable LocalDate indexed;

    /** An index that takes no codes of new members; for a ledger without a key store. */
    public UnitAndTeamIndex(LedgerReader ledger, EventCodec codec) {
        this(ledger, codec, new RejectingSealer(), new TeamIndex(ledger, codec));
    }

    public UnitAndTeamIndex(LedgerReader ledger, EventCodec codec, PersonalDataSealer sealer, TeamIndex teams) {
        this.members = new MemberCodes(sealer::fingerprint);
        this.households = new HouseholdReferences(ledger, codec, teams);
        this.ledger = teams.names(this::on);
    }

    /**
     * A copy of the indexes, to which one file may add its own entries.
     *
     * @param units      units under their names of the day
     * @param latest     the same under their last names, even if those are to come
     * @param spent      ids that no row gets any more, of things whose plan was reversed and of households whose code
     *     was corrected
     * @param members    ids of the members whom files name by codes
     * @param foundings  teams by what their founding decisions say
     * @param households households by unit and reference, as {@link UnitAndTeamIndex#household}
     * @param organisations supporting organisations by name
     * @param businesses businesses by unit and reference
     * @param help       names in rows of help; absent for a file of another kind
     */
    public record Known(
            NameIndex<UnitId> units,
            NameIndex<UnitId> latest,
            NameIndex<TeamId> teams,
            Set<String> spent,
            MemberCodes members,
            Map<Founding, TeamId> foundings,
            BiFunction<UnitId, String, Optional<RegisterHousehold>> households,
            NameIndex<OrganisationId> organisations,
            BiFunction<UnitId, String, Optional<BusinessId>> businesses,
            @Nullable HelpLookups help) {

        /** The indexes of an empty ledger. */
        public static Known nothing() {
            return new Known(
                    new NameIndex<>(),
                    new NameIndex<>(),
                    new NameIndex<>(),
                    Set.of(),
                    new MemberCodes(new RejectingSealer()::fingerprint),
                    Map.of(),
                    (unit, reference) -> Optional.empty(),
                    new NameIndex<>(),
                    (unit, reference) -> Optional.empty(),
                    null);
        }

        private Known with(HelpLookups other) {
            return new Known(
                    units, latest, teams, spent, members, foundings, households, organisations, businesses, other);
        }

        /** The same without the households of units that somebody may not know. */
        public Known within(Predicate<UnitId> allowed) {
            BiFunction<UnitId, String, Optional<RegisterHousehold>> found =
                    (unit, reference) -> allowed.test(unit) ? households.apply(unit, reference) : Optional.empty();
            return new Known(units, latest, teams, spent, members, foundings, found, organisations, businesses, help);
        }

        /**
         * The same, which looks once for a household that is not there.
         *
         * @param absent references of each unit for which there was no household; longer with each that is not found
         */
        public Known lookingOnce(Map<UnitId, Set<String>> absent) {
            BiFunction<UnitId, String, Optional<RegisterHousehold>> found = (unit, reference) -> {
                Set<String> none = absent.computeIfAbsent(unit, first -> new HashSet<>());
                Optional<RegisterHousehold> household =
                        none.contains(reference) ? Optional.empty() : households.apply(unit, reference);
                if (household.isEmpty()) {
                    none.add(reference);
                }
                return household;
            };
            return new Known(units, latest, teams, spent, members, foundings, found, organisations, businesses, help);
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

        /** The business with this reference in a unit; a new one has an id made from both. */
        public BusinessId business(UnitId unit, String reference) {
            return businesses
                    .apply(unit, reference)
                    .filter(business -> !spent.contains(business.value()))
                    .orElseGet(() -> new BusinessId(id(unit.value(), "business", reference)));
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

    /** Whether a team covers a unit on that day; false for one that has ended by then. */
    public synchronized boolean covers(TeamId team, UnitId unit, LocalDate day) {
        ledger.catchUp();
        return teamNames.covers(team, unit, day);
    }

    /**
     * The teams that cover any of the units after their latest decision, even if that is to come. Each has the first day
     * of that coverage. Teams whose end is decided are left out.
     */
    public synchronized SortedMap<TeamId, LocalDate> covering(Set<UnitId> covered) {
        ledger.catchUp();
        return teamNames.covering(covered);
    }

    /** A team that covers some of the given units. */
    public record Covering(TeamId team, String name, long units) {}

    /** The teams that cover any of the units on that day, by their names of the day. */
    public synchronized List<Covering> coverage(Set<UnitId> covered, LocalDate day) {
        ledger.catchUp();
        return teamNames.coverage(covered, day);
    }

    /** The indexes of a day: units and teams under the names that they then have, where they then are. */
    public synchronized Known known(LocalDate today) {
        ledger.catchUp();
        if (!today.equals(indexed)) {
            units = unitNames.directory(today);
            latestUnits = unitNames.directory(LocalDate.MAX);
            teams = teamNames.directory(today, units);
            indexed = today;
        }
        return new Known(
                units.copy(),
                latestUnits.copy(),
                teams.copy(),
                spent,
                members,
                Map.copyOf(foundings),
                (unit, reference) -> household(unit, reference, today),
                organisations(),
                this::business,
                null);
    }

    /** The same for a file of help; {@code right} as in {@link HelpLookups}. */
    public synchronized Known known(LocalDate today, Consumer<TeamId> right) {
        return known(today).with(new HelpLookups(today, right, team -> coverage(team, today), this::catalogue));
    }

    private NameIndex<OrganisationId> organisations() {
        NameIndex<OrganisationId> index = new NameIndex<>();
        organisations.forEach((id, name) ->
                index.add(new NameIndex.Entry<>(id, name, List.of(TextFolding.exact(name)), null, false, false)));
        return index;
    }

    private synchronized Optional<BusinessId> business(UnitId unit, String reference) {
        return businesses.find(unit, reference);
    }

    private synchronized Optional<ServiceCatalogue> catalogue(LocalDate day) {
        return catalogues.at(day).map(ServiceCatalogueAdopted::catalogue);
    }

    /** The units that a team covers on that day; after its last day those that it covered then. */
    public synchronized List<UnitId> coverage(TeamId team, LocalDate day) {
        ledger.catchUp();
        return teamNames.coverage(team, day);
    }

    /**
     * The registration of the household with this reference, on a day. It then lives in the unit, in one that became
     * part of it, or in one of which it became part as a whole. Households with an id derived from both are not among
     * them.
     */
    private synchronized Optional<RegisterHousehold> household(UnitId unit, String reference, LocalDate day) {
        return households.find(unitNames.sameContents(unit, day), reference, day);
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
            case BusinessClosed closed -> Optional.of(closed.business().value());
            case TeamDissolved dissolved
            when teamNames.isFirstDay(dissolved) -> Optional.of(dissolved.team().value());
            default -> Optional.empty();
        };
    }

    private void on(DomainEvent event) {
        members.on(event);
        switch (event) {
            case UnitEvent unit -> {
                unitNames.on(unit);
                indexed = null;
            }
            case HouseholdEvent household -> {
                households.on(household);
                if (household instanceof ReferenceCorrected) {
                    spent.add(household.household().value());
                }
            }
            case AssistanceVoided voided -> spent.add(voided.assistance().value());
            case OutreachVoided voided -> spent.add(voided.session().value());
            case TrainingVoided voided -> spent.add(voided.training().value());
            case BusinessEvent business -> businesses.on(business);
            case OrganisationRegistered registered -> organisations.put(registered.organisation(), registered.name());
            case OrganisationCorrected corrected -> organisations.put(corrected.organisation(), corrected.name());
            case CatalogueEvent catalogue -> catalogue.change(catalogues);
            case TeamEvent team -> team(team);
            default -> {
                // the event changes nothing that files name
            }
        }
    }

    private void team(TeamEvent event) {
        switch (event) {
            case TeamFormed formed ->
                foundings.put(Founding.of(formed.name(), formed.foundingDecision(), formed.coverage()), formed.team());
            case FoundingDecisionCorrected corrected -> founded(corrected);
            default -> {
                // the event changes no founding
            }
        }
        if (teamNames.on(event)) {
            indexed = null;
        }
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
}
