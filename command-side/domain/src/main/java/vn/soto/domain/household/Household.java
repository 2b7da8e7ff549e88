package vn.soto.domain.household;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_CHANGES_ARE_IN_ORDER;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_HAS_LEFT;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_HAS_NOT_LEFT;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_IS_MERGED;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_IS_NOT_MERGED;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_IS_NOT_WITHDRAWN;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_IS_NO_DUPLICATE_OF_ITSELF;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_MOVES_TO_ANOTHER_UNIT;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_STANDS_FOR_NO_OTHERS;
import static vn.soto.domain.household.HouseholdRule.SURVIVING_HOUSEHOLD_STANDS_FOR_ITSELF;
import static vn.soto.domain.household.HouseholdRule.WITHDRAWN_HOUSEHOLD_IS_UNASSIGNED;
import static vn.soto.domain.household.HouseholdRule.WITHDRAWN_HOUSEHOLD_WAS_NEVER_HELPED;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.DatedChange;
import vn.soto.contracts.household.HouseholdEvent.DayCorrected;
import vn.soto.contracts.household.HouseholdEvent.DuplicatesChanged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdFirstHelped;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdMerged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdSeparated;
import vn.soto.contracts.household.HouseholdEvent.ReferenceCorrected;
import vn.soto.contracts.household.HouseholdEvent.RegistrationWithdrawn;
import vn.soto.contracts.household.HouseholdEvent.RelocationCorrected;
import vn.soto.contracts.household.HouseholdEvent.RelocationWithdrawn;
import vn.soto.contracts.household.HouseholdEvent.ResidenceCorrected;
import vn.soto.contracts.household.HouseholdEvent.ReturnCorrected;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.household.UnassignmentCause;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.shared.DayHistory.Meant;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.CorrectAssignment;
import vn.soto.domain.household.HouseholdCommand.CorrectDeparture;
import vn.soto.domain.household.HouseholdCommand.CorrectHousehold;
import vn.soto.domain.household.HouseholdCommand.CorrectRelocation;
import vn.soto.domain.household.HouseholdCommand.CorrectResidence;
import vn.soto.domain.household.HouseholdCommand.CorrectReturn;
import vn.soto.domain.household.HouseholdCommand.MarkHouseholdLeft;
import vn.soto.domain.household.HouseholdCommand.MergeDuplicateHouseholds;
import vn.soto.domain.household.HouseholdCommand.ReassignHousehold;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.household.HouseholdCommand.ReturnHousehold;
import vn.soto.domain.household.HouseholdCommand.SeparateHouseholds;
import vn.soto.domain.household.HouseholdCommand.UnassignHousehold;
import vn.soto.domain.household.HouseholdCommand.WithdrawRegistration;
import vn.soto.domain.policy.Policies;
import vn.soto.domain.shared.CoWrittenAggregates;
import vn.soto.domain.shared.Days;
import vn.soto.domain.shared.FreeText;
import vn.soto.domain.shared.PersonalRecords;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.team.Team;

/** A household, identified by the commune's own code: its residence, its responsible member, and whether it counts. */
@AggregateRoot(type = "household")
public final class Household {

    @AggregateIdentifier
    private HouseholdId id;

    private final DayHistory<UnitId> homes = new DayHistory<>();
    private final SortedSet<TeamId> helpedBy = new TreeSet<>();
    private final DatedChanges changes = new DatedChanges();
    private String reference = "";
    private @Nullable HouseholdId survivor;
    private List<HouseholdId> duplicates = List.of();
    private boolean withdrawn;

    @SuppressWarnings("NullAway.Init")
    Household() {}

