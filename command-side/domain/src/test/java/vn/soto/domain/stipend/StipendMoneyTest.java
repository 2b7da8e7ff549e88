package vn.soto.domain.stipend;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.contracts.stipend.StipendFindingKind.CEILING_OF_THE_YEAR_REACHED;
import static vn.soto.contracts.stipend.StipendFindingKind.CEILING_REACHED;
import static vn.soto.contracts.stipend.StipendFindingKind.DAY_IN_A_CAMPAIGN_TOO;
import static vn.soto.domain.stipend.MobilisationRule.MOBILISATION_IS_RECORDED_ONCE;
import static vn.soto.domain.stipend.MobilisationRule.MOBILISED_CAMPAIGN_RUNS_ON_THE_DAY;
import static vn.soto.domain.stipend.StipendPolicyRule.STIPEND_CAMPAIGN_AND_UNIT_ARE_NAMED_ONCE;
import static vn.soto.domain.stipend.StipendPolicyRule.STIPEND_MULTIPLIER_IS_PLAUSIBLE;
import static vn.soto.domain.stipend.StipendPolicyRule.STIPEND_RATES_ARE_PLAUSIBLE;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.goal.Bound;
import vn.soto.contracts.goal.CampaignId;
import vn.soto.contracts.goal.Goal;
import vn.soto.contracts.goal.IndicatorGoal;
import vn.soto.contracts.goal.Measure;
import vn.soto.contracts.stipend.CampaignRate;
import vn.soto.contracts.stipend.Shift;
import vn.soto.contracts.stipend.StipendContent;
import vn.soto.contracts.stipend.StipendFinding;
import vn.soto.contracts.stipend.StipendLine;
import vn.soto.contracts.stipend.StipendPeriod;
import vn.soto.contracts.stipend.StipendScheme;
import vn.soto.contracts.stipend.StipendSpan;
import vn.soto.contracts.stipend.StipendStatementEvent.StipendStatementComputed;
import vn.soto.contracts.stipend.StipendTerms;
import vn.soto.contracts.stipend.UnitMultiplier;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.FixedFigures;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.goal.CampaignCommand.PlanCampaign;
import vn.soto.domain.stipend.MobilisationCommand.RecordMobilisation;
import vn.soto.domain.stipend.StipendPolicyCommand.AdoptStipendPolicy;
import vn.soto.domain.stipend.StipendStatementCommand.ComputeStipendStatement;

/** Money as provinces decide it: by the year, with ceilings, factors of communes and rates of campaigns. */
final class StipendMoneyTest extends SampleCommune {

    private static final StipendPeriod JUNE = StipendPeriod.parse("2026-06");
    private static final LocalDate DAY = LocalDate.of(2026, 6, 13);
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final CampaignId LISTS = new CampaignId("campaign-lists");

    private final Scenario scenario = Scenario.at(at(LocalDate.of(2026, 7, 5), "09:30"))
            .whereReportsRead(new FixedFigures().with(COMMUNE, TEAM))
            .given(units())
            .given(formTeam(), register(HOUSEHOLD, HAMLET), record(at(DAY, "09:00"), LAN))
            .given(new PlanCampaign(
                    LISTS,
                    PROVINCE,
                    "Chuẩn hóa dữ liệu",
                    LocalDate.of(2026, 6, 1),
                    LocalDate.of(2026, 6, 30),
                    List.of(new IndicatorGoal("H05", new Goal(Bound.AT_LEAST, 1, Measure.COUNT))),
                    null))
            .as("can-bo-1");

    private static AdoptStipendPolicy rates(StipendTerms terms) {
        return new AdoptStipendPolicy(terms, signedOn(JANUARY), JANUARY);
    }

    private static StipendTerms terms(
            @Nullable Long most, @Nullable List<CampaignRate> campaigns, @Nullable List<UnitMultiplier> factors) {
        return new StipendTerms(
                StipendScheme.PER_MEMBER, 60_000, 150_000, 200_000, 15, null, most, null, campaigns, factors);
    }

    private static RecordMobilisation day(LocalDate day, @Nullable CampaignId campaign) {
        return new RecordMobilisation(TEAM, LAN, day, Shift.DAY, signedOn(DAY.minusDays(9)), campaign);
    }

    private StipendContent june() {
        return ((StipendStatementComputed) scenario.send(new ComputeStipendStatement(COMMUNE, JUNE, null))
                        .getFirst())
                .content();
    }

