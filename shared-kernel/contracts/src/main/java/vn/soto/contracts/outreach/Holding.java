package vn.soto.contracts.outreach;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Ascending;
import vn.soto.contracts.team.MemberId;

/**
 * How a session was held; a correction replaces all of it.
 *
 * @param attendance number of people who attended; 0 if there were none
 * @param holders    members who held the session, sorted
 * @param newcomers  number of them who attend one for the first time in the year; absent if it is not known. The sum counts
 *     people once
 */
public record Holding(
        LocalDate heldOn,
        int attendance,
        CountBasis basis,
        List<MemberId> holders,
        @Nullable Integer newcomers) {

    public Holding {
        holders = Ascending.of(holders);
    }

    /** Newcomers are not known. */
    public Holding(LocalDate heldOn, int attendance, CountBasis basis, List<MemberId> holders) {
        this(heldOn, attendance, basis, holders, null);
    }
}
