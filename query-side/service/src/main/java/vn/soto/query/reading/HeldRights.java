package vn.soto.query.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.Right;
import vn.soto.contracts.access.Rights;

/**
 * The rights of an account on a day.
 *
 * @param granted whether they come from the ledger; otherwise sign-in asserts them, because the ledger has no grant yet
 * @param person  whom the account belongs to; absent if nobody was linked
 * @param days    first and last day of each of the rights
 */
public record HeldRights(
        Rights rights, boolean granted, @Nullable LinkedPerson person, Map<Right, Days> days) {

    /** @param until last day; absent while none is known */
    public record Days(@Nullable LocalDate from, @Nullable LocalDate until) {

        static final Days UNLIMITED = new Days(null, null);
    }

    public List<Right> all() {
        return rights.all();
    }

    public Days days(Right right) {
        return days.getOrDefault(right, Days.UNLIMITED);
    }
}
