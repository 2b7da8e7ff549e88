package vn.soto.domain.period;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.period.PeriodRule.AUTHORITY_IS_A_PROVINCE_OR_HAS_A_CALENDAR;
import static vn.soto.domain.period.PeriodRule.AUTHORITY_IS_IN_FORCE_IN_THE_PERIOD;
import static vn.soto.domain.period.PeriodRule.AUTHORITY_IS_NO_RESIDENTIAL_UNIT;
import static vn.soto.domain.period.PeriodRule.CALENDAR_STARTS_AFTER_WHAT_IS_SETTLED;
import static vn.soto.domain.period.PeriodRule.CALENDAR_STARTS_WITH_A_QUARTER_THAT_HAS_NOT_ENDED;
import static vn.soto.domain.period.PeriodRule.CALENDAR_TO_WITHDRAW_IS_ADOPTED;
import static vn.soto.domain.period.PeriodRule.DUE_DAYS_ARE_PLAUSIBLE;
import static vn.soto.domain.period.PeriodRule.PERIOD_HAS_ENDED;
import static vn.soto.domain.period.PeriodRule.PERIOD_IS_CLOSED;
import static vn.soto.domain.period.PeriodRule.PERIOD_IS_NOT_CLOSED;
import static vn.soto.domain.period.PeriodRule.PERIOD_IS_NOT_OPENED_YET;
import static vn.soto.domain.period.PeriodRule.PERIOD_TO_OPEN_BEGINS_SOON;
import static vn.soto.domain.period.PeriodRule.REOPENING_EXPIRES_SOON;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import vn.soto.contracts.period.ApplicablePeriods;
import vn.soto.contracts.period.Period;
import vn.soto.contracts.period.PeriodEvent;
import vn.soto.contracts.period.PeriodEvent.CalendarAdopted;
import vn.soto.contracts.period.PeriodEvent.CalendarWithdrawn;
import vn.soto.contracts.period.PeriodEvent.PeriodClosed;
import vn.soto.contracts.period.PeriodEvent.PeriodOpened;
import vn.soto.contracts.period.PeriodEvent.PeriodReopened;
import vn.soto.contracts.period.PeriodStage;
import vn.soto.contracts.period.ReportingPeriods;
import vn.soto.contracts.period.ReportingPeriodsId;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.period.PeriodCommand.AdoptReportingCalendar;
import vn.soto.domain.period.PeriodCommand.ClosePeriod;
import vn.soto.domain.period.PeriodCommand.OpenPeriod;
import vn.soto.domain.period.PeriodCommand.ReopenPeriod;
import vn.soto.domain.period.PeriodCommand.WithdrawReportingCalendar;
import vn.soto.domain.policy.Policies;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.shared.ReportFigures;
import vn.soto.domain.shared.ReportFigures.Pin;
import vn.soto.domain.unit.Unit;

/** The reporting periods of an authority: the versions of its calendar, and which periods are open or closed. */
@AggregateRoot(type = "reporting-periods")
public final class AuthorityPeriods {

    public static final int MOST_DUE_DAYS = 60;
    private static final int LONGEST_REOPENING = 31;

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private ReportingPeriodsId id;

    private ReportingPeriods state = ReportingPeriods.NONE;

    @SuppressWarnings("NullAway.Init")
    AuthorityPeriods() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(AdoptReportingCalendar command, ReadOnlyAggregates consulted, Clock clock) {
        DUE_DAYS_ARE_PLAUSIBLE.require(
                command.dueWorkingDays() >= 0 && command.dueWorkingDays() <= MOST_DUE_DAYS, 0, MOST_DUE_DAYS);
        AUTHORITY_IS_NO_RESIDENTIAL_UNIT.require(
                !consulted.ask(Unit.class, command.unit(), Unit::residential),
                command.unit().value());
        LocalDate lastDay = command.calendar().lastDay(command.from());
        checkInForce(command.unit(), lastDay, consulted);
        checkChangeable(command.from(), lastDay, clock);
        apply(new CalendarAdopted(
                command.unit(),
                state.versions() + 1,
                command.calendar(),
                command.dueWorkingDays(),
                command.late(),
                command.instrument(),
                command.from()));
    }

    @CommandHandler
    void decide(WithdrawReportingCalendar command, Clock clock) {
        CalendarAdopted withdrawn = state.calendars().stream()
                .filter(adopted -> adopted.version() == command.version())
                .findFirst()
                .orElseThrow(() -> CALENDAR_TO_WITHDRAW_IS_ADOPTED.refused(command.version()));
        checkChangeable(withdrawn.from(), withdrawn.calendar().lastDay(withdrawn.from()), clock);
        apply(new CalendarWithdrawn(command.unit(), command.version()));
    }

