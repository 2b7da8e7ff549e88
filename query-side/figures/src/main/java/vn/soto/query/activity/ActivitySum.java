package vn.soto.query.activity;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.query.assistance.Assistance.Said;

/** A running sum of help given: mutable, converted once into {@link Totals}. Not thread-safe. */
final class ActivitySum {

    private long assistances;
    private long households;
    private long businesses;
    private long late;
    private final Counts<ServiceCategory> categories = new Counts<>(ServiceCategory.values());
    private final Counts<Channel> channels = new Counts<>(Channel.values());
    private final Counts<Mode> modes = new Counts<>(Mode.values());
    private final Counts<Beneficiary.Kind> beneficiaries = new Counts<>(Beneficiary.Kind.values());
    private final Counts<AssistanceOutcome> outcomes = new Counts<>(AssistanceOutcome.values());
    private final Counts<Verification> verifications = new Counts<>(Verification.values());
    private final Map<String, Count> codes = new HashMap<>();

    /** The totals after these rows. */
    static Totals after(Totals before, List<ActivityRow> rows) {
        ActivitySum sum = new ActivitySum();
        sum.add(before);
        rows.forEach(sum::add);
        return sum.totals();
    }

    static ActivitySum of(Collection<Totals> all) {
        ActivitySum sum = new ActivitySum();
        all.forEach(sum::add);
        return sum;
    }

    void add(ActivityRow row) {
        Said said = row.said();
        int sign = row.sign();
        assistances += sign;
        households += row.first(Beneficiary.Kind.HOUSEHOLD);
        businesses += row.first(Beneficiary.Kind.BUSINESS);
        late += said.late() ? sign : 0;
        said.categories().forEach(category -> categories.add(category, sign));
        channels.add(said.channel(), sign);
        modes.add(said.mode(), sign);
        beneficiaries.add(row.beneficiary(), sign);
        outcomes.add(said.outcome(), sign);
        if (said.verification() != null) {
            verifications.add(said.verification(), sign);
        }
        said.services().forEach(code -> add(code, sign));
    }

    void add(Totals totals) {
        assistances += totals.assistances();
        households += totals.households();
        businesses += totals.businesses();
        late += totals.late();
        categories.add(totals.byService());
        channels.add(totals.byChannel());
        modes.add(totals.byMode());
        beneficiaries.add(totals.byBeneficiary());
        outcomes.add(totals.byOutcome());
        verifications.add(totals.byVerification());
        totals.byCode().forEach(this::add);
    }

    /** Takes away what is counted more than once. */
    void takeAway(boolean ofBusinesses, long times) {
        if (ofBusinesses) {
            businesses -= times;
        } else {
            households -= times;
        }
    }

    void add(ActivitySum other) {
        assistances += other.assistances;
        households += other.households;
        businesses += other.businesses;
        late += other.late;
        categories.add(other.categories);
        channels.add(other.channels);
        modes.add(other.modes);
        beneficiaries.add(other.beneficiaries);
        outcomes.add(other.outcomes);
        verifications.add(other.verifications);
        other.codes.forEach((code, count) -> add(code, count.count));
    }

    private void add(String code, long count) {
        codes.computeIfAbsent(code, c -> new Count()).count += count;
    }

    /** Omits counts of zero, so that equal totals are equal objects. */
    Totals totals() {
        return totals(false);
    }

    /** With a zero for every value that does not occur, in the order of the definitions; of services only those that occur. */
    Totals complete() {
        return totals(true);
    }

    private Totals totals(boolean zeros) {
        Map<String, Long> byCode = new TreeMap<>();
        codes.forEach((code, count) -> {
            if (count.count != 0) {
                byCode.put(code, count.count);
            }
        });
        return new Totals(
                assistances,
                households,
                categories.byName(zeros),
                channels.byName(zeros),
                modes.byName(zeros),
                businesses,
                late,
                beneficiaries.byName(zeros),
                outcomes.byName(zeros),
                verifications.byName(zeros),
                byCode);
    }

    long assistances() {
        return assistances;
    }

    /** Of one service. */
    private static final class Count {
        private long count;
    }

    /** Counts by the constants of an enum. */
    @SuppressWarnings("EnumOrdinal") // places of an array in memory
    private static final class Counts<E extends Enum<E>> {

        private final E[] values;
        private final long[] counts;

        Counts(E[] values) {
            this.values = values;
            this.counts = new long[values.length];
        }

        void add(E value, long count) {
            counts[value.ordinal()] += count;
        }

        void add(Map<String, Long> byName) {
            byName.forEach((name, count) -> add(Enum.valueOf(values[0].getDeclaringClass(), name), count));
        }

        void add(Counts<E> other) {
            for (int i = 0; i < counts.length; i++) {
                counts[i] += other.counts[i];
            }
        }

        Map<String, Long> byName(boolean zeros) {
            Map<String, Long> byName = new LinkedHashMap<>();
            for (E value : values) {
                if (zeros || counts[value.ordinal()] != 0) {
                    byName.put(value.name(), counts[value.ordinal()]);
                }
            }
            return byName;
        }
    }
}
