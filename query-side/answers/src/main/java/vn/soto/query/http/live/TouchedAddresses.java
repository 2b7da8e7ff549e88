package vn.soto.query.http.live;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The addresses that commits may have changed, without {@code /api/}, such as {@code dashboards/bd-003/2024-Q4}. A page
 * is outdated if it rests on one of them or on one that goes on from it with {@code /}.
 *
 * @param all whether it may be anything; then there are no keys
 */
record TouchedAddresses(boolean all, List<String> keys) {

    /** More keys than these are all. */
    static final int MOST = 50;

    static final TouchedAddresses ALL = new TouchedAddresses(true, List.of());

    static final TouchedAddresses NOTHING = new TouchedAddresses(false, List.of());

    static TouchedAddresses of(Collection<String> keys) {
        return keys.size() > MOST ? ALL : new TouchedAddresses(false, List.copyOf(new TreeSet<>(keys)));
    }

    /** {@code "all"}, or the keys. */
    @JsonValue
    Object json() {
        return all ? "all" : keys;
    }
}
