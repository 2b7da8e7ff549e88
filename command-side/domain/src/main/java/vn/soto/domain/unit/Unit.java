package vn.soto.domain.unit;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.contracts.unit.UnitChange.ESTABLISHED;
import static vn.soto.contracts.unit.UnitChange.MERGED;
import static vn.soto.contracts.unit.UnitChange.SPLIT;
import static vn.soto.domain.unit.UnitRule.MERGER_TAKES_SOME_BUT_NOT_TOO_MANY_UNITS;
import static vn.soto.domain.unit.UnitRule.SPLIT_HAS_SEVERAL_BUT_NOT_TOO_MANY_SUCCESSORS;
import static vn.soto.domain.unit.UnitRule.SUCCESSOR_IS_IN_FORCE;
import static vn.soto.domain.unit.UnitRule.SUCCESSOR_IS_OF_THE_SAME_TIER;
import static vn.soto.domain.unit.UnitRule.UNDONE_CHANGE_IS_THE_LATEST;
import static vn.soto.domain.unit.UnitRule.UNIT_CHANGES_ARE_IN_ORDER;
import static vn.soto.domain.unit.UnitRule.UNIT_CHANGE_CHANGES_SOMETHING;
import static vn.soto.domain.unit.UnitRule.UNIT_DOES_NOT_SUCCEED_ITSELF;
import static vn.soto.domain.unit.UnitRule.UNIT_ENDS_AFTER_ITS_LATEST_CHANGE;
import static vn.soto.domain.unit.UnitRule.UNIT_HAS_NOT_ENDED;
import static vn.soto.domain.unit.UnitRule.UNIT_IS_COVERED_FROM_ITS_FIRST_DAY_ON;
import static vn.soto.domain.unit.UnitRule.UNIT_IS_NOT_WITHDRAWN;
import static vn.soto.domain.unit.UnitRule.UNIT_STAYS_IN_ITS_TIER;
import static vn.soto.domain.unit.UnitRule.UNIT_TAKES_NOTHING_NEW_AFTER_ITS_END;
import static vn.soto.domain.unit.UnitRule.UNIT_TO_WITHDRAW_HAS_TAKEN_OVER_NONE;
import static vn.soto.domain.unit.UnitRule.UNIT_TO_WITHDRAW_IS_NOT_IN_USE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.unit.UnitBearing;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitEvent.UnitAbolished;
import vn.soto.contracts.unit.UnitEvent.UnitChangeUndone;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitMerged;
import vn.soto.contracts.unit.UnitEvent.UnitRecoded;
import vn.soto.contracts.unit.UnitEvent.UnitRenamed;
import vn.soto.contracts.unit.UnitEvent.UnitReparented;
import vn.soto.contracts.unit.UnitEvent.UnitRetyped;
import vn.soto.contracts.unit.UnitEvent.UnitSplit;
import vn.soto.contracts.unit.UnitEvent.UnitTakeOverUndone;
import vn.soto.contracts.unit.UnitEvent.UnitTookOver;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.contracts.unit.UnitLineage;
import vn.soto.contracts.unit.UnitStage;
import vn.soto.contracts.unit.UnitState;
import vn.soto.contracts.unit.UnitStep;
import vn.soto.domain.shared.CoWrittenAggregates;
import vn.soto.domain.shared.FreeText;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.unit.UnitCommand.AbolishUnit;
import vn.soto.domain.unit.UnitCommand.Decreed;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.domain.unit.UnitCommand.MergeUnits;
import vn.soto.domain.unit.UnitCommand.RecodeUnit;
import vn.soto.domain.unit.UnitCommand.RenameUnit;
import vn.soto.domain.unit.UnitCommand.ReparentUnit;
import vn.soto.domain.unit.UnitCommand.RetypeUnit;
import vn.soto.domain.unit.UnitCommand.SplitUnit;
import vn.soto.domain.unit.UnitCommand.UndoUnitChange;

/**
 * An administrative or residential unit with its history. Lineage has no cycle, because a unit ends before each of its
 * successors. The successor is in force on the day of the succession. A unit ends only after the last day on which it
 * took over another. Both sides are written in the commit of the succession, so this holds under concurrency.
 */
@AggregateRoot(type = "unit")
public final class Unit {

    /** Largest number of units in one merger or split; all of them are written in one commit. */
    public static final int MOST_AT_ONCE = 50;

