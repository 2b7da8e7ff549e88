package vn.soto.domain.stipend;

import java.time.YearMonth;
import java.util.List;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.TeamId;

/** Reads what the ledger has of a team, as far as stipends rest on it. */
@FunctionalInterface
public interface StipendRecords {

    /**
     * The memberships and mobilisations of a team, its end, and what its members did in a month or later, in the order of the ledger.
     *
     * @param until number of the last commit that counts
     */
    List<Recorded> of(TeamId team, YearMonth since, long until);

    /** @param commit number of the commit that has the event */
    record Recorded(long commit, DomainEvent event) {}
}
