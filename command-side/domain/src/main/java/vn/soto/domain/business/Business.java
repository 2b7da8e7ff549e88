package vn.soto.domain.business;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.business.BusinessRule.BUSINESS_CHANGES_ARE_IN_ORDER;
import static vn.soto.domain.business.BusinessRule.BUSINESS_CORRECTION_CHANGES_SOMETHING;
import static vn.soto.domain.business.BusinessRule.BUSINESS_IS_CLOSED;
import static vn.soto.domain.business.BusinessRule.BUSINESS_IS_NOT_CLOSED;
import static vn.soto.domain.business.BusinessRule.BUSINESS_MOVES_TO_ANOTHER_UNIT;
import static vn.soto.domain.business.BusinessRule.BUSINESS_MOVE_DAY_CHANGES;
import static vn.soto.domain.business.BusinessRule.BUSINESS_MOVE_TO_CORRECT_IS_KNOWN;
import static vn.soto.domain.business.BusinessRule.BUSINESS_REFERENCE_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.business.BusinessRule.BUSINESS_REFERENCE_IS_A_SHORT_CODE;
import static vn.soto.domain.business.BusinessRule.BUSINESS_WORKS_IN_A_RESIDENTIAL_UNIT;
import static vn.soto.domain.business.BusinessRule.CORRECTED_BUSINESS_MOVE_LIES_BETWEEN_ITS_NEIGHBOURS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import vn.soto.contracts.business.BusinessEvent;
import vn.soto.contracts.business.BusinessEvent.BusinessClosed;
import vn.soto.contracts.business.BusinessEvent.BusinessCorrected;
import vn.soto.contracts.business.BusinessEvent.BusinessRegistered;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocated;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocationCorrected;
import vn.soto.contracts.business.BusinessEvent.BusinessReopened;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.business.BusinessStage;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.business.BusinessCommand.CloseBusiness;
import vn.soto.domain.business.BusinessCommand.CorrectBusiness;
import vn.soto.domain.business.BusinessCommand.CorrectBusinessRelocation;
import vn.soto.domain.business.BusinessCommand.RegisterBusiness;
import vn.soto.domain.business.BusinessCommand.RelocateBusiness;
import vn.soto.domain.business.BusinessCommand.ReopenBusiness;
import vn.soto.domain.shared.Days;
import vn.soto.domain.shared.FreeText;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.shared.ReferenceCode;
import vn.soto.domain.unit.Unit;

/**
 * A business, identified by the commune's own code. It has no responsible member; the team that covers its unit is
 * responsible.
 */
@AggregateRoot(type = "business")
public final class Business {

    @AggregateIdentifier
    private BusinessId id;

    private BusinessCorrected registration;

    private final DayHistory<UnitId> units = new DayHistory<>();

    /** Whether the business is open. */
    private final DayHistory<Boolean> working = new DayHistory<>();

    @SuppressWarnings("NullAway.Init")
    Business() {}

