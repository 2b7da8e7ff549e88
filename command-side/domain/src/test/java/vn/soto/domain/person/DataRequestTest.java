package vn.soto.domain.person;

import static vn.soto.domain.person.DataRequestRule.DATA_REQUEST_IS_ABOUT_SOMEBODY_KNOWN;
import static vn.soto.domain.person.DataRequestRule.DATA_REQUEST_IS_ANSWERED_ONCE;
import static vn.soto.domain.person.DataRequestRule.DATA_REQUEST_IS_EXTENDED_IN_TIME;
import static vn.soto.domain.person.DataRequestRule.DATA_REQUEST_IS_EXTENDED_ONCE;
import static vn.soto.domain.person.DataRequestRule.DATA_REQUEST_IS_OPEN;
import static vn.soto.domain.person.DataRequestRule.DATA_REQUEST_STEPS_ARE_IN_ORDER;
import static vn.soto.domain.person.DataRequestRule.DATA_REQUEST_STEP_IS_NOT_IN_THE_FUTURE;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.soto.contracts.assistance.CreditRule;
import vn.soto.contracts.person.DataRequestEvent.DataRequestAnswered;
import vn.soto.contracts.person.DataRequestEvent.DataRequestCarriedOut;
import vn.soto.contracts.person.DataRequestEvent.DataRequestExtended;
import vn.soto.contracts.person.DataRequestEvent.DataRequestFlaggedLate;
import vn.soto.contracts.person.DataRequestEvent.DataRequestReceived;
import vn.soto.contracts.person.DataRequestEvent.DataRequestRefused;
import vn.soto.contracts.person.DataRequestId;
import vn.soto.contracts.person.DataRequestKind;
import vn.soto.contracts.person.DataRequestStep;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.policy.DataRequestTerms;
import vn.soto.contracts.policy.Terms;
import vn.soto.contracts.shared.Flag.Code;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.person.DataRequestCommand.AnswerDataRequest;
import vn.soto.domain.person.DataRequestCommand.CarryOutDataRequest;
import vn.soto.domain.person.DataRequestCommand.ExtendDataRequest;
import vn.soto.domain.person.DataRequestCommand.ReceiveDataRequest;
import vn.soto.domain.person.DataRequestCommand.RefuseDataRequest;
import vn.soto.domain.policy.PolicyCommand.AdoptPolicy;
import vn.soto.domain.shared.Warning;

/** A person's request about their own data is answered and carried out within the law's days. */
final class DataRequestTest extends SampleCommune {

    private static final DataRequestId ASKED = new DataRequestId("dr-1");
    private static final Subject HOME = Subject.of(HOUSEHOLD);

    /** A Thursday. */
    private static final LocalDate RECEIVED = LocalDate.of(2026, 7, 2);

    private static final LocalDate ANSWER_BY = LocalDate.of(2026, 7, 6);
    private static final LocalDate CARRY_OUT_BY = LocalDate.of(2026, 7, 13);

    private final Scenario scenario = Scenario.at(NOW).given(units()).given(formTeam(), register(HOUSEHOLD, HAMLET));

    private static ReceiveDataRequest receive(Subject subject, DataRequestKind kind, boolean thirdParty) {
        return new ReceiveDataRequest(ASKED, subject, kind, thirdParty, RECEIVED);
    }

    private Scenario received() {
        return scenario.given(receive(HOME, DataRequestKind.ACCESS, false));
    }

    /** Days that end on a weekend end on the Monday after. */
    @ParameterizedTest
    @CsvSource({
        "ACCESS, false, 2026-07-13",
        "CORRECTION, false, 2026-07-13",
        "ERASURE, false, 2026-07-22",
        "RESTRICTION, false, 2026-07-17",
        "OBJECTION, false, 2026-07-17",
        "WITHDRAWAL, false, 2026-07-17",
        "WITHDRAWAL, true, 2026-07-22",
        "ACCESS, true, 2026-07-22"
    })
    void theLawsDaysAreCountedFromTheDayOfReceipt(DataRequestKind kind, boolean thirdParty, LocalDate carryOutBy) {
        scenario.when(receive(HOME, kind, thirdParty))
                .decides(new DataRequestReceived(ASKED, HOME, kind, thirdParty, RECEIVED, ANSWER_BY, carryOutBy));
    }

    @Test
    void aProvinceThatPromisesMoreIsHeldToIt() {
        DataRequestTerms quick = new DataRequestTerms(1, 3, 3, 3, 3, 3, 3, 5, 0);
        Terms terms = new Terms(3, 220, 5, 30, 5, CreditRule.EQUAL_SHARES, List.of(), null, null, quick, null);
        scenario.decidedByTwo(new AdoptPolicy(terms, signedOn(FOUNDED), FOUNDED))
                .when(receive(HOME, DataRequestKind.ACCESS, false))
                .decides(new DataRequestReceived(
                        ASKED,
                        HOME,
                        DataRequestKind.ACCESS,
                        false,
                        RECEIVED,
                        LocalDate.of(2026, 7, 3),
                        LocalDate.of(2026, 7, 6)));
    }

