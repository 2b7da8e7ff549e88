package vn.soto.domain.people;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.people.PeopleCountRule.PEOPLE_COUNT_CORRECTION_CHANGES_SOMETHING;
import static vn.soto.domain.people.PeopleCountRule.PEOPLE_COUNT_IS_NOT_IN_THE_FUTURE;
import static vn.soto.domain.people.PeopleCountRule.PEOPLE_COUNT_IS_OF_A_UNIT_OF_THE_DAY;
import static vn.soto.domain.people.PeopleCountRule.PEOPLE_COUNT_IS_PLAUSIBLE;
import static vn.soto.domain.people.PeopleCountRule.PEOPLE_COUNT_IS_STATED_ONCE_FOR_A_DAY;
import static vn.soto.domain.people.PeopleCountRule.PEOPLE_COUNT_TO_CORRECT_IS_STATED;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import vn.soto.contracts.people.People;
import vn.soto.contracts.people.PeopleCountEvent;
import vn.soto.contracts.people.PeopleCountEvent.PeopleCountCorrected;
import vn.soto.contracts.people.PeopleCountEvent.PeopleCountStated;
import vn.soto.contracts.people.PeopleCountEvent.PeopleCountWithdrawn;
import vn.soto.contracts.people.PeopleCountEvent.PeopleStated;
import vn.soto.contracts.people.PeopleCountsId;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.domain.people.PeopleCountCommand.CorrectPeopleCount;
import vn.soto.domain.people.PeopleCountCommand.StatePeopleCount;
import vn.soto.domain.people.PeopleCountCommand.WithdrawPeopleCount;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.unit.Unit;

/** The numbers of people of a unit. A unit that takes over does not inherit them. */
@AggregateRoot(type = "people-counts")
public final class PeopleCounts {

    /** More than the country has. */
    private static final long MOST = 150_000_000;

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private PeopleCountsId id;

    private final Map<Entry, PeopleStated> stated = new HashMap<>();

    private record Entry(People people, LocalDate on) {}

    @SuppressWarnings("NullAway.Init")
    PeopleCounts() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(StatePeopleCount command, ReadOnlyAggregates consulted, Clock clock) {
        LocalDate on = command.on();
        LocalDate today = VietnamTime.day(clock.instant());
        PEOPLE_COUNT_IS_NOT_IN_THE_FUTURE.require(!on.isAfter(today), today);
        checkNumber(command.persons());
        PEOPLE_COUNT_IS_OF_A_UNIT_OF_THE_DAY.require(
                consulted.ask(Unit.class, command.unit(), unit -> unit.wasThereBetween(on, on)), on);
        PEOPLE_COUNT_IS_STATED_ONCE_FOR_A_DAY.require(!stated.containsKey(new Entry(command.people(), on)), on);
        apply(new PeopleCountStated(command.unit(), command.people(), on, command.persons(), command.source()));
    }

    @CommandHandler
    void decide(CorrectPeopleCount command) {
        PeopleStated before = stated(command);
        checkNumber(command.persons());
        PEOPLE_COUNT_CORRECTION_CHANGES_SOMETHING.require(
                command.persons() != before.persons() || command.source() != before.source());
        apply(new PeopleCountCorrected(
                command.unit(), command.people(), command.on(), command.persons(), command.source()));
    }

    @CommandHandler
    void decide(WithdrawPeopleCount command) {
        stated(command);
        apply(new PeopleCountWithdrawn(command.unit(), command.people(), command.on()));
    }

    private static void checkNumber(long persons) {
        PEOPLE_COUNT_IS_PLAUSIBLE.require(persons >= 0 && persons <= MOST, MOST);
    }

    private PeopleStated stated(PeopleCountCommand command) {
        PeopleStated known = stated.get(new Entry(command.people(), command.on()));
        if (known == null) {
            throw PEOPLE_COUNT_TO_CORRECT_IS_STATED.refused(command.on());
        }
        return known;
    }

    @EventHandler
    void evolve(PeopleCountEvent event) {
        id = new PeopleCountsId(event.unit());
        Entry entry = new Entry(event.people(), event.on());
        switch (event) {
            case PeopleStated said -> stated.put(entry, said);
            case PeopleCountWithdrawn _ -> stated.remove(entry);
        }
    }
}
