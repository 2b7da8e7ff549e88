package vn.soto.contracts.stipend;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.goal.CampaignId;
import vn.soto.contracts.unit.UnitId;

/**
 * The rates that a decision of the province sets, in whole đồng.
 *
 * @param perMonth     lump sum of a month or year, for a member or a team, as span and scheme say
 * @param perDay       for a person and day of mobilisation
 * @param perNight     for a person and night of mobilisation
 * @param fewestDays   days of a month on which a member can act for the month to count
 * @param span         time for which the lump sum is told; absent means a month
 * @param mostPerMonth most that a member gets of a month, lump sum and days together; absent if nothing limits it
 * @param mostPerYear  most that a member, or a team by its lump sums, gets of a calendar year in all statements; absent if
 *     nothing limits it
 * @param campaigns    rates of campaigns; absent if there are none
 * @param multipliers  of communes whose rates differ; absent if there are none
 */
public record StipendTerms(
        StipendScheme scheme,
        long perMonth,
        long perDay,
        long perNight,
        int fewestDays,
        @Nullable StipendSpan span,
        @Nullable Long mostPerMonth,
        @Nullable Long mostPerYear,
        @Nullable List<CampaignRate> campaigns,
        @Nullable List<UnitMultiplier> multipliers) {

    private static final int MONTHS = 12;
    private static final int WHOLE = 100;

    /** Lump sums of months, without ceiling, campaigns and multipliers. */
    public StipendTerms(StipendScheme scheme, long perMonth, long perDay, long perNight, int fewestDays) {
        this(scheme, perMonth, perDay, perNight, fewestDays, null, null, null, null, null);
    }

    /** The rate of a mobilisation. */
    public long of(Shift shift) {
        return switch (shift) {
            case DAY -> perDay;
            case NIGHT -> perNight;
        };
    }

    /** The rate of a mobilisation, or that of the campaign in whose list it is if the decision has one. */
    public long of(Shift shift, @Nullable CampaignId campaign) {
        return campaignRates().stream()
                .filter(rate -> rate.campaign().equals(campaign))
                .map(CampaignRate::perDay)
                .findFirst()
                .orElseGet(() -> of(shift));
    }

    /** The lump sum that is of a month. */
    public long lumpSum(YearMonth month) {
        int number = month.getMonthValue();
        return span == StipendSpan.YEAR ? perMonth * number / MONTHS - perMonth * (number - 1) / MONTHS : perMonth;
    }

    /** Of the amounts of a month what is paid. */
    public long limited(long amount) {
        return mostPerMonth == null ? amount : Math.min(amount, mostPerMonth);
    }

    /** Of an amount what is paid after what the year has paid before. */
    long limitedByYear(long amount, long before) {
        return mostPerYear == null ? amount : Math.min(amount, Math.max(0, mostPerYear - before));
    }

    public List<CampaignRate> campaignRates() {
        return Objects.requireNonNullElse(campaigns, List.of());
    }

    public List<UnitMultiplier> unitMultipliers() {
        return Objects.requireNonNullElse(multipliers, List.of());
    }

    /** The rates of a commune, in whole đồng; a ceiling is that of the decision. */
    public StipendTerms in(UnitId unit) {
        int factor = unitMultipliers().stream()
                .filter(each -> each.unit().equals(unit))
                .mapToInt(UnitMultiplier::hundredths)
                .findFirst()
                .orElse(WHOLE);
        return new StipendTerms(
                scheme,
                perMonth * factor / WHOLE,
                perDay * factor / WHOLE,
                perNight * factor / WHOLE,
                fewestDays,
                span,
                mostPerMonth,
                mostPerYear,
                campaignRates().stream()
                        .map(rate -> new CampaignRate(rate.campaign(), rate.perDay() * factor / WHOLE))
                        .toList(),
                null);
    }
}
