package vn.soto.query.activity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.ServiceCategory;
import vn.soto.contracts.assistance.Verification;
import vn.soto.projection.Stamped;

/**
 * What one event adds to, or takes from, a unit's quarter. A correction is two rows: it takes the old content back and
 * adds the new, perhaps in another quarter; so do what flags a record and what calling back found.
 *
 * @param order        twice the event's position, plus one if it adds: the order of rows, and their identity
 * @param first        +1 if it is the first record of the household or business in the quarter, -1 if its last one is
 *     taken back, else 0
 */
public record ActivityRow(long order, long commit, int first, Beneficiary.Kind beneficiary, Said said)
        implements Stamped {

    /**
     * What a record said and what is known of it.
     *
     * @param verification found by calling back last; absent if nobody has called
     */
    public record Said(
            List<String> services,
            List<ServiceCategory> categories,
            Channel channel,
            Mode mode,
            AssistanceOutcome outcome,
            boolean late,
            @Nullable Verification verification) {}

    @Override
    public long position() {
        return order / 2;
    }

    static long order(long position, boolean adds) {
        return 2 * position + (adds ? 1 : 0);
    }

    int sign() {
        return order % 2 == 1 ? 1 : -1;
    }

    int first(Beneficiary.Kind kind) {
        return beneficiary == kind ? first : 0;
    }
}
