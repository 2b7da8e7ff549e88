package vn.soto.contracts.outreach;

import java.time.LocalDate;
import java.util.List;
import vn.soto.contracts.shared.Ascending;
import vn.soto.contracts.team.MemberId;

/**
 * How a session was held, and what a correction replaces as a whole.
 *
 * @param attendance people who attended; 0 if nobody came
 * @param holders    members who held it, sorted
 */
public record Holding(LocalDate heldOn, int attendance, CountBasis basis, List<MemberId> holders) {

    public Holding {
        holders = Ascending.of(holders);
    }
}