    @AggregateIdentifier
    private UnitId id;

    private UnitState state = UnitState.NONE;

    @SuppressWarnings("NullAway.Init")
    Unit() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(EstablishUnit command, ReadOnlyAggregates consulted, CoWrittenAggregates alsoWritten) {
        FreeText.checkNewId(command.unit());
        FreeText.checkName(command.name());
        TierRules.checkCode(command.kind(), command.officialCode());
        TierRules.checkParent(
                command.kind(),
                command.parent(),
                consulted,
                unit -> !unit.endedBy(command.effectiveFrom()),
                command.effectiveFrom());
        apply(new UnitEstablished(
                command.unit(),
                command.kind(),
                command.name(),
                command.officialCode(),
                command.parent(),
                command.instrument(),
                command.effectiveFrom()));
        NameChange.claim(id, UnitState.NONE, state, alsoWritten);
    }

    @CommandHandler
    void decide(RenameUnit command, CoWrittenAggregates alsoWritten, Clock clock) {
        FreeText.checkName(command.name());
        UnitState before = state;
        checkChange(command, on -> on.named(command.name()), clock);
        apply(new UnitRenamed(id, command.name(), command.instrument(), command.effectiveFrom()));
        NameChange.claim(id, before, state, alsoWritten);
    }

    @CommandHandler
    void decide(RecodeUnit command, Clock clock) {
        TierRules.checkCode(kind(), command.officialCode());
        checkChange(command, on -> on.coded(command.officialCode()), clock);
        apply(new UnitRecoded(id, command.officialCode(), command.instrument(), command.effectiveFrom()));
    }

    @CommandHandler
    void decide(RetypeUnit command, CoWrittenAggregates alsoWritten, Clock clock) {
        UNIT_STAYS_IN_ITS_TIER.require(command.kind().sameTierAs(kind()));
        UnitState before = state;
        checkChange(command, on -> on.typed(command.kind()), clock);
        apply(new UnitRetyped(id, command.kind(), command.instrument(), command.effectiveFrom()));
        NameChange.claim(id, before, state, alsoWritten);
    }

    @CommandHandler
    void decide(ReparentUnit command, ReadOnlyAggregates consulted, CoWrittenAggregates alsoWritten, Clock clock) {
        Optional.ofNullable(command.name()).ifPresent(FreeText::checkName);
        UnitState before = state;
        checkChange(command, on -> on.in(command.parent(), command.name()), clock);
        TierRules.checkParent(
                kind(),
                command.parent(),
                consulted,
                unit -> unit.inForceOn(command.effectiveFrom()),
                command.effectiveFrom());
        apply(new UnitReparented(id, command.parent(), command.name(), command.instrument(), command.effectiveFrom()));
        NameChange.claim(id, before, state, alsoWritten);
    }

    @CommandHandler
    void decide(AbolishUnit command, CoWrittenAggregates alsoWritten) {
        checkEnd(command.effectiveFrom());
        UnitState before = state;
        apply(new UnitAbolished(id, command.instrument(), command.effectiveFrom()));
        NameChange.claim(id, before, state, alsoWritten);
    }

    @CommandHandler
    void decide(MergeUnits command, CoWrittenAggregates alsoWritten) {
        List<UnitId> from = command.from().stream().distinct().sorted().toList();
        MERGER_TAKES_SOME_BUT_NOT_TOO_MANY_UNITS.require(!from.isEmpty() && from.size() <= MOST_AT_ONCE, MOST_AT_ONCE);
        UNIT_DOES_NOT_SUCCEED_ITSELF.require(!from.contains(id));
        checkSuccessor(command.effectiveFrom());
        List<NameChange> ended = new ArrayList<>();
        for (UnitId unit : from) {
            alsoWritten.change(Unit.class, unit, ending -> {
                UnitState before = ending.state;
                ending.mergeInto(id, kind(), command);
                ended.add(new NameChange(unit, before, ending.state));
            });
        }
        from.forEach(unit -> apply(new UnitTookOver(id, unit, MERGED, command.instrument(), command.effectiveFrom())));
        NameChange.claim(ended, alsoWritten);
    }

    private void mergeInto(UnitId successor, UnitKind tier, MergeUnits command) {
        SUCCESSOR_IS_OF_THE_SAME_TIER.require(kind().sameTierAs(tier), id.value());
        checkEnd(command.effectiveFrom());
        apply(new UnitMerged(id, successor, command.instrument(), command.effectiveFrom()));
    }