    /** No quarter from that one on has ended, or was opened or closed. */
    private void checkChangeable(Quarter from, LocalDate lastDay, Clock clock) {
        CALENDAR_STARTS_WITH_A_QUARTER_THAT_HAS_NOT_ENDED.require(
                !lastDay.isBefore(VietnamTime.day(clock.instant())), lastDay);
        state.periods().keySet().stream()
                .max(Quarter::compareTo)
                .ifPresent(last ->
                        CALENDAR_STARTS_AFTER_WHAT_IS_SETTLED.require(from.compareTo(last) > 0, last.toString()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(OpenPeriod command, ReadOnlyAggregates consulted, Policies policies, Clock clock) {
        ApplicablePeriods periods = periods(command.unit(), consulted, policies.calendar());
        PeriodStage stage = stage(command.unit(), command.quarter(), consulted, periods);
        PERIOD_IS_NOT_OPENED_YET.require(stage.isUnsettled());
        QuarterDays days = stage.days();
        PERIOD_TO_OPEN_BEGINS_SOON.require(
                stage.beginsSoon(VietnamTime.day(clock.instant())), days.firstDay(), PeriodStage.MOST_AHEAD);
        apply(new PeriodOpened(
                command.unit(),
                command.quarter(),
                days.firstDay(),
                days.lastDay(),
                dueOn(command.quarter(), consulted, policies),
                state.late(command.quarter())));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(
            ClosePeriod command, ReadOnlyAggregates consulted, Policies policies, ReportFigures figures, Clock clock) {
        ApplicablePeriods periods = periods(command.unit(), consulted, policies.calendar());
        PeriodStage stage = stage(command.unit(), command.quarter(), consulted, periods);
        LocalDate today = VietnamTime.day(clock.instant());
        QuarterDays days = stage.days();
        PERIOD_HAS_ENDED.require(stage.hasEnded(today), days.lastDay());
        PERIOD_IS_NOT_CLOSED.require(!stage.isClosed(today));
        Optional<Period> known = state.period(command.quarter());
        Pin pin = figures.pin();
        apply(new PeriodClosed(
                command.unit(),
                command.quarter(),
                days.firstDay(),
                days.lastDay(),
                dueOn(command.quarter(), consulted, policies),
                known.map(Period::late).orElse(state.late(command.quarter())),
                pin.number(),
                pin.chain()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(ReopenPeriod command, ReportFigures figures, Clock clock) {
        LocalDate today = VietnamTime.day(clock.instant());
        PERIOD_IS_CLOSED.require(state.period(command.quarter())
                .filter(period -> period.isClosedOn(today))
                .isPresent());
        LocalDate latest = today.plusDays(LONGEST_REOPENING);
        REOPENING_EXPIRES_SOON.require(
                !command.until().isBefore(today) && !command.until().isAfter(latest), today, latest);
        apply(new PeriodReopened(
                command.unit(), command.quarter(), figures.pin().number(), command.until()));
    }

    private LocalDate dueOn(Quarter quarter, ReadOnlyAggregates consulted, Policies policies) {
        return state.dueOn(quarter, policies.calendar(), policies::dueDays, HolidayTables.known(consulted, policies));
    }

    /** Of the authority itself, whose own state is not yet stored. */
    private ApplicablePeriods periods(UnitId unit, ReadOnlyAggregates consulted, QuarterCalendar initial) {
        return Authorities.periods(
                day -> Set.of(unit), consulted, initial, above -> above.equals(unit) ? state : known(above, consulted));
    }

    /** Refuses a unit that does not decide about the period. */
    private PeriodStage stage(UnitId unit, Quarter quarter, ReadOnlyAggregates consulted, ApplicablePeriods periods) {
        LocalDate lastDay = periods.lastDay(quarter);
        PeriodStage stage = new PeriodStage(
                state.decides(quarter)
                        || consulted
                                .ask(Unit.class, unit, asked -> asked.parentOn(lastDay))
                                .isEmpty(),
                consulted.ask(Unit.class, unit, asked -> asked.inForceOn(lastDay)),
                periods.days(quarter),
                state.periods().get(quarter));
        AUTHORITY_IS_A_PROVINCE_OR_HAS_A_CALENDAR.require(stage.settles(), unit.value());
        AUTHORITY_IS_IN_FORCE_IN_THE_PERIOD.require(stage.inForce(), unit.value(), lastDay);
        return stage;
    }

    private static void checkInForce(UnitId unit, LocalDate day, ReadOnlyAggregates consulted) {
        AUTHORITY_IS_IN_FORCE_IN_THE_PERIOD.require(
                consulted.ask(Unit.class, unit, asked -> asked.inForceOn(day)), unit.value(), day);
    }

    /** The periods of an authority, read in the unit of work, so that the commit is guarded by them. */
    static ReportingPeriods known(UnitId authority, ReadOnlyAggregates consulted) {
        return consulted
                .find(AuthorityPeriods.class, new ReportingPeriodsId(authority).toString(), periods -> periods.state)
                .orElse(ReportingPeriods.NONE);
    }

    @EventHandler
    void evolve(PeriodEvent event) {
        id = new ReportingPeriodsId(event.authority());
        state = state.after(event);
    }
}