    private static StipendLine line(StipendContent content, @Nullable MemberId member) {
        return content.lines().stream()
                .filter(line -> Objects.equals(line.member(), member))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLumpSumOfTheYearIsPaidInTwelfthsThatAddUp() {
        StipendTerms yearly =
                new StipendTerms(StipendScheme.PER_TEAM, 1_000_000, 0, 0, 15, StipendSpan.YEAR, null, null, null, null);
        assertThat(IntStream.rangeClosed(1, 12)
                        .mapToLong(month -> yearly.lumpSum(YearMonth.of(2026, month)))
                        .sum())
                .isEqualTo(1_000_000);
        scenario.given(rates(yearly));
        assertThat(line(june(), null).amount()).isEqualTo(1_000_000 * 6 / 12 - 1_000_000 * 5 / 12);
    }

    @Test
    void moreThanTheCeilingIsFoundAndNotPaid() {
        scenario.given(rates(terms(250_000L, null, null)), day(DAY, null), day(DAY.plusDays(1), null));
        StipendContent content = june();
        assertThat(line(content, LAN).amount()).isEqualTo(250_000);
        assertThat(line(content, LAN).days()).hasSize(2);
        assertThat(line(content, HUNG).amount()).isEqualTo(60_000);
        assertThat(content.findings())
                .containsExactly(new StipendFinding(CEILING_REACHED, TEAM, LAN, JUNE.firstDay(), null, null));
    }

    private StipendContent of(String period) {
        return ((StipendStatementComputed)
                        scenario.send(new ComputeStipendStatement(COMMUNE, StipendPeriod.parse(period), null))
                                .getFirst())
                .content();
    }

    /** April and June are paid before May: of 200,000 a year 60,000 are left for June's 210,000, and nothing for May. */
    @Test
    void aCeilingOfTheYearIsOneOfAllItsStatements() {
        scenario.given(
                rates(new StipendTerms(
                        StipendScheme.PER_MEMBER, 60_000, 80_000, 0, 15, null, null, 200_000L, null, null)),
                day(LocalDate.of(2026, 4, 20), null),
                day(DAY, null),
                day(DAY.plusDays(1), null));
        assertThat(line(of("2026-04"), LAN).amount()).isEqualTo(140_000);
        StipendContent june = june();
        assertThat(line(june, LAN).amount()).isEqualTo(60_000);
        assertThat(line(june, LAN).days()).hasSize(2);
        assertThat(line(june, HUNG).amount()).isEqualTo(60_000);
        assertThat(june.findings())
                .contains(new StipendFinding(CEILING_OF_THE_YEAR_REACHED, TEAM, LAN, null, null, null));
        assertThat(line(of("2026-05"), LAN).amount()).isZero();
    }

    /** Of 700,000 a year two months of 300,000 leave 100,000 for the third; days are paid out of that. */
    @Test
    void aCeilingOfTheYearIsOneOfTheLumpSumsOfATeam() {
        scenario.given(
                rates(new StipendTerms(
                        StipendScheme.PER_TEAM, 300_000, 50_000, 0, 15, null, null, 700_000L, null, null)),
                day(DAY, null));
        assertThat(line(of("2026-04"), null).amount()).isEqualTo(300_000);
        assertThat(line(of("2026-05"), null).amount()).isEqualTo(300_000);
        StipendContent june = june();
        assertThat(line(june, null).amount()).isEqualTo(50_000);
        assertThat(line(june, LAN).amount()).isEqualTo(50_000);
        assertThat(june.findings())
                .contains(new StipendFinding(CEILING_OF_THE_YEAR_REACHED, TEAM, null, null, null, null));
    }

    @Test
    void theRatesOfACommuneAreTheProvincesTimesItsFactor() {
        scenario.given(
                rates(terms(
                        null,
                        null,
                        List.of(new UnitMultiplier(COMMUNE, 150), new UnitMultiplier(new UnitId("u-else"), 300)))),
                day(DAY, null));
        assertThat(line(june(), LAN).amount()).isEqualTo(90_000 + 225_000);
    }

    @Test
    void aDayInTheListOfACampaignHasItsRate() {
        scenario.given(rates(terms(null, List.of(new CampaignRate(LISTS, 200_000)), null)), day(DAY, LISTS));
        assertThat(line(june(), LAN).amount()).isEqualTo(60_000 + 200_000);
    }

    @Test
    void theSamePersonAndDayInBothIsFoundAndCountsOnce() {
        scenario.given(
                rates(terms(null, List.of(new CampaignRate(LISTS, 200_000)), null)), day(DAY, null), day(DAY, LISTS));
        StipendContent content = june();
        assertThat(line(content, LAN).amount()).isEqualTo(60_000 + 200_000);
        assertThat(line(content, LAN).days()).containsExactly(DAY);
        assertThat(content.findings())
                .containsExactly(new StipendFinding(DAY_IN_A_CAMPAIGN_TOO, TEAM, LAN, DAY, null, null));
    }

    @Test
    void aListIsOfACampaignThatRunsAndNamesAPersonOnceForADay() {
        scenario.when(day(LocalDate.of(2026, 5, 31), LISTS))
                .isRefusedBy(MOBILISED_CAMPAIGN_RUNS_ON_THE_DAY, LocalDate.of(2026, 5, 31));
        scenario.given(day(DAY, LISTS));
        scenario.when(day(DAY, LISTS)).isRefusedBy(MOBILISATION_IS_RECORDED_ONCE, DAY);
    }

    @Test
    void ratesFactorsAndNamesArePlausible() {
        scenario.when(rates(terms(10_000_000L, null, null))).isRefusedBy(STIPEND_RATES_ARE_PLAUSIBLE, 9_999_999L);
        scenario.when(rates(terms(null, null, List.of(new UnitMultiplier(COMMUNE, 301)))))
                .isRefusedBy(STIPEND_MULTIPLIER_IS_PLAUSIBLE, 10, 300);
        scenario.when(rates(terms(null, List.of(new CampaignRate(LISTS, 1), new CampaignRate(LISTS, 2)), null)))
                .isRefusedBy(STIPEND_CAMPAIGN_AND_UNIT_ARE_NAMED_ONCE);
    }
}
