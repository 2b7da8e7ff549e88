package vn.soto.domain.stipend;

import static vn.soto.domain.stipend.StipendPolicyRule.STIPEND_MONTH_COUNTS_FROM_1_TO_28_DAYS;
import static vn.soto.domain.stipend.StipendPolicyRule.STIPEND_POLICY_STARTS_WITH_A_MONTH;
import static vn.soto.domain.stipend.StipendPolicyRule.STIPEND_POLICY_TO_WITHDRAW_IS_ADOPTED;
import static vn.soto.domain.stipend.StipendPolicyRule.STIPEND_RATES_ARE_PLAUSIBLE;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.stipend.StipendPolicyEvent.StipendPolicyAdopted;
import vn.soto.contracts.stipend.StipendPolicyEvent.StipendPolicyWithdrawn;
import vn.soto.contracts.stipend.StipendScheme;
import vn.soto.contracts.stipend.StipendTerms;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.stipend.StipendPolicyCommand.AdoptStipendPolicy;
import vn.soto.domain.stipend.StipendPolicyCommand.WithdrawStipendPolicy;

final class StipendPolicyTest extends SampleCommune {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final Instrument DECISION = signedOn(LocalDate.of(2025, 12, 8));

    private final Scenario scenario = Scenario.at(NOW);

    private static AdoptStipendPolicy from(LocalDate day, long perMonth, int fewestDays) {
        return new AdoptStipendPolicy(terms(perMonth, fewestDays), DECISION, day);
    }

    private static StipendTerms terms(long perMonth, int fewestDays) {
        return new StipendTerms(StipendScheme.PER_MEMBER, perMonth, 150_000, 200_000, fewestDays);
    }

    @Test
    void isAdoptedInVersionsFromTheFirstDayOfAMonth() {
        scenario.when(from(JANUARY, 60_000, 15))
                .decides(new StipendPolicyAdopted(1, terms(60_000, 15), DECISION, JANUARY));
        scenario.when(from(JANUARY.plusMonths(3), 80_000, 15))
                .decides(new StipendPolicyAdopted(2, terms(80_000, 15), DECISION, JANUARY.plusMonths(3)));
        scenario.when(from(JANUARY.plusMonths(3).plusDays(1), 70_000, 15))
                .isRefusedBy(STIPEND_POLICY_STARTS_WITH_A_MONTH);
    }

    @Test
    void aMistypedYearBlocksNothingAndIsTakenBack() {
        LocalDate mistyped = JANUARY.plusYears(36);
        scenario.given(from(mistyped, 60_000, 15));
        scenario.when(from(JANUARY, 60_000, 15))
                .decides(new StipendPolicyAdopted(2, terms(60_000, 15), DECISION, JANUARY));
        WithdrawStipendPolicy withdrawal = new WithdrawStipendPolicy(1, "gõ nhầm năm");
        scenario.when(withdrawal).decides(new StipendPolicyWithdrawn(1));
        scenario.when(withdrawal).isRefusedBy(STIPEND_POLICY_TO_WITHDRAW_IS_ADOPTED, 1);
        scenario.when(from(mistyped, 90_000, 15))
                .decides(new StipendPolicyAdopted(3, terms(90_000, 15), DECISION, mistyped));
    }

    @Test
    void hasPlausibleRates() {
        scenario.when(from(JANUARY, -1, 15)).isRefusedBy(STIPEND_RATES_ARE_PLAUSIBLE, 9_999_999L);
        scenario.when(from(JANUARY, 10_000_000, 15)).isRefusedBy(STIPEND_RATES_ARE_PLAUSIBLE, 9_999_999L);
        scenario.when(from(JANUARY, 60_000, 0)).isRefusedBy(STIPEND_MONTH_COUNTS_FROM_1_TO_28_DAYS);
        scenario.when(from(JANUARY, 60_000, 29)).isRefusedBy(STIPEND_MONTH_COUNTS_FROM_1_TO_28_DAYS);
    }
}
