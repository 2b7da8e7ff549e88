package vn.soto.query.activity;

import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.projection.Stamped;
import vn.soto.query.assistance.Assistance.Said;

/**
 * A change of a unit's quarter by one event: an addition or a subtraction. A correction makes two rows: one subtracts
 * the old content, one adds the new, possibly in another quarter. Flags and verifications of a record do the same.
 *
 * @param order        twice the event's position, plus one for an addition: the order of rows and their identity
 * @param first        +1 for the first record of the household or business in the quarter, -1 if its last one is
 *                     subtracted, otherwise 0
 * @param household    household helped; absent for others, and in rows made before they named it
 * @param day          days since 1970 of the day of the help; absent in rows made before they named it
 * @param assistance   id of the record; absent in rows made before they named it
 */
public record ActivityRow(
        long order,
        long commit,
        int first,
        Beneficiary.Kind beneficiary,
        @Nullable String household,
        @Nullable Integer day,
        Said said,
        @Nullable String assistance)
        implements Stamped {

    @Override
    public long position() {
        return order / 2;
    }

    static long order(long position, boolean adds) {
        return 2 * position + (adds ? 1 : 0);
    }

    /** The same row with what it says of distinct beneficiaries. */
    ActivityRow counting(int firsts) {
        return new ActivityRow(order, commit, firsts, beneficiary, household, day, said, assistance);
    }

    int sign() {
        return order % 2 == 1 ? 1 : -1;
    }

    int first(Beneficiary.Kind kind) {
        return beneficiary == kind ? first : 0;
    }
}
