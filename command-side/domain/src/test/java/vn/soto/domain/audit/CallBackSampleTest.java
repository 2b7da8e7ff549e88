package vn.soto.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.assistance.AssistanceRule.ASSISTANCE_IS_NOT_VOIDED;
import static vn.soto.domain.assistance.AssistanceRule.VERIFIER_IS_NONE_OF_THE_HELPERS;
import static vn.soto.domain.audit.CallBackSampleRule.ACCOUNT_THAT_RECORDS_A_CALL_BACK_IS_NO_HELPERS;
import static vn.soto.domain.audit.CallBackSampleRule.CALLED_BACK_RECORD_IS_IN_THE_SAMPLE;
import static vn.soto.domain.audit.CallBackSampleRule.CALL_BACK_SAMPLE_HAS_A_USUAL_SIZE;
import static vn.soto.domain.audit.CallBackSampleRule.CALL_BACK_SAMPLE_IS_OF_SOME_BUT_NOT_TOO_MANY_RECORDS;
import static vn.soto.domain.audit.CallBackSampleRule.DETECTOR_IS_NAMED_WITH_VERSION_AND_RECORDS;
import static vn.soto.domain.audit.CallBackSampleRule.NAMED_RECORDS_ARE_NOT_TOO_MANY;
import static vn.soto.domain.audit.CallBackSampleRule.NAMED_RECORD_COUNTS_IN_THE_QUARTER;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.audit.CallBackDraw;
import vn.soto.contracts.audit.CallBackSampleEvent.CallBackAnswered;
import vn.soto.contracts.audit.CallBackSampleEvent.CallBackSampleDrawn;
import vn.soto.contracts.audit.CallBackSampleId;
import vn.soto.contracts.audit.CallBackSelection;
import vn.soto.contracts.audit.FrameRecord;
import vn.soto.contracts.period.DaysOfQuarter;
import vn.soto.contracts.period.LateCounting;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.FixedFigures;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.access.AccessCommand.LinkAccount;
import vn.soto.domain.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.domain.audit.CallBackSampleCommand.DrawCallBackSample;
import vn.soto.domain.audit.CallBackSampleCommand.RecordCallBack;
import vn.soto.domain.period.PeriodCommand.AdoptReportingCalendar;

final class CallBackSampleTest extends SampleCommune {

    private static final Quarter QUARTER = new Quarter(2026, 3);
    private static final CallBackSampleId SAMPLE = new CallBackSampleId("sample-1");
    private static final MemberId CALLER = new MemberId("caller");
    private static final AssistanceId OTHER = new AssistanceId("a-other");
    private static final FrameRecord HELP = new FrameRecord(ASSISTANCE, TEAM, HUNG);
    private static final FrameRecord OTHER_HELP = new FrameRecord(OTHER, TEAM, LAN);
    private static final String SEED = "ab".repeat(32);

    private int samples;

    private final Scenario scenario = Scenario.at(NOW)
            .given(units())
            .given(formTeam(), register(HOUSEHOLD, HAMLET), assignTo(HUNG), record(NOW, HUNG))
            .whereReportsRead(new FixedFigures().with(COMMUNE, HELP, OTHER_HELP));

    private static DrawCallBackSample draw(Integer size, CallBackSelection selection, AssistanceId... records) {
        return new DrawCallBackSample(SAMPLE, COMMUNE, QUARTER, size, selection, List.of(records), null);
    }

    private static CallBackSampleDrawn drawn(
            CallBackSelection selection, @Nullable List<AssistanceId> records, int size, List<FrameRecord> drawnFrom) {
        return new CallBackSampleDrawn(
                SAMPLE,
                COMMUNE,
                QUARTER,
                selection,
                records,
                1,
                size,
                CallBackDraw.draw(SEED, size, drawnFrom),
                SEED,
                7,
                QuarterCalendar.CALENDAR.days(QUARTER));
    }

    @Nested
    final class Drawing {

        @Test
        void isDoneByTheLedgerFromEachMembersRecords() {
            scenario.when(new DrawCallBackSample(SAMPLE, COMMUNE, QUARTER, null, null, null, null))
                    .decides(drawn(CallBackSelection.ALL, null, 30, List.of(OTHER_HELP, HELP)));
        }

        @Test
        void isFromTheRecordsOfAFindingIfTheyAreNamed() {
            CallBackSelection finding = new CallBackSelection(TEAM, "BURST_OF_HELP", 1, "team-1.2026-Q3.00ff");
            scenario.when(draw(40, finding, OTHER)).decides(drawn(finding, List.of(OTHER), 40, List.of(OTHER_HELP)));
        }

        /** Its authority may have another calendar; whoever draws chooses the days, and the sample says them. */
        @Test
        void isOfTheReportingPeriodOrOfTheCalendarQuarter() {
            scenario.given(new AdoptReportingCalendar(
                    COMMUNE,
                    QuarterCalendar.ADMINISTRATIVE,
                    2,
                    LateCounting.AMENDMENT,
                    signedOn(FOUNDED),
                    new Quarter(2026, 3)));
            assertThat(drawnOn(null))
                    .isEqualTo(new QuarterDays(QUARTER, LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 14)));
            assertThat(drawnOn(DaysOfQuarter.REPORTING)).isEqualTo(drawnOn(null));
            assertThat(drawnOn(DaysOfQuarter.CALENDAR)).isEqualTo(QuarterCalendar.CALENDAR.days(QUARTER));
        }

