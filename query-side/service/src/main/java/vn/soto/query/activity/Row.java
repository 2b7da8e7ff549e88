package vn.soto.query.activity;

import java.util.List;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.ServiceCategory;

/**
 * What one event adds to, or takes from, a unit's quarter. A correction is two rows: it takes the old content back and
 * adds the new, perhaps in another quarter.
 *
 * @param order      twice the event's position, plus one if it adds: the order of rows, and their identity
 * @param households +1 if it is the household's first record in the quarter, -1 if its last one is taken back, else 0
 */
public record Row(long order, long commit, int households, List<ServiceCategory> services, Channel channel, Mode mode) {

    static long order(long position, boolean adds) {
        return 2 * position + (adds ? 1 : 0);
    }

    int sign() {
        return order % 2 == 1 ? 1 : -1;
    }
}