    @CommandHandler
    void decide(SplitUnit command, CoWrittenAggregates alsoWritten) {
        List<UnitId> into = command.into().stream().distinct().toList();
        SPLIT_HAS_SEVERAL_BUT_NOT_TOO_MANY_SUCCESSORS.require(
                into.size() >= 2 && into.size() <= MOST_AT_ONCE, 2, MOST_AT_ONCE);
        UNIT_DOES_NOT_SUCCEED_ITSELF.require(!into.contains(id));
        checkEnd(command.effectiveFrom());
        UnitState before = state;
        apply(new UnitSplit(id, into, command.instrument(), command.effectiveFrom()));
        into.stream()
                .sorted()
                .forEach(unit ->
                        alsoWritten.change(Unit.class, unit, successor -> successor.takePartOf(id, kind(), command)));
        NameChange.claim(id, before, state, alsoWritten);
    }

    private void takePartOf(UnitId unit, UnitKind tier, SplitUnit command) {
        SUCCESSOR_IS_OF_THE_SAME_TIER.require(kind().sameTierAs(tier), id.value());
        checkSuccessor(command.effectiveFrom());
        apply(new UnitTookOver(id, unit, SPLIT, command.instrument(), command.effectiveFrom()));
    }

    @CommandHandler
    void decide(
            UndoUnitChange command,
            ReadOnlyAggregates consulted,
            CoWrittenAggregates alsoWritten,
            UnitUses uses,
            Clock clock) {
        UNIT_IS_NOT_WITHDRAWN.require(!state.stage().withdrawn());
        UnitStep undone = state.latest();
        LocalDate day = undone.from();
        UNDONE_CHANGE_IS_THE_LATEST.require(
                undone.change() == command.change() && day.equals(command.effectiveFrom()), day);
        UNIT_TO_WITHDRAW_HAS_TAKEN_OVER_NONE.require(state.stage().isWithdrawable());
        if (undone.change() == ESTABLISHED) {
            LocalDate today = VietnamTime.day(clock.instant());
            int teams = UnitCoverage.teams(id, today, consulted);
            UnitUses.Uses use = uses.of(List.of(id), today);
            UNIT_TO_WITHDRAW_IS_NOT_IN_USE.require(
                    teams == 0 && use.isNothing(), id.value(), teams, use.households(), use.records(), use.units());
        }
        UnitState mistaken = state;
        apply(new UnitChangeUndone(id, undone.change(), day));
        undone.successors().stream()
                .sorted()
                .forEach(unit -> alsoWritten.change(
                        Unit.class, unit, successor -> apply(new UnitTakeOverUndone(successor.id, id, day))));
        NameChange.claim(id, mistaken, state, alsoWritten);
    }

    /** Refuses a change before one that holds today; one before another that is to come stays before that. */
    private void checkChange(Decreed command, UnaryOperator<UnitBearing> change, Clock clock) {
        LocalDate today = VietnamTime.day(clock.instant());
        LocalDate day = command.effectiveFrom();
        checkNotEnded(day.isAfter(today) ? day : today);
        UnitBearing before = state.on(day).after();
        UNIT_CHANGE_CHANGES_SOMETHING.require(!change.apply(before).equals(before));
        LocalDate holds = state.on(today).from();
        UNIT_CHANGES_ARE_IN_ORDER.require(!day.isBefore(holds), holds);
    }

    private void checkNotEnded(LocalDate day) {
        UNIT_IS_NOT_WITHDRAWN.require(!state.stage().withdrawn());
        state.ended().ifPresent(end -> UNIT_HAS_NOT_ENDED.require(UnitStage.lasts(end, day), end));
    }

    private void checkEnd(LocalDate day) {
        checkNotEnded(LocalDate.MAX);
        UNIT_ENDS_AFTER_ITS_LATEST_CHANGE.require(day.isAfter(state.latestDay()), state.latestDay());
    }

    private void checkSuccessor(LocalDate day) {
        SUCCESSOR_IS_IN_FORCE.require(state.inForceOn(day), id.value(), day);
    }

    /** Kind after the latest change, even if that is to come; on each day it is of the same tier. */
    public UnitKind kind() {
        return state.now().kind();
    }

