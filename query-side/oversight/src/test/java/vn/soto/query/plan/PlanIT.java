package vn.soto.query.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.contracts.plan.PlanEvent.PlanApproved;
import vn.soto.contracts.plan.PlanEvent.PlanCompleted;
import vn.soto.contracts.plan.PlanEvent.PlanProgressed;
import vn.soto.contracts.plan.PlanEvent.PlanResumed;
import vn.soto.contracts.plan.PlanEvent.PlanReversed;
import vn.soto.contracts.plan.PlanEvent.PlanStarted;
import vn.soto.contracts.plan.PlanEvent.PlanStopped;
import vn.soto.contracts.plan.PlanEvent.PlanSubmitted;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.plan.PlanPartEvent.PlanPartRecorded;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.contracts.plan.SecondPerson;
import vn.soto.contracts.plan.StepRefusal;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlanIT {

    private static final PlanId PLAN = new PlanId("plan-1");
    private static final PlanId UNDO = new PlanId("plan-2");
    private static final String DIGEST = "ab".repeat(32);

    private final EventLog scribe = new EventLog();
    private final long submitted;
    private final long progressed;
    private final long again;

    @AutoClose
    private final QuerySideFixture side;

    private final Json json;

    PlanIT() {
        scribe.write(new PlanPartRecorded(PLAN, 0, 0, "00".repeat(32), DIGEST, planned(200), "ab".repeat(16)));
        scribe.write(new PlanPartRecorded(PLAN, 1, 200, DIGEST, DIGEST, planned(20), "ab".repeat(16)));
        submitted = scribe.write(
                        "an",
                        null,
                        null,
                        new PlanSubmitted(
                                PLAN,
                                PlanKind.IMPORT,
                                220,
                                2,
                                DIGEST,
                                "an",
                                true,
                                null,
                                List.of("register-household"),
                                new SecondPerson(List.of("OFFICER", "ADMINISTRATOR"), false)))
                .number();
        scribe.write("bình", null, null, new PlanApproved(PLAN, "bình"));
        scribe.write("an", null, null, new PlanStarted(PLAN));
        progressed = scribe.write(
                        "an",
                        null,
                        null,
                        new PlanProgressed(PLAN, 1, 120, 115, 3, 2, List.of(refusal(5), refusal(119))))
                .number();
        scribe.write(
                "an",
                null,
                null,
                new PlanProgressed(PLAN, 1, 220, 214, 3, 3, List.of(refusal(210))),
                new PlanCompleted(PLAN, 1));
        again = scribe.write("an", null, null, new PlanResumed(PLAN, 2, 0)).number();
        scribe.write(
                "an",
                null,
                null,
                new PlanProgressed(PLAN, 2, 220, 219, 0, 1, List.of(refusal(210))),
                new PlanCompleted(PLAN, 2));
        scribe.write("chi", "nhập nhầm tệp", null, new PlanReversed(PLAN, UNDO));
        scribe.write(new PlanPartRecorded(UNDO, 0, 0, "00".repeat(32), DIGEST, planned(2), "ab".repeat(16)));
        scribe.write(
                "chi",
                null,
                null,
                new PlanSubmitted(
                        UNDO,
                        PlanKind.REORGANISATION,
                        2,
                        1,
                        DIGEST,
                        "chi",
                        false,
                        PLAN,
                        List.of("register-household"),
                        null));
        scribe.write("chi", null, null, new PlanStarted(UNDO));
        scribe.write(
                "chi",
                null,
                null,
                new PlanProgressed(UNDO, 1, 1, 1, 0, 0, List.of(new StepRefusal(1, 3, "NO_SUCH_RULE", List.of("x")))),
                new PlanStopped(UNDO, 1));
        side = QuerySideFixture.inMemory(scribe);
        side.upTo(scribe.ledger.tail().number());
        json = new Json(side.http());
    }

    @Test
    void aReversalThatLeftSomethingIsNotShownAsCompleted() {
        EventLog earlier = new EventLog();
        earlier.write(new PlanPartRecorded(UNDO, 0, 0, "00".repeat(32), DIGEST, planned(2), "ab".repeat(16)));
        earlier.write(
                "chi",
                null,
                null,
                new PlanSubmitted(
                        /* plan= */ UNDO,
                        PlanKind.UNDO,
                        2,
                        1,
                        DIGEST,
                        "chi",
                        false,
                        /* undoes= */ PLAN,
                        List.of("undo-unit-change"),
                        null));
        earlier.write("chi", null, null, new PlanStarted(UNDO));
        earlier.write(
                "chi",
                null,
                null,
                new PlanProgressed(UNDO, 1, 2, 1, 0, 1, List.of(refusal(1))),
                new PlanCompleted(UNDO, 1));
        QuerySideFixture shown = QuerySideFixture.inMemory(earlier);
        try {
            shown.upTo(earlier.ledger.tail().number());

            assertThat(new Json(shown.http()).answer("/api/plans/" + UNDO))
                    .containsEntry("state", "STOPPED")
                    .containsEntry("refused", 1);
        } finally {
            shown.close();
        }
    }

    private static List<PlanStep> planned(int steps) {
        return IntStream.range(0, steps)
                .mapToObj(step -> new PlanStep(step + 2, "register-household", "{}"))
                .toList();
    }

    private static StepRefusal refusal(int step) {
        return new StepRefusal(step, step + 2, "HOUSEHOLD_REFERENCE_IS_A_SHORT_CODE", List.of("40"));
    }

    @Test
    void aPlanSaysHowFarItIsAndWhoAnswersForIt() {
        assertThat(json.answer("/api/plans/plan-1?asOf=" + progressed))
                .containsEntry("kind", "IMPORT")
                .containsEntry("state", "RUNNING")
                .containsEntry("steps", 220)
                .containsEntry("reached", 120)
                .containsEntry("left", 100)
                .containsEntry("done", 115)
                .containsEntry("repeated", 3)
                .containsEntry("refused", 2)
                .containsEntry("submittedBy", "an")
                .containsEntry("approvedBy", "bình")
                .containsEntry("stepsPerSecond", 2.0)
                .containsEntry("secondsLeft", 50);
    }

    @Test
    void aPlanIsAnsweredAsItWasKnown() {
        assertThat(json.answer("/api/plans/plan-1?asOf=" + submitted))
                .containsEntry("state", "AWAITING_APPROVAL")
                .doesNotContainKeys("approvedBy", "startedAt", "stepsPerSecond", "secondsLeft", "reversedBy");
        assertThat(json.answer("/api/plans/plan-1?asOf=" + (submitted + 1)))
                .containsEntry("state", "READY")
                .doesNotContainKey("approval");
        assertThat(json.answer("/api/plans/plan-1?asOf=" + again))
                .containsEntry("state", "RUNNING")
                .containsEntry("run", 2)
                .containsEntry("reached", 0)
                .containsEntry("done", 0);
        assertThat(json.answer("/api/plans/plan-1"))
                .containsEntry("state", "REVERSED")
                .containsEntry("reversedBy", "plan-2")
                .containsEntry("reversal", json.answer("/api/plans/plan-2").get("state"))
                .containsEntry("done", 219);
        assertThat(json.answer("/api/plans/plan-2")).containsEntry("undoes", "plan-1");
        assertThat(json.status("/api/plans/plan-1?asOf=" + (submitted - 1))).isEqualTo(404);
        assertThat(json.status("/api/plans/nothing")).isEqualTo(404);
    }

    @Test
    void aPlanThatWaitsSaysWhoMayApproveItAndThatNobodyElseIsKnown() {
        assertThat(json.answer("/api/plans/plan-1?asOf=" + submitted).get("approval"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("roles", List.of("OFFICER", "ADMINISTRATOR"))
                .containsEntry("othersKnown", false)
                .hasEntrySatisfying(
                        "text",
                        text -> assertThat(String.valueOf(text))
                                .contains("cán bộ xã, phường hoặc quản trị", "chưa biết ai khác"));
    }

    @Test
    void theLatestPlansComeFirst() {
        assertThat(list(json.whole("/api/plans").get("answer")))
                .extracting(plan -> plan.get("plan"))
                .containsExactly("plan-2", "plan-1");
        assertThat(list(json.whole("/api/plans?asOf=" + again).get("answer")))
                .extracting(plan -> plan.get("plan"))
                .containsExactly("plan-1");
    }

    @Test
    void stepsSayWhatBecameOfThemInWords() {
        List<Map<String, Object>> steps =
                list(json.answer("/api/plans/plan-1/steps?from=119&limit=2&asOf=" + progressed)
                        .get("steps"));

        assertThat(steps.getFirst())
                .containsEntry("step", 119)
                .containsEntry("row", 121)
                .containsEntry("command", "register-household")
                .containsEntry("state", "REFUSED")
                .containsEntry("rule", "HOUSEHOLD_REFERENCE_IS_A_SHORT_CODE")
                .hasEntrySatisfying("text", text -> assertThat(text.toString()).contains("40 ký tự"));
        assertThat(steps.getLast()).containsEntry("state", "WAITING").doesNotContainKeys("rule", "text");
    }

    @Test
    void stepsArePagedOverParts() {
        Map<String, Object> page = json.answer("/api/plans/plan-1/steps?from=190&limit=20&asOf=" + again);
        assertThat(list(page.get("steps")))
                .hasSize(20)
                .extracting(step -> step.get("step"))
                .contains(190, 200, 209);
        assertThat(page).containsEntry("next", 210);
        assertThat(json.answer("/api/plans/plan-1/steps?from=210")).doesNotContainKey("next");
        assertThat(json.status("/api/plans/plan-1/steps?from=220")).isEqualTo(400);
    }

    @Test
    void anEarlierRunsRefusalsAreNoLongerThere() {
        assertThat(list(json.answer("/api/plans/plan-1/steps?limit=20").get("steps"))
                        .get(5))
                .containsEntry("state", "DONE");
        assertThat(list(json.answer("/api/plans/plan-1/steps?from=210").get("steps"))
                        .getFirst())
                .containsEntry("state", "REFUSED");
    }

    @Test
    void theStepAPlanStoppedAtIsRefusedAndARuleWithoutTextKeepsItsName() {
        assertThat(list(json.answer("/api/plans/plan-2/steps").get("steps")).getLast())
                .containsEntry("state", "REFUSED")
                .containsEntry("text", "NO_SUCH_RULE");
    }

    private static List<Map<String, Object>> list(@org.jspecify.annotations.Nullable Object value) {
        List<Map<String, Object>> maps = new ArrayList<>();
        ((List<?>) Objects.requireNonNull(value)).forEach(item -> maps.add(Json.map(item)));
        return maps;
    }
}
