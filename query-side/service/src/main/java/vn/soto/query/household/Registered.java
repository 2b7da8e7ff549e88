package vn.soto.query.household;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.soto.projection.Stamped;

/**
 * The households that count in a residential unit.
 *
 * @param households their number
 * @param charges    how many of them each responsibility is for, by {@link #key}; none for those without one
 */
public record Registered(long households, Map<String, Long> charges) {

    static final Registered NONE = new Registered(0, Map.of());

    /**
     * A household begins or ceases to count in the unit with a responsible member.
     *
     * @param order  twice the event's position, plus one where it begins: the order of rows and their identity
     * @param charge absent if nobody is responsible
     */
    public record RegistrationRow(
            long order, long commit, @Nullable String charge) implements Stamped {

        @Override
        public long position() {
            return order / 2;
        }

        static long order(long position, boolean begins) {
            return 2 * position + (begins ? 1 : 0);
        }

        private int sign() {
            return order % 2 == 1 ? 1 : -1;
        }
    }

    /** Names a responsibility: team, member and first day. */
    static String key(String team, String member, LocalDate from) {
        return team + "/" + member + "/" + from;
    }

    static Registered after(Registered before, List<RegistrationRow> rows) {
        long households = before.households;
        Map<String, Long> charges = new TreeMap<>(before.charges);
        for (RegistrationRow row : rows) {
            households += row.sign();
            if (row.charge != null) {
                charges.merge(row.charge, (long) row.sign(), Long::sum);
            }
        }
        charges.values().removeIf(count -> count == 0);
        return new Registered(households, charges);
    }
}