    @Test
    void aRequestIsAboutSomebodyWhoIsThere() {
        scenario.when(receive(Subject.parse("household:h-none"), DataRequestKind.ACCESS, false))
                .isAboutSomethingAbsent("household", "h-none");
        scenario.when(receive(Subject.of(BUSINESS), DataRequestKind.ACCESS, false))
                .isAboutSomethingAbsent("business", BUSINESS);
        scenario.when(receive(Subject.parse("request:r-none"), DataRequestKind.ACCESS, false))
                .isAboutSomethingAbsent("support-request", "r-none");
        scenario.when(receive(Subject.of(TUAN), DataRequestKind.ACCESS, false))
                .isRefusedBy(DATA_REQUEST_IS_ABOUT_SOMEBODY_KNOWN);
        scenario.given(receive(Subject.of(LAN), DataRequestKind.ACCESS, false));
    }

    @Test
    void aRequestOfTomorrowIsNotReceivedToday() {
        scenario.when(new ReceiveDataRequest(ASKED, HOME, DataRequestKind.ACCESS, null, TODAY.plusDays(1)))
                .isRefusedBy(DATA_REQUEST_STEP_IS_NOT_IN_THE_FUTURE, TODAY.plusDays(1), TODAY);
    }

    @Test
    void anAnswerInTimeIsNotFlaggedAndOneADayLaterIs() {
        received()
                .when(new AnswerDataRequest(ASKED, ANSWER_BY))
                .decides(new DataRequestAnswered(ASKED, HOME, ANSWER_BY));
        Scenario late = Scenario.at(NOW).given(units()).given(register(HOUSEHOLD, HAMLET));
        late.given(receive(HOME, DataRequestKind.ACCESS, false))
                .when(new AnswerDataRequest(ASKED, ANSWER_BY.plusDays(1)))
                .decides(
                        new DataRequestAnswered(ASKED, HOME, ANSWER_BY.plusDays(1)),
                        new DataRequestFlaggedLate(
                                ASKED, HOME, DataRequestStep.ANSWER, ANSWER_BY, ANSWER_BY.plusDays(1)));
    }

    @Test
    void handingOverTheFileAtOnceIsTheAnswerToo() {
        received()
                .when(new CarryOutDataRequest(ASKED, ANSWER_BY))
                .decides(
                        new DataRequestAnswered(ASKED, HOME, ANSWER_BY),
                        new DataRequestCarriedOut(ASKED, HOME, ANSWER_BY));
    }

    @Test
    void whoeverIsTooLateIsTold() {
        received()
                .given(new AnswerDataRequest(ASKED, RECEIVED))
                .when(new CarryOutDataRequest(ASKED, TODAY))
                .warns(new Warning(Code.DATA_REQUEST_IS_CARRIED_OUT_LATE, List.of(CARRY_OUT_BY, TODAY)));
    }

    @Test
    void aRefusalIsAnAnswerAndEndsTheRequest() {
        received()
                .when(new RefuseDataRequest(ASKED, ANSWER_BY, "NOT_IN_SCOPE"))
                .decides(
                        new DataRequestAnswered(ASKED, HOME, ANSWER_BY),
                        new DataRequestRefused(ASKED, HOME, ANSWER_BY));
        scenario.when(new CarryOutDataRequest(ASKED, TODAY)).isRefusedBy(DATA_REQUEST_IS_OPEN);
        scenario.when(new AnswerDataRequest(ASKED, TODAY)).isRefusedBy(DATA_REQUEST_IS_OPEN);
        scenario.when(new RefuseDataRequest(ASKED, TODAY, "NOT_IN_SCOPE")).isRefusedBy(DATA_REQUEST_IS_OPEN);
        scenario.when(new ExtendDataRequest(ASKED, TODAY, "WORKLOAD")).isRefusedBy(DATA_REQUEST_IS_OPEN);
    }

    @Test
    void thereIsOneAnswerAndStepsComeOneAfterTheOther() {
        received().given(new AnswerDataRequest(ASKED, ANSWER_BY));
        scenario.when(new AnswerDataRequest(ASKED, ANSWER_BY)).isRefusedBy(DATA_REQUEST_IS_ANSWERED_ONCE);
        scenario.when(new CarryOutDataRequest(ASKED, RECEIVED)).isRefusedBy(DATA_REQUEST_STEPS_ARE_IN_ORDER, ANSWER_BY);
    }

    @Test
    void thereIsOneExtensionAndItComesInTime() {
        LocalDate extended = LocalDate.of(2026, 7, 28);
        received();
        scenario.when(new ExtendDataRequest(ASKED, CARRY_OUT_BY.plusDays(1), "WORKLOAD"))
                .isRefusedBy(DATA_REQUEST_IS_EXTENDED_IN_TIME, CARRY_OUT_BY);
        scenario.when(new ExtendDataRequest(ASKED, CARRY_OUT_BY, "WORKLOAD"))
                .decides(new DataRequestExtended(
                        ASKED, HOME, /* extendedOn= */ CARRY_OUT_BY, /* carryOutBy= */ extended));
        scenario.when(new ExtendDataRequest(ASKED, CARRY_OUT_BY, "WORKLOAD"))
                .isRefusedBy(DATA_REQUEST_IS_EXTENDED_ONCE);
        scenario.when(new CarryOutDataRequest(ASKED, extended.plusDays(1)))
                .warns(
                        new Warning(Code.DATA_REQUEST_IS_ANSWERED_LATE, List.of(ANSWER_BY, extended.plusDays(1))),
                        new Warning(Code.DATA_REQUEST_IS_CARRIED_OUT_LATE, List.of(extended, extended.plusDays(1))));
    }
}
