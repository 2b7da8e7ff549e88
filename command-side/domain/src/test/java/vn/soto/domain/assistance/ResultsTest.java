package vn.soto.domain.assistance;

import static vn.soto.domain.assistance.AssistanceRule.ASSISTANCE_IS_NOT_VOIDED;
import static vn.soto.domain.assistance.AssistanceRule.RESULTS_CHANGE_SOMETHING;
import static vn.soto.domain.assistance.AssistanceRule.RESULT_IS_PLAUSIBLE;
import static vn.soto.domain.assistance.AssistanceRule.RESULT_IS_TOLD_ONCE_FOR_EACH_KIND;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceResultsStated;
import vn.soto.contracts.assistance.AssistanceResult;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.ResultKind;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.assistance.AssistanceCommand.StateAssistanceResults;
import vn.soto.domain.assistance.AssistanceCommand.VoidAssistance;

/** Results of help, told with the record or later. */
final class ResultsTest extends SampleCommune {

    private static final AssistanceResult CONFIRMED = new AssistanceResult(ResultKind.SKILLS_CONFIRMED, 1);
    private static final AssistanceResult ACCOUNTS = new AssistanceResult(ResultKind.PAYMENT_ACCOUNT, 2);

    private final Scenario scenario = Scenario.at(NOW).given(units()).given(formTeam(), register(HOUSEHOLD, HAMLET));

    private static RecordAssistance record(@Nullable List<AssistanceResult> results) {
        return new RecordAssistance(
                ASSISTANCE,
                TEAM,
                HOUSEHOLD,
                null,
                null,
                List.of(LAN),
                null,
                new AssistanceContent(
                        List.of(VNEID), Channel.HOME_VISIT, Mode.SELF_PERFORMED, at(TODAY.minusDays(1), "09:00")),
                null,
                null,
                results);
    }

    private static StateAssistanceResults told(AssistanceResult... results) {
        return new StateAssistanceResults(ASSISTANCE, List.of(results));
    }

    private static AssistanceResultsStated stated(AssistanceResult... results) {
        return new AssistanceResultsStated(ASSISTANCE, TEAM, Beneficiary.of(HOUSEHOLD, HAMLET), List.of(results));
    }

    @Test
    void areToldLaterAndAnewAndTakenBack() {
        scenario.given(record(null));
        scenario.when(told(CONFIRMED, ACCOUNTS)).decides(stated(ACCOUNTS, CONFIRMED));
        scenario.when(told(ACCOUNTS, CONFIRMED)).isRefusedBy(RESULTS_CHANGE_SOMETHING);
        scenario.when(told(ACCOUNTS)).decides(stated(ACCOUNTS));
        scenario.when(told()).decides(stated());
    }

    @Test
    void areToldWithTheRecord() {
        scenario.given(record(List.of(CONFIRMED)));
        scenario.when(told(CONFIRMED)).isRefusedBy(RESULTS_CHANGE_SOMETHING);
        scenario.when(told(new AssistanceResult(ResultKind.SKILLS_CONFIRMED, 0)))
                .decides(stated(new AssistanceResult(ResultKind.SKILLS_CONFIRMED, 0)));
    }

    @Test
    void haveOnePlausibleNumberOfAKind() {
        scenario.when(record(List.of(CONFIRMED, CONFIRMED))).isRefusedBy(RESULT_IS_TOLD_ONCE_FOR_EACH_KIND);
        scenario.when(record(List.of(new AssistanceResult(ResultKind.ONLINE_SHOP, -1))))
                .isRefusedBy(RESULT_IS_PLAUSIBLE, 200);
        scenario.given(record(null));
        scenario.when(told(new AssistanceResult(ResultKind.ONLINE_SHOP, 201))).isRefusedBy(RESULT_IS_PLAUSIBLE, 200);
    }

    @Test
    void areThoseOfARecordThatCounts() {
        scenario.given(record(null), new VoidAssistance(ASSISTANCE, "Ghi nhầm hộ khác"));
        scenario.when(told(CONFIRMED)).isRefusedBy(ASSISTANCE_IS_NOT_VOIDED);
        scenario.when(told()).isRefusedBy(ASSISTANCE_IS_NOT_VOIDED);
    }
}
