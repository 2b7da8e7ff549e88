package vn.soto.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.query.testing.Json.list;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.audit.CallBackDraw;
import vn.soto.contracts.audit.CallBackSampleEvent.CallBackAnswered;
import vn.soto.contracts.audit.CallBackSampleEvent.CallBackSampleDrawn;
import vn.soto.contracts.audit.CallBackSampleId;
import vn.soto.contracts.audit.CallBackSelection;
import vn.soto.contracts.audit.CallBackStratum;
import vn.soto.contracts.audit.FrameRecord;
import vn.soto.contracts.period.LateCounting;
import vn.soto.contracts.period.PeriodEvent.CalendarAdopted;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.PlainEvents;
import vn.soto.query.testing.Sample;

/** The course of a sample: it is drawn, people are called, denied records are corrected. */
final class CallBackSampleIT {

    private static final UnitId PROVINCE = new UnitId("p");
    private static final UnitId HAMLET = new UnitId("c1-r0");
    private static final CallBackSampleId SAMPLE = new CallBackSampleId("sample-1");
    private static final Instant MORNING = Instant.parse("2026-05-04T02:00:00Z");
    private static final Beneficiary WALK_IN = Beneficiary.walkIn(HAMLET);
    private static final String ASKED = "/api/call-back-samples/sample-1";

    private final Sample sample = new Sample(1, 0);
    private final EventLog ledger = sample.scribe;
    private final TeamId team = sample.teams.getFirst();
    private final List<FrameRecord> records = new ArrayList<>();

    private static AssistanceContent content(Mode mode) {
        return PlainEvents.content(Channel.PHONE, mode, MORNING);
    }

    private void help(String member, int count) {
        for (int number = 0; number < count; number++) {
            AssistanceId record = new AssistanceId("a-" + member + "-" + number);
            ledger.write(PlainEvents.help(
                    record.value(), team, WALK_IN, content(Mode.SELF_PERFORMED), new MemberId(member)));
            records.add(new FrameRecord(record, team, new MemberId(member)));
        }
    }

    private long tail() {
        return ledger.ledger.tail().number();
    }

    private List<CallBackStratum> draw() {
        String seed = ledger.ledger.tail().chain().toString();
        List<CallBackStratum> strata = CallBackDraw.draw(seed, 30, records);
        ledger.write(new CallBackSampleDrawn(
                SAMPLE,
                PROVINCE,
                new Quarter(2026, 2),
                CallBackSelection.ALL,
                null,
                CallBackDraw.VERSION,
                30,
                strata,
                seed,
                tail()));
        return strata;
    }

    private void answer(AssistanceId record, Verification result) {
        MemberId caller = new MemberId("caller");
        ledger.write(
                new AssistanceVerified(record, team, WALK_IN, caller, result, MORNING.plusSeconds(86_400)),
                new CallBackAnswered(SAMPLE, PROVINCE, record, caller, result, MORNING.plusSeconds(86_400)));
    }

    private static Map<String, Object> overall(Map<String, Object> answer) {
        return Json.map(answer.get("overall"));
    }

    @Test
    void aSampleSaysItsDaysByTheCalendarOfItsAuthorityWhenItWasDrawn() {
        ledger.write(new CalendarAdopted(
                PROVINCE,
                1,
                QuarterCalendar.ADMINISTRATIVE,
                2,
                LateCounting.AMENDMENT,
                Sample.DECISION,
                new Quarter(2026, 1)));
        help("lan", 12);
        draw();

        ledger.then(json -> assertThat(json.answer(ASKED))
                .containsEntry("firstDay", "2026-03-15")
                .containsEntry("lastDay", "2026-06-14")
                .containsEntry(
                        "otherDays", Map.of("days", "calendar", "firstDay", "2026-04-01", "lastDay", "2026-06-30"))
                .satisfies(answer -> assertThat(overall(answer))
                        .as("of fewer than 30 records all are drawn")
                        .containsEntry("drawn", 12)));
    }

    @Test
    void aSampleCanBeDrawnAgainByWhoeverHasItsSeed() {
        help("lan", 40);
        help("hung", 10);
        draw();
        long drawn = tail();
        help("lan-again", 3);

        ledger.then(json -> {
            Map<String, Object> answer = json.answer(ASKED);
            assertThat(answer).containsEntry("repeated", true).containsEntry("algorithm", 1);
            assertThat(overall(answer))
                    .containsEntry("records", 50)
                    .containsEntry("drawn", 30)
                    .containsEntry("open", 30)
                    .containsEntry("unknown", 50)
                    .doesNotContainKey("share");
            assertThat(list(answer.get("strata")))
                    .extracting(stratum -> stratum.get("member"))
                    .containsExactly("hung", "lan");
            assertThat(json.status(ASKED + "?asOf=" + (drawn - 1))).isEqualTo(404);
        });
    }

    @Test
    void aSampleOfOtherRecordsThanThoseOfTheLedgerIsNotRepeated() {
        help("lan", 40);
        records.removeLast();
        draw();

        ledger.then(json -> assertThat(json.answer(ASKED)).containsEntry("repeated", false));
    }

    @Test
    void aDenialAsksForACorrectionUntilSomebodyMadeIt() {
        help("lan", 4);
        List<AssistanceId> drawn = draw().getFirst().drawn();
        answer(drawn.get(0), Verification.DENIED);
        answer(drawn.get(1), Verification.DENIED);
        answer(drawn.get(2), Verification.NOT_REACHED);
        answer(drawn.get(2), Verification.CONFIRMED);
        long called = tail();
        ledger.write(new AssistanceVoided(drawn.get(0), team, WALK_IN));
        ledger.write(PlainEvents.corrected(drawn.get(1).value(), team, WALK_IN, content(Mode.DONE_ON_BEHALF)));

        ledger.then(json -> {
            Map<String, Object> then = json.answer(ASKED + "?asOf=" + called);
            assertThat(then).containsEntry("toCorrect", 2);
            assertThat(overall(then))
                    .containsEntry("confirmed", 1)
                    .containsEntry("denied", 2)
                    .containsEntry("notReached", 0)
                    .containsEntry("open", 1)
                    .containsEntry("share", 333)
                    .containsEntry("lower", 61)
                    .containsEntry("upper", 793);
            assertThat(list(list(then.get("records")).getFirst().get("correct")))
                    .extracting(step -> step.get("href"))
                    .containsExactly(
                            "/api/assistances/" + drawn.get(0) + "/void",
                            "/api/assistances/" + drawn.get(0) + "/correction");
            Map<String, Object> now = json.answer(ASKED);
            assertThat(now).containsEntry("toCorrect", 0);
            assertThat(overall(now)).as("what was said stays").isEqualTo(overall(then));
            assertThat(list(now.get("records")))
                    .extracting(record -> record.get("state"))
                    .containsExactly("VOIDED", "CORRECTED", "CONFIRMED", "OPEN");
        });
    }

    @Test
    void aUnitListsItsSamples() {
        help("lan", 4);
        draw();

        ledger.then(json -> {
            assertThat(list(json.answer("/api/units/p/call-back-samples?quarter=2026-Q2")
                            .get("samples")))
                    .extracting(line -> line.get("callBackSample"))
                    .containsExactly("sample-1");
            assertThat(json.answer("/api/units/p/call-back-samples?quarter=2026-Q1"))
                    .containsEntry("total", 0);
        });
    }
}
