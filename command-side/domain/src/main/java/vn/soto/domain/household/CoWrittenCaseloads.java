package vn.soto.domain.household;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.shared.CoWrittenAggregates;
import vn.soto.domain.team.Caseloads;
import vn.soto.domain.team.MovableCaseloads;

/** Changes {@link Household}s beside the target of a command. */
public record CoWrittenCaseloads(Caseloads read, CoWrittenAggregates alsoWritten) implements MovableCaseloads {

    @Override
    public List<HouseholdEvent> recorded(TeamId team) {
        return read.recorded(team);
    }

    @Override
    public void carryOver(HouseholdId household, Responsible before, Responsible to, LocalDate since) {
        alsoWritten.change(Household.class, household, changed -> changed.carryOver(before, to, since));
    }

    @Override
    public int carryBack(HouseholdReassigned carried, LocalDate entered, @Nullable LocalDate right) {
        AtomicInteger events = new AtomicInteger();
        alsoWritten.change(
                Household.class,
                carried.household().value(),
                Household::new,
                changed -> events.set(changed.carryBack(carried, entered, right)));
        return events.get();
    }
}
