package vn.soto.query.activity;

import java.util.Map;

/**
 * Counts of a place; an {@link ActivitySum} adds those of several.
 *
 * @param assistances    records of help
 * @param households     distinct households helped, duplicates as their survivor; one helped in several places counts in each
 *                       of them, and once in the unit above
 * @param byService      records by category; a record with services of several categories counts once in each
 * @param byChannel      adds up to {@code assistances}
 * @param byMode         adds up to {@code assistances}
 * @param businesses     distinct businesses helped, in the same way
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
}