    /** The business as these events leave it. */
    static Business of(List<BusinessEvent> events) {
        Business business = new Business();
        events.forEach(business::evolve);
        return business;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(RegisterBusiness command, ReadOnlyAggregates consulted, Clock clock) {
        FreeText.checkNewId(command.business());
        checkReference(command.reference());
        checkUnit(command.unit(), VietnamTime.day(clock.instant()), consulted);
        apply(new BusinessRegistered(
                command.business(), command.kind(), command.unit(), command.reference(), command.tradeName()));
    }

    @CommandHandler
    void decide(CorrectBusiness command) {
        if (!command.reference().equals(registration.reference())) {
            checkReference(command.reference());
        }
        BusinessCorrected corrected =
                new BusinessCorrected(id, command.kind(), unit(), command.reference(), command.tradeName());
        BUSINESS_CORRECTION_CHANGES_SOMETHING.require(!matchesRegistration(corrected));
        apply(corrected);
    }

    @CommandHandler
    void decide(RelocateBusiness command, ReadOnlyAggregates consulted, Clock clock) {
        LocalDate day = command.effectiveFrom();
        checkTurn(day, clock);
        BUSINESS_IS_NOT_CLOSED.require(working.on(day), working.lastDayUntil(day));
        BUSINESS_MOVES_TO_ANOTHER_UNIT.require(!command.unit().equals(units.on(day)));
        if (undoesAMove(command)) {
            checkUnit(command.unit(), consulted);
        } else {
            checkUnit(command.unit(), day, consulted);
        }
        apply(new BusinessRelocated(id, units.on(day), command.unit(), day));
    }

    @CommandHandler
    void decide(CorrectBusinessRelocation command) {
        LocalDate entered = command.enteredFrom();
        LocalDate day = command.effectiveFrom();
        UnitId to = units.startingOn(entered).orElseThrow(() -> BUSINESS_MOVE_TO_CORRECT_IS_KNOWN.refused(entered));
        BUSINESS_MOVE_DAY_CHANGES.require(!day.equals(entered));
        LocalDate first = latest(
                Days.FIRST, units.firstPossible(entered).orElseThrow(), working.lastDayUntil(entered.minusDays(1)));
        LocalDate last = units.lastPossible(entered).orElse(Days.LAST);
        LocalDate closure = working.daysFrom(entered).skip(1).findFirst().orElse(last);
        last = closure.isBefore(last) ? closure : last;
        CORRECTED_BUSINESS_MOVE_LIES_BETWEEN_ITS_NEIGHBOURS.require(
                !day.isBefore(first) && !day.isAfter(last), first, last);
        apply(new BusinessRelocationCorrected(id, unit(), units.before(entered), to, entered, day));
    }

    private static LocalDate latest(LocalDate... days) {
        return Stream.of(days).max(LocalDate::compareTo).orElseThrow();
    }

    @CommandHandler
    void decide(CloseBusiness command, Clock clock) {
        checkTurn(command.effectiveFrom(), clock);
        BUSINESS_IS_NOT_CLOSED.require(
                working.on(command.effectiveFrom()), working.lastDayUntil(command.effectiveFrom()));
        apply(new BusinessClosed(id, unitOn(command.effectiveFrom()), command.effectiveFrom()));
    }

    @CommandHandler
    void decide(ReopenBusiness command, Clock clock) {
        checkTurn(command.effectiveFrom(), clock);
        BUSINESS_IS_CLOSED.require(!working.on(command.effectiveFrom()));
        apply(new BusinessReopened(id, unitOn(command.effectiveFrom()), command.effectiveFrom()));
    }

    private boolean matchesRegistration(BusinessCorrected corrected) {
        return corrected.kind() == registration.kind()
                && corrected.reference().equals(registration.reference())
                && Objects.equals(corrected.tradeName(), registration.tradeName());
    }

    private static void checkReference(String reference) {
        ReferenceCode.check(reference, BUSINESS_REFERENCE_IS_A_SHORT_CODE, BUSINESS_REFERENCE_HOLDS_NO_PERSONAL_NUMBER);
    }

    /** Whether the business goes back to where it was before a move, from the day of that move on. */
    private boolean undoesAMove(RelocateBusiness command) {
        LocalDate from = command.effectiveFrom();
        return units.startingOn(from).isPresent() && units.before(from).equals(command.unit());
    }

    private static void checkUnit(UnitId unit, LocalDate day, ReadOnlyAggregates consulted) {
        checkUnit(unit, consulted);
        Unit.checkTakesNew(unit, day, consulted);
    }

    private static void checkUnit(UnitId unit, ReadOnlyAggregates consulted) {
        BUSINESS_WORKS_IN_A_RESIDENTIAL_UNIT.require(consulted.ask(Unit.class, unit, Unit::residential));
    }

    /** A move may come before what is to come; so may a closing or reopening, which takes the place of a later one. */
    private void checkTurn(LocalDate day, Clock clock) {
        LocalDate today = VietnamTime.day(clock.instant());
        LocalDate last = BusinessStage.firstDay(today, units, working);
        BUSINESS_CHANGES_ARE_IN_ORDER.require(!day.isBefore(last), last);
    }

    /** Residential unit in which the business works, or worked last. */
    public UnitId unit() {
        return units.latest();
    }

    /** Residential unit of the business on that day, as known now; before its first move, that of its registration. */
    public UnitId unitOn(LocalDate day) {
        return units.on(day);
    }

    /** Whether the business was open on that day, as known now; before its first closure, always true. */
    public boolean inForceOn(LocalDate day) {
        return working.on(day);
    }

    /** First day on which the business is closed; empty while it is open. */
    public Optional<LocalDate> closedSince() {
        return working.latest() ? Optional.empty() : Optional.of(working.lastDay());
    }

    @EventHandler
    void evolve(BusinessEvent event) {
        switch (event) {
            case BusinessRegistered registered -> {
                id = registered.business();
                registration = new BusinessCorrected(
                        id, registered.kind(), registered.unit(), registered.reference(), registered.tradeName());
                units.put(LocalDate.MIN, registered.unit());
                working.put(LocalDate.MIN, true);
            }
            case BusinessCorrected corrected -> registration = corrected;
            case BusinessRelocated moved -> units.put(moved.effectiveFrom(), moved.unit());
            case BusinessRelocationCorrected right -> units.moveLast(right.enteredFrom(), right.effectiveFrom());
            case BusinessClosed closed -> working.putLast(closed.effectiveFrom(), false);
            case BusinessReopened reopened -> working.putLast(reopened.effectiveFrom(), true);
        }
    }
}
