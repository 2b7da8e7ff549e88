package vn.soto.command.dispatch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.domain.household.HandOver.Charge;

/** The households that a member is responsible for, read from the ledger up to its tail. */
public final class LedgerCaseloads {

    private final TeamIndex teams;

    public LedgerCaseloads(TeamIndex teams) {
        this.teams = teams;
    }

    /** The caseload of a team member, in the order in which the households were assigned. */
    public List<Charge> of(Responsible who) {
        Charges charges = new Charges(who);
        teams.households(who.team()).forEach(charges::on);
        return List.copyOf(charges.households.values());
    }

    /** One member's households, evolved by the team's events. */
    private static final class Charges {

        private final Responsible who;
        private final SequencedMap<HouseholdId, Charge> households = new LinkedHashMap<>();

        Charges(Responsible who) {
            this.who = who;
        }

        void on(DomainEvent event) {
            switch (event) {
                case HouseholdAssigned assigned
                when assigned.to().equals(who) ->
                    households.putLast(
                            assigned.household(),
                            new Charge(assigned.household(), assigned.unit(), who, assigned.effectiveFrom()));
                case HouseholdReassigned passed
                when passed.to().equals(who) ->
                    households.putLast(
                            passed.household(),
                            new Charge(passed.household(), passed.unit(), who, passed.effectiveFrom()));
                case HouseholdReassigned passed -> households.remove(passed.household());
                case HouseholdUnassigned unassigned -> households.remove(unassigned.household());
                case HouseholdRelocated moved ->
                    households.computeIfPresent(
                            moved.household(),
                            (id, charge) -> new Charge(id, moved.unit(), who, moved.effectiveFrom()));
                default -> {
                    // says nothing about who is responsible
                }
            }
        }
    }
}
