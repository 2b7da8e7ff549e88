package vn.soto.query.activity;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.ServiceCategory;
import vn.soto.contracts.assistance.Verification;

/**
 * Counts that can be added over units.
 *
 * @param assistances    records of help
 * @param households     distinct households helped; a household lives in one residential unit, so this count can be
 *                       added too
 * @param byService      records by category; a record with services of several categories counts once in each
 * @param byChannel      adds up to {@code assistances}
 * @param byMode         adds up to {@code assistances}
 * @param businesses     distinct businesses helped
 * @param late           records entered later than the policy allows without giving a reason
 * @param byBeneficiary  adds up to {@code assistances}
 * @param byOutcome      adds up to {@code assistances}
 * @param byVerification records whose beneficiaries were called back, by the last result
 * @param byCode         records by service of the catalogue; only services that occur
 */
public record Totals(
        long assistances,
        long households,
        Map<String, Long> byService,
        Map<String, Long> byChannel,
        Map<String, Long> byMode,
        long businesses,
        long late,
        Map<String, Long> byBeneficiary,
        Map<String, Long> byOutcome,
        Map<String, Long> byVerification,
        Map<String, Long> byCode) {

    static final Totals NONE =
            new Totals(0, 0, Map.of(), Map.of(), Map.of(), 0, 0, Map.of(), Map.of(), Map.of(), Map.of());

    static Totals of(ActivityRow row) {
        ActivityRow.Said said = row.said();
        int sign = row.sign();
        return new Totals(
                sign,
                row.first(Beneficiary.Kind.HOUSEHOLD),
                each(said.categories().stream().map(Enum::name), sign),
                each(Stream.of(said.channel().name()), sign),
                each(Stream.of(said.mode().name()), sign),
                row.first(Beneficiary.Kind.BUSINESS),
                said.late() ? sign : 0,
                each(Stream.of(row.beneficiary().name()), sign),
                each(Stream.of(said.outcome().name()), sign),
                each(Stream.ofNullable(said.verification()).map(Enum::name), sign),
                each(said.services().stream(), sign));
    }

    private static Map<String, Long> each(Stream<String> values, long count) {
        Map<String, Long> counts = new TreeMap<>();
        values.forEach(value -> counts.put(value, count));
        return counts;
    }

    Totals plus(Totals other) {
        return new Totals(
                assistances + other.assistances,
                households + other.households,
                sum(byService, other.byService),
                sum(byChannel, other.byChannel),
                sum(byMode, other.byMode),
                businesses + other.businesses,
                late + other.late,
                sum(byBeneficiary, other.byBeneficiary),
                sum(byOutcome, other.byOutcome),
                sum(byVerification, other.byVerification),
                sum(byCode, other.byCode));
    }

    /** Omits counts of zero, so that equal totals are equal objects. */
    private static Map<String, Long> sum(Map<String, Long> a, Map<String, Long> b) {
        Map<String, Long> sum = new TreeMap<>(a);
        b.forEach((key, value) -> sum.merge(key, value, (x, y) -> x + y == 0 ? null : Long.valueOf(x + y)));
        return sum;
    }

    /** Adds a zero for every value that does not occur, in the order of the definitions. */
    Totals complete() {
        return new Totals(
                assistances,
                households,
                all(ServiceCategory.values(), byService),
                all(Channel.values(), byChannel),
                all(Mode.values(), byMode),
                businesses,
                late,
                all(Beneficiary.Kind.values(), byBeneficiary),
                all(AssistanceOutcome.values(), byOutcome),
                all(Verification.values(), byVerification),
                byCode);
    }

    private static Map<String, Long> all(Enum<?>[] values, Map<String, Long> counts) {
        Map<String, Long> all = new LinkedHashMap<>();
        Arrays.stream(values).forEach(value -> all.put(value.name(), counts.getOrDefault(value.name(), 0L)));
        return all;
    }
}
