package vn.soto.query.live;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What commits may have changed: addresses without {@code /api/}, such as {@code dashboards/bd-003/2024-Q4}. A page is outdated if
 * it rests on one of them or on one that goes on from it with {@code /}.
 *
 * @param all whether it may be anything; then there are no keys
 */
record Touched(boolean all, List<String> keys) {

    /** More keys than these are all. */
    static final int MOST = 50;

    static final Touched ALL = new Touched(true, List.of());

    static final Touched NOTHING = new Touched(false, List.of());

    static Touched of(Collection<String> keys) {
        return keys.size() > MOST ? ALL : new Touched(false, List.copyOf(new TreeSet<>(keys)));
    }

    /** {@code "all"}, or the keys. */
    @JsonValue
    Object json() {
        return all ? "all" : keys;
    }
}
