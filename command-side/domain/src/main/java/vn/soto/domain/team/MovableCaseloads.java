package vn.soto.domain.team;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;

/** Caseloads that the commit of a consolidation changes. */
public interface MovableCaseloads extends Caseloads {

    /**
     * In the commit of a consolidation: a member of an absorbed team stays responsible for the household.
     *
     * @param before the person as a member of the absorbed team
     * @param to     the same person as a member of the team that goes on
     */
    void carryOver(HouseholdId household, Responsible before, Responsible to, LocalDate since);

    /**
     * In the commit that corrects a consolidation: what was carried over then has its day, or goes back.
     *
     * @param right day of the consolidation; absent if it is taken back
     * @return number of events
     */
    int carryBack(HouseholdReassigned carried, LocalDate entered, @Nullable LocalDate right);
}