        private @Nullable QuarterDays drawnOn(@Nullable DaysOfQuarter days) {
            CallBackSampleId next = new CallBackSampleId("sample-" + samples++);
            return ((CallBackSampleDrawn)
                            scenario.send(new DrawCallBackSample(next, COMMUNE, QUARTER, null, null, null, days))
                                    .getFirst())
                    .quarterDays();
        }

        @Test
        void refusesASizeThatSaysNothingAndOneThatNobodyCalls() {
            scenario.when(draw(29, CallBackSelection.ALL)).isRefusedBy(CALL_BACK_SAMPLE_HAS_A_USUAL_SIZE, 30, 500);
            scenario.when(draw(501, CallBackSelection.ALL)).isRefusedBy(CALL_BACK_SAMPLE_HAS_A_USUAL_SIZE, 30, 500);
        }

        @Test
        void refusesRecordsOfOtherQuartersAndNone() {
            scenario.when(draw(30, CallBackSelection.ALL, new AssistanceId("a-elsewhere")))
                    .isRefusedBy(NAMED_RECORD_COUNTS_IN_THE_QUARTER, "a-elsewhere");
            scenario.when(draw(30, CallBackSelection.ALL))
                    .isRefusedBy(CALL_BACK_SAMPLE_IS_OF_SOME_BUT_NOT_TOO_MANY_RECORDS, 20_000);
            scenario.when(new DrawCallBackSample(
                            SAMPLE,
                            COMMUNE,
                            QUARTER,
                            30,
                            new CallBackSelection(new TeamId("team-elsewhere"), null, null, null),
                            null,
                            null))
                    .isRefusedBy(CALL_BACK_SAMPLE_IS_OF_SOME_BUT_NOT_TOO_MANY_RECORDS, 20_000);
            scenario.when(draw(
                            30,
                            CallBackSelection.ALL,
                            IntStream.range(0, 2_001)
                                    .mapToObj(each -> new AssistanceId("a-" + each))
                                    .toArray(AssistanceId[]::new)))
                    .isRefusedBy(NAMED_RECORDS_ARE_NOT_TOO_MANY, 2_000);
        }

        @Test
        void namesADetectorWithItsVersionAndItsRecords() {
            List<CallBackSelection> unsound = List.of(
                    new CallBackSelection(null, "BURST_OF_HELP", null, null),
                    new CallBackSelection(null, "burst", 1, null),
                    new CallBackSelection(null, "BURST_OF_HELP", 0, null),
                    new CallBackSelection(null, "BURST_OF_HELP", 1, "không phải mã"),
                    new CallBackSelection(null, null, 1, null),
                    new CallBackSelection(null, null, null, "team-1.2026-Q3.00ff"));
            for (CallBackSelection selection : unsound) {
                scenario.when(draw(30, selection, OTHER)).isRefusedBy(DETECTOR_IS_NAMED_WITH_VERSION_AND_RECORDS);
            }
            scenario.when(new DrawCallBackSample(
                            SAMPLE,
                            COMMUNE,
                            QUARTER,
                            30,
                            new CallBackSelection(null, "BURST_OF_HELP", 1, null),
                            null,
                            null))
                    .isRefusedBy(DETECTOR_IS_NAMED_WITH_VERSION_AND_RECORDS);
        }
    }

    @Nested
    final class Calling {

        private final Scenario drawn = scenario.given(draw(30, CallBackSelection.ALL, ASSISTANCE));

        private static RecordCallBack call(AssistanceId record, MemberId by, Verification result) {
            return new RecordCallBack(SAMPLE, record, by, result, NOW);
        }

        private static AssistanceVerified verified(Verification result) {
            return new AssistanceVerified(ASSISTANCE, TEAM, Beneficiary.of(HOUSEHOLD, HAMLET), CALLER, result, NOW);
        }

        private static CallBackAnswered answered(Verification result) {
            return new CallBackAnswered(SAMPLE, COMMUNE, ASSISTANCE, CALLER, result, NOW);
        }

        @Test
        void verifiesTheRecordInTheSameCommitAndTakesNothingAway() {
            drawn.when(call(ASSISTANCE, CALLER, Verification.DENIED))
                    .decides(verified(Verification.DENIED), answered(Verification.DENIED));
        }

        @Test
        void mayBeTriedAgain() {
            drawn.given(call(ASSISTANCE, CALLER, Verification.NOT_REACHED))
                    .when(call(ASSISTANCE, CALLER, Verification.CONFIRMED))
                    .decides(verified(Verification.CONFIRMED), answered(Verification.CONFIRMED));
        }

        @Test
        void isAboutARecordOfTheSampleThatStands() {
            drawn.when(call(OTHER, CALLER, Verification.CONFIRMED))
                    .isRefusedBy(CALLED_BACK_RECORD_IS_IN_THE_SAMPLE, OTHER.value());
            drawn.given(new VoidAssistance(ASSISTANCE, "Ghi nhầm hộ"))
                    .when(call(ASSISTANCE, CALLER, Verification.CONFIRMED))
                    .isRefusedBy(ASSISTANCE_IS_NOT_VOIDED);
        }

        @Test
        void isNotDoneByWhoHelped() {
            drawn.when(call(ASSISTANCE, HUNG, Verification.CONFIRMED)).isRefusedBy(VERIFIER_IS_NONE_OF_THE_HELPERS);
            drawn.given(new LinkAccount(new AccountId("hung"), HUNG, null, FOUNDED, "Tài khoản của Hùng"))
                    .as("hung")
                    .when(call(ASSISTANCE, CALLER, Verification.CONFIRMED))
                    .isRefusedBy(ACCOUNT_THAT_RECORDS_A_CALL_BACK_IS_NO_HELPERS);
        }
    }
}
