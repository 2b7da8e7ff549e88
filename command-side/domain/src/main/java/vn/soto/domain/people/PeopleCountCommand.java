package vn.soto.domain.people;

import static vn.soto.contracts.access.Role.OFFICER;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.soto.contracts.people.People;
import vn.soto.contracts.people.PeopleCountsId;
import vn.soto.contracts.report.FigureSource;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.CorrectionCommand;
import vn.soto.domain.shared.Corrects;
import vn.soto.domain.shared.ReasonList;
import vn.soto.domain.shared.Reasons;

/** Commands to the numbers of people of a unit. */
public sealed interface PeopleCountCommand extends Command {

    UnitId unit();

    People people();

    LocalDate on();

    @TargetAggregateIdentifier
    default PeopleCountsId counts() {
        return new PeopleCountsId(unit());
    }

    /**
     * States a number, which holds from its day until a number of a later day.
     *
     * @param people  of whom it is the number
     * @param on      day for which the number is told
     * @param persons 0 is a number: they were counted, and there are none
     * @param source  source of the number
     */
    @ClientCommand(as = "state-people-count", at = "units/{unit}/people/{people}/{on}", by = OFFICER)
    record StatePeopleCount(UnitId unit, People people, LocalDate on, long persons, FigureSource source)
            implements PeopleCountCommand {}

    /** Replaces the number of a day; that of another day is stated anew. */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(as = "correct-people-count", at = "units/{unit}/people/{people}/{on}/correction", by = OFFICER)
    @Corrects(StatePeopleCount.class)
    record CorrectPeopleCount(
            UnitId unit, People people, LocalDate on, long persons, FigureSource source, String reason)
            implements PeopleCountCommand, CorrectionCommand {}

    /** The number of that day is not known; that of an earlier day holds on. */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(as = "withdraw-people-count", at = "units/{unit}/people/{people}/{on}/withdrawal", by = OFFICER)
    @Corrects({StatePeopleCount.class, CorrectPeopleCount.class})
    record WithdrawPeopleCount(UnitId unit, People people, LocalDate on, String reason)
            implements PeopleCountCommand, CorrectionCommand {}

    /** The place that commands about numbers of people touch. */
    @Override
    default List<CommandPlace> touches() {
        return List.of(new CommandPlace.InUnit(unit()));
    }
}