    /** The household as these events leave it. */
    static Household of(List<HouseholdEvent> events) {
        Household household = new Household();
        events.forEach(household::evolve);
        return household;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(RegisterHousehold command, ReadOnlyAggregates consulted, PersonalRecords persons, Clock clock) {
        FreeText.checkNewId(command.household());
        HouseholdCorrections.checkReference(command.reference());
        LocalDate today = VietnamTime.day(clock.instant());
        ResidenceRules.checkArrival(command.unit(), today, false, consulted);
        changes.checkLivesSince(command.livesSince(), today);
        apply(new HouseholdRegistered(command.household(), command.unit(), command.reference(), command.livesSince()));
        persons.household(command.household(), command.headName(), command.phone(), command.address());
    }

    @CommandHandler
    void decide(
            AssignHousehold command,
            ReadOnlyAggregates consulted,
            CoWrittenAggregates alsoWritten,
            Policies policies,
            Clock clock) {
        checkResident(command.effectiveFrom());
        charges().assign(command, consulted, alsoWritten, policies, VietnamTime.day(clock.instant()));
    }

    @CommandHandler
    void decide(
            ReassignHousehold command,
            ReadOnlyAggregates consulted,
            CoWrittenAggregates alsoWritten,
            Policies policies,
            Clock clock) {
        charges().reassign(command, consulted, alsoWritten, policies, VietnamTime.day(clock.instant()));
    }

    int carryBack(HouseholdReassigned carried, LocalDate entered, @Nullable LocalDate right) {
        return charges().carryBack(carried, entered, right);
    }

    void carryOver(Responsible before, Responsible to, LocalDate since) {
        charges().carryOver(before, to, since);
    }

    @CommandHandler
    void decide(UnassignHousehold command, CoWrittenAggregates alsoWritten, Policies policies, Clock clock) {
        charges().unassign(command, alsoWritten, policies, VietnamTime.day(clock.instant()));
    }

    @CommandHandler
    void decide(
            RelocateHousehold command,
            ReadOnlyAggregates consulted,
            CoWrittenAggregates alsoWritten,
            Policies policies,
            Clock clock) {
        LocalDate from = command.effectiveFrom();
        checkDay(from, changes.lastUntil(VietnamTime.day(clock.instant())));
        checkResident(from);
        UnitId before = homes.on(from);
        HOUSEHOLD_MOVES_TO_ANOTHER_UNIT.require(!command.unit().equals(before));
        boolean back = homes.changesOn(from) && homes.before(from).equals(command.unit());
        ResidenceRules.checkArrival(command.unit(), from, back, consulted);
        charges().checkComing(from, command.unit(), consulted);
        Responsible responsible = changes.responsible(from).orElse(null);
        apply(new HouseholdRelocated(id, before, command.unit(), responsible, from));
        if (responsible != null && !Team.covers(responsible.team(), command.unit(), from, consulted)) {
            charges().end(responsible, UnassignmentCause.MOVED_OUT_OF_COVERAGE, from, alsoWritten, policies);
        }
    }

    @CommandHandler
    void decide(MarkHouseholdLeft command, CoWrittenAggregates alsoWritten, Policies policies, Clock clock) {
        LocalDate from = command.effectiveFrom();
        checkDay(from, changes.lastUntil(VietnamTime.day(clock.instant())));
        checkResident(from);
        apply(new HouseholdLeft(id, homes.on(from), from));
        charges().endAll(UnassignmentCause.LEFT, from, alsoWritten, policies);
    }

    @CommandHandler
    void decide(ReturnHousehold command, ReadOnlyAggregates consulted, Clock clock) {
        LocalDate from = command.effectiveFrom();
        checkDay(from, changes.lastUntil(VietnamTime.day(clock.instant())));
        checkCounts();
        HOUSEHOLD_HAS_LEFT.require(changes.goneSince(from).isPresent());
        ResidenceRules.checkArrival(command.unit(), from, command.unit().equals(homes.on(from)), consulted);
        apply(new HouseholdReturned(id, command.unit(), from));
    }

    @CommandHandler
    void decide(
            MergeDuplicateHouseholds command,
            ReadOnlyAggregates consulted,
            CoWrittenAggregates alsoWritten,
            Policies policies,
            Clock clock) {
        checkCounts();
        HOUSEHOLD_IS_NO_DUPLICATE_OF_ITSELF.require(!command.survivor().equals(id));
        HOUSEHOLD_STANDS_FOR_NO_OTHERS.require(duplicates.isEmpty(), duplicates.size());
        SURVIVING_HOUSEHOLD_STANDS_FOR_ITSELF.require(
                consulted.ask(Household.class, command.survivor(), Household::counts));
        apply(new HouseholdMerged(id, unit(), command.survivor(), List.copyOf(helpedBy)));
        change(command.survivor(), alsoWritten, other -> other.changeDuplicates(id, true));
        charges().endAll(UnassignmentCause.MERGED, VietnamTime.day(clock.instant()), alsoWritten, policies);
    }

    @CommandHandler
    void decide(SeparateHouseholds command, CoWrittenAggregates alsoWritten) {
        HouseholdId former = Optional.ofNullable(survivor).orElseThrow(HOUSEHOLD_IS_MERGED::refused);
        apply(new HouseholdSeparated(id, unit(), former, List.copyOf(helpedBy)));
        change(former, alsoWritten, other -> other.changeDuplicates(id, false));
    }

    @CommandHandler
    void decide(WithdrawRegistration command) {
        checkCounts();
        HOUSEHOLD_STANDS_FOR_NO_OTHERS.require(duplicates.isEmpty(), duplicates.size());
        WITHDRAWN_HOUSEHOLD_IS_UNASSIGNED.require(responsible().isEmpty());
        WITHDRAWN_HOUSEHOLD_WAS_NEVER_HELPED.require(helpedBy.isEmpty());
        apply(new RegistrationWithdrawn(id, unit()));
    }

    @CommandHandler
    void decide(CorrectHousehold command) {
        checkCounts();
        new HouseholdCorrections(changes, homes).reference(command, reference);
    }

    @CommandHandler
    void decide(CorrectResidence command, Clock clock) {
        checkCounts();
        new HouseholdCorrections(changes, homes).residence(command, VietnamTime.day(clock.instant()));
    }

    @CommandHandler
    void decide(CorrectAssignment command, ReadOnlyAggregates consulted) {
        checkCounts();
        new HouseholdCorrections(changes, homes).assignment(command, consulted);
    }

    @CommandHandler
    void decide(
            CorrectRelocation command,
            ReadOnlyAggregates consulted,
            CoWrittenAggregates alsoWritten,
            Policies policies) {
        checkCounts();
        new HouseholdCorrections(changes, homes).relocation(command, charges(), consulted, alsoWritten, policies);
    }

    @CommandHandler
    void decide(CorrectDeparture command) {
        checkCounts();
        new HouseholdCorrections(changes, homes).departure(command);
    }

    @CommandHandler
    void decide(CorrectReturn command) {
        checkCounts();
        new HouseholdCorrections(changes, homes).comingBack(command);
    }

    private static void change(HouseholdId other, CoWrittenAggregates alsoWritten, Consumer<Household> change) {
        alsoWritten.change(Household.class, other.value(), Household::new, change);
    }

    private void changeDuplicates(HouseholdId duplicate, boolean added) {
        Stream<HouseholdId> others = duplicates.stream().filter(other -> !other.equals(duplicate));
        apply(new DuplicatesChanged(
                id, unit(), (added ? Stream.concat(others, Stream.of(duplicate)) : others).toList()));
    }

    /** Records a team's first help in the commit of the help; its later help neither writes nor locks the household. */
    public static void helped(
            HouseholdId household, TeamId team, ReadOnlyAggregates consulted, CoWrittenAggregates alsoWritten) {
        if (consulted.ask(Household.class, household, asked -> !asked.helpedBy.contains(team))) {
            change(household, alsoWritten, helped -> helped.helped(team));
        }
    }

    private void helped(TeamId team) {
        HOUSEHOLD_IS_NOT_WITHDRAWN.require(!withdrawn);
        if (!helpedBy.contains(team)) { // a concurrent commit may have recorded it
            apply(new HouseholdFirstHelped(id, unit(), team, survivor));
        }
    }

    /** The member and team responsible in the end, as decided. */
    private Optional<Responsible> responsible() {
        return changes.responsible(Days.LAST);
    }

    private Responsibilities charges() {
        return new Responsibilities(id, changes, homes);
    }

    private static void checkDay(LocalDate day, LocalDate last) {
        HOUSEHOLD_CHANGES_ARE_IN_ORDER.require(!day.isBefore(last), last);
    }

    private void checkResident(LocalDate on) {
        checkCounts();
        changes.goneSince(on).ifPresent(day -> {
            throw HOUSEHOLD_HAS_NOT_LEFT.refused(day);
        });
    }

    private void checkCounts() {
        HOUSEHOLD_IS_NOT_WITHDRAWN.require(!withdrawn);
        if (survivor != null) {
            throw HOUSEHOLD_IS_NOT_MERGED.refused(survivor.value());
        }
    }

    /** Residential unit in which the household lives, or lived last. */
    public UnitId unit() {
        return homes.latest();
    }

    /** Residential unit of the household on that day, as known now; before its first move, that of its registration. */
    public UnitId unitOn(LocalDate day) {
        return homes.on(day);
    }

    /** The same of a household of which perhaps not even the registration is known. */
    Optional<UnitId> knownUnitOn(LocalDate day) {
        return homes.at(day);
    }

    /** The member and team responsible on that day, as known now; empty if nobody is. */
    Optional<Responsible> responsibleOn(LocalDate day) {
        return changes.responsible(day);
    }

    /** The responsibility of that day, or the next one if nobody is responsible then. */
    Optional<Charge> charge(LocalDate day) {
        return changes.charge(day);
    }

    /** The team of the member who is responsible for it on that day; empty if nobody is. */
    public Optional<TeamId> responsibleTeam(LocalDate day) {
        return responsibleOn(day).map(Responsible::team);
    }

    /** The household as which this duplicate counts; empty for other households. A survivor is never a duplicate. */
    public Optional<HouseholdId> survivor() {
        return Optional.ofNullable(survivor);
    }

    /** First day on which the household no longer lives where it is recorded; empty while it does. */
    public Optional<LocalDate> goneSince() {
        return changes.goneSince(Days.LAST);
    }

    /** Whether the household counts by itself: neither a duplicate nor withdrawn. */
    public boolean counts() {
        return survivor == null && !withdrawn;
    }

    @EventHandler
    void evolve(HouseholdEvent event) {
        id = event.household();
        changes.evolve(event);
        switch (event) {
            case HouseholdRegistered registered -> {
                reference = registered.reference();
                homes.put(LocalDate.MIN, registered.unit());
            }
            case ReferenceCorrected corrected -> reference = corrected.reference();
            case HouseholdRelocated moved -> homes.put(moved.effectiveFrom(), moved.unit());
            case HouseholdReturned back -> homes.put(back.effectiveFrom(), back.unit());
            case RelocationCorrected right ->
                homes.move(right.enteredFrom(), right.effectiveFrom(), right.meant(), home -> home);
            case RelocationWithdrawn withdrawn -> homes.remove(withdrawn.enteredFrom(), withdrawn.meant());
            case ReturnCorrected right ->
                homes.move(right.enteredFrom(), right.effectiveFrom(), Meant.by(right.to()::equals), home -> home);
            case HouseholdFirstHelped helped -> helpedBy.add(helped.team());
            case HouseholdMerged merged -> survivor = merged.survivor();
            case HouseholdSeparated _ -> survivor = null;
            case DuplicatesChanged changed -> duplicates = changed.duplicates();
            case RegistrationWithdrawn _ -> withdrawn = true;
            case DatedChange _, DayCorrected _, ResidenceCorrected _ -> {}
        }
    }
}