    /** Whether a unit of that kind can have this one as parent. */
    boolean canHold(UnitKind kind) {
        return kind.liesIn(kind());
    }

    /** Whether the unit is residential; this never changes. */
    public boolean residential() {
        return kind().residential();
    }

    /** Whether the unit is in force on that day, as known now: established, not ended, not withdrawn. */
    public boolean inForceOn(LocalDate day) {
        return state.inForceOn(day);
    }

    /** Whether the unit was in force on any of the days, as known now. */
    public boolean wasThereBetween(LocalDate first, LocalDate last) {
        return !state.endedBy(first) && !state.steps().getFirst().from().isAfter(last);
    }

    /** The unit in which it lies on that day; none for a province. */
    public Optional<UnitId> parentOn(LocalDate day) {
        return state.parentOn(day);
    }

    /** The successors of units by a day, read in the unit of work, so that the commit is guarded by them. */
    public static UnitLineage lineage(LocalDate day, ReadOnlyAggregates consulted) {
        return new UnitLineage(unit -> consulted
                .find(Unit.class, unit.value(), asked -> asked.state.linksOn(day))
                .orElse(UnitLineage.Links.NONE));
    }

    /**
     * The commune in which what is recorded in a unit lies on that day, through the successors of both.
     *
     * @param unit residential unit or commune
     */
    public static Optional<UnitId> communeOf(UnitId unit, LocalDate day, ReadOnlyAggregates consulted) {
        UnitLineage lineage = lineage(day, consulted);
        UnitId now = lineage.of(unit).unit();
        return isCommunal(now, consulted)
                ? Optional.of(now)
                : consulted
                        .find(Unit.class, now.value(), asked -> asked.state.parentOn(day))
                        .flatMap(parent -> parent)
                        .map(parent -> lineage.of(parent).unit());
    }

    /** Whether the unit exists and is a commune. */
    public static boolean isCommunal(UnitId unit, ReadOnlyAggregates consulted) {
        return consulted
                .find(Unit.class, unit.value(), asked -> asked.kind().communal())
                .orElse(false);
    }

    /** Refuses to put something new into a unit for a day after its end, and names the units that took it over. */
    public static void checkTakesNew(UnitId unit, LocalDate day, ReadOnlyAggregates consulted) {
        UNIT_IS_NOT_WITHDRAWN.require(consulted.ask(Unit.class, unit, asked -> !asked.state.withdrawn()));
        if (consulted.ask(Unit.class, unit, asked -> asked.endedBy(day))) {
            String successors = lineage(day, consulted).candidates(unit).stream()
                    .map(each -> consulted.ask(Unit.class, each, asked -> asked.title(day)) + " (" + each + ")")
                    .collect(Collectors.joining(", "));
            throw UNIT_TAKES_NOTHING_NEW_AFTER_ITS_END.refused(
                    consulted.ask(Unit.class, unit, asked -> asked.title(day)),
                    consulted.ask(Unit.class, unit, asked -> asked.state.ended().orElse(day)),
                    successors.isEmpty() ? "–" : successors);
        }
    }

    /** Refuses a team for days before the unit's first. */
    public static void checkIsThere(UnitId unit, LocalDate day, ReadOnlyAggregates consulted) {
        LocalDate first = consulted.ask(
                Unit.class, unit, asked -> asked.state.steps().getFirst().from());
        if (day.isBefore(first)) {
            throw UNIT_IS_COVERED_FROM_ITS_FIRST_DAY_ON.refused(
                    consulted.ask(Unit.class, unit, asked -> asked.title(first)), first);
        }
    }

    public UnitState state() {
        return state;
    }

    /** The unit's name on that day behind the word for its kind. */
    public String title(LocalDate day) {
        return title(state.on(day).after());
    }

    /** A name behind the word for the kind, unless it says that itself. */
    public static String title(UnitBearing unit) {
        String word = unit.kind().vietnamese();
        return unit.name().toLowerCase(Locale.ROOT).startsWith(word + " ") ? unit.name() : word + " " + unit.name();
    }

    /** Whether the unit has ended by that day or is withdrawn; it may be established later than that day. */
    boolean endedBy(LocalDate day) {
        return state.endedBy(day);
    }

    @EventHandler
    void evolve(UnitEvent event) {
        id = event.unit();
        state = state.after(event);
    }
}
