package vn.soto.domain.period;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.period.WorkingDaysRule.HOLIDAYS_ARE_NOT_TOO_MANY;
import static vn.soto.domain.period.WorkingDaysRule.HOLIDAYS_ARE_OF_THEIR_YEAR;
import static vn.soto.domain.period.WorkingDaysRule.HOLIDAYS_CHANGE;
import static vn.soto.domain.period.WorkingDaysRule.ONLY_WEEKENDS_ARE_WORKED_AND_OTHER_DAYS_OFF;

import java.time.LocalDate;
import java.time.Year;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import vn.soto.contracts.period.WorkingDays;
import vn.soto.contracts.period.WorkingDaysEvent;
import vn.soto.contracts.period.WorkingDaysEvent.HolidaysDecided;
import vn.soto.domain.period.WorkingDaysCommand.DecideHolidays;
import vn.soto.domain.policy.Policies;
import vn.soto.domain.shared.Days;
import vn.soto.domain.shared.ReadOnlyAggregates;

/** The decided tables of holidays, one for each year at most. */
@AggregateRoot(type = "working-days")
public final class HolidayTables {

    static final String ID = "working-days";

    private static final int MOST = 60;

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    private WorkingDays days = WorkingDays.COMPUTED;

    HolidayTables() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(DecideHolidays command) {
        Days.check(LocalDate.of(Math.clamp(command.year(), Year.MIN_VALUE, Year.MAX_VALUE), 1, 1));
        HOLIDAYS_ARE_NOT_TOO_MANY.require(
                command.off().size() + command.worked().size() <= MOST, MOST);
        Stream.concat(command.off().stream(), command.worked().stream()).forEach(day -> {
            HOLIDAYS_ARE_OF_THEIR_YEAR.require(day.getYear() == command.year(), day);
        });
        command.off().forEach(day -> checkKind(day, false));
        command.worked().forEach(day -> checkKind(day, true));
        HolidaysDecided table =
                new HolidaysDecided(command.year(), command.off(), command.worked(), command.instrument());
        HOLIDAYS_CHANGE.require(!table.equals(days.decided().get(command.year())));
        apply(table);
    }

    private static void checkKind(LocalDate day, boolean weekend) {
        ONLY_WEEKENDS_ARE_WORKED_AND_OTHER_DAYS_OFF.require(WorkingDays.isWeekend(day) == weekend, day);
    }

    /** The days on which offices work, as known now; read in the unit of work, so that the commit is guarded by them. */
    public static WorkingDays known(ReadOnlyAggregates consulted) {
        return consulted.find(HolidayTables.class, ID, tables -> tables.days).orElse(WorkingDays.COMPUTED);
    }

    /** The same as known on a day. */
    public static Function<LocalDate, WorkingDays> known(ReadOnlyAggregates consulted, Policies policies) {
        WorkingDays latest = known(consulted);
        return latest.decided().isEmpty()
                ? day -> latest
                : day -> WorkingDays.knownOn(day, policies.recorded(ID, WorkingDaysEvent.class));
    }

    @EventHandler
    void evolve(WorkingDaysEvent event) {
        id = ID;
        days = days.after(event);
    }
}
