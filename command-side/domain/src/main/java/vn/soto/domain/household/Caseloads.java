package vn.soto.domain.household;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.household.HandOver.Charge;

/** The households that members are responsible for, which no aggregate lists. */
@FunctionalInterface
public interface Caseloads {

    /** The events of households that have the team's tag, in the order of the ledger up to its last commit. */
    List<HouseholdEvent> recorded(TeamId team);

    /** The caseload of a team member, in the order in which the households were assigned. */
    default List<Charge> of(Responsible who) {
        SequencedMap<HouseholdId, Charge> households = new LinkedHashMap<>();
        recorded(who.team()).forEach(event -> on(event, who, households));
        return List.copyOf(households.values());
    }

    private static void on(HouseholdEvent event, Responsible who, SequencedMap<HouseholdId, Charge> households) {
        switch (event) {
            case HouseholdAssigned assigned
            when assigned.to().equals(who) ->
                households.putLast(
                        assigned.household(),
                        new Charge(assigned.household(), assigned.unit(), who, assigned.effectiveFrom()));
            case HouseholdReassigned passed
            when passed.to().equals(who) ->
                households.putLast(
                        passed.household(), new Charge(passed.household(), passed.unit(), who, passed.effectiveFrom()));
            case HouseholdReassigned passed -> households.remove(passed.household());
            case HouseholdUnassigned unassigned -> households.remove(unassigned.household());
            case HouseholdRelocated moved ->
                households.computeIfPresent(
                        moved.household(), (id, charge) -> new Charge(id, moved.unit(), who, moved.effectiveFrom()));
            default -> {
                // says nothing about who is responsible
            }
        }
    }
}
