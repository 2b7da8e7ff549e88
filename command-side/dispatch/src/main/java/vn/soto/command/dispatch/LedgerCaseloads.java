package vn.soto.command.dispatch;

import java.util.List;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.team.Caseloads;

/** Reads from the ledger, up to its tail, for which households members are responsible. */
public record LedgerCaseloads(TeamIndex teams) implements Caseloads {

    @Override
    public List<HouseholdEvent> recorded(TeamId team) {
        return teams.households(team);
    }
}
