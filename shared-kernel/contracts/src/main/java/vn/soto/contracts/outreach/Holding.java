package vn.soto.contracts.outreach;

import java.time.LocalDate;
import java.util.List;
import vn.soto.contracts.shared.Ascending;
import vn.soto.contracts.team.MemberId;

/**
 * How a session was held; a correction replaces all of it.
 *
 * @param attendance number of people who attended; 0 if there were none
 * @param holders    members who held the session, sorted
 */
public record Holding(LocalDate heldOn, int attendance, CountBasis basis, List<MemberId> holders) {

    public Holding {
        holders = Ascending.of(holders);
    }
}
