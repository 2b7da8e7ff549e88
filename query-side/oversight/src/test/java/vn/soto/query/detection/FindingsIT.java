package vn.soto.query.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.query.testing.Json.list;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.outreach.CountBasis;
import vn.soto.contracts.outreach.Holding;
import vn.soto.contracts.outreach.OutreachChannel;
import vn.soto.contracts.outreach.OutreachEvent.OutreachHeld;
import vn.soto.contracts.outreach.OutreachEvent.OutreachScheduled;
import vn.soto.contracts.outreach.OutreachEvent.OutreachVoided;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitReparented;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.PlainEvents;
import vn.soto.query.testing.Sample;

/** The findings of detectors in a ledger, and the commits as of which they are. */
final class FindingsIT {

    private static final UnitId HAMLET = new UnitId("c1-r0");
    private static final MemberId HELPER = new MemberId("helper");
    private static final Instant EVENING = Instant.parse("2026-05-04T12:00:00Z");
    private static final String FINDINGS = "/api/units/p/findings?quarter=2026-Q2";

    private final Sample sample = new Sample(1, 0);
    private final EventLog ledger = sample.scribe;
    private final TeamId team = sample.teams.getFirst();

    private static AssistanceContent content(Instant at) {
        return PlainEvents.content(Channel.HOME_VISIT, Mode.DEMONSTRATED, at);
    }

    private Beneficiary household(int number) {
        return Beneficiary.of(new HouseholdId("h-" + number), HAMLET);
    }

    /** Five households within five minutes. */
    private void burst() {
        for (int number = 0; number < 5; number++) {
            ledger.write(new HouseholdRegistered(new HouseholdId("h-" + number), HAMLET, "HO-" + number));
            ledger.write(PlainEvents.help(
                    "a-" + number, team, household(number), content(EVENING.plus(number, ChronoUnit.MINUTES)), HELPER));
        }
    }

    private long tail() {
        return ledger.ledger.tail().number();
    }

    @Test
    void detectorsSayWhatTheyLookForAndWhyItCanBeInnocent() {
        ledger.then(json -> assertThat(
                        String.valueOf(json.ask("/api/detectors", "vi").getResponseBody()))
                .contains("BURST_OF_HELP", "Từ 5 hộ hoặc cơ sở trở lên", "ghi nhầm lớp tập trung thành tại nhà")
                .doesNotContain("MINUTES}"));
    }

    @Test
    void pointToRecordsWithTheirEventsAndCommits() {
        burst();

        ledger.then(json -> {
            Map<String, Object> answer = json.answer(FINDINGS);
            assertThat(answer).containsEntry("total", 1).containsEntry("firstDay", "2026-04-01");
            Map<String, Object> found = list(answer.get("findings")).getFirst();
            assertThat(found)
                    .containsEntry("detector", "BURST_OF_HELP")
                    .containsEntry("version", 1)
                    .containsEntry("team", team.value())
                    .containsEntry("member", "helper")
                    .containsEntry("matches", 5)
                    .containsEntry("of", 5);
            Map<String, Object> page = json.answer("/api/findings/" + found.get("finding") + "?limit=2&from=1");
            assertThat(page).containsEntry("total", 5).containsEntry("next", 3);
            List<Map<String, Object>> evidence = list(page.get("evidence"));
            assertThat(evidence).extracting(each -> each.get("assistance")).containsExactly("a-1", "a-2");
            for (Map<String, Object> each : evidence) {
                assertThat(ledger.ledger
                                .commit(((Number) Objects.requireNonNull(each.get("commit"))).longValue())
                                .orElseThrow()
                                .events()
                                .getFirst()
                                .id())
                        .isEqualTo(each.get("event"));
            }
            assertThat(json.answer(FINDINGS + "&detector=ROUND_ATTENDANCE")).containsEntry("total", 0);
            assertThat(json.answer("/api/units/p/findings?quarter=2026-Q3")).containsEntry("total", 0);
        });
    }

    @Test
    void anAbsentUnitIsNotFound() {
        ledger.then(
                json -> assertThat(json.status("/api/units/nowhere/findings")).isEqualTo(404));
    }

    @Test
    void knowNoMoreThanWasRecordedByThen() {
        burst();
        long recorded = tail();
        ledger.write(new AssistanceVoided(new AssistanceId("a-0"), team, household(0)));
        long voided = tail();

        ledger.then(json -> {
            assertThat(json.answer(FINDINGS + "&asOf=" + (recorded - 1))).containsEntry("total", 0);
            assertThat(json.answer(FINDINGS + "&asOf=" + recorded)).containsEntry("total", 1);
            assertThat(json.answer(FINDINGS + "&asOf=" + voided)).containsEntry("total", 0);
        });
    }

    @Test
    void aCorrectionIntoAnotherMonthTakesTheRecordAlong() {
        burst();
        ledger.write(PlainEvents.corrected("a-4", team, household(4), content(EVENING.plus(40, ChronoUnit.DAYS))));
        long away = tail();
        ledger.write(PlainEvents.corrected("a-4", team, household(4), content(EVENING)));
        ledger.then(json -> {
            assertThat(json.answer(FINDINGS + "&asOf=" + away)).containsEntry("total", 0);
            assertThat(json.answer(FINDINGS)).containsEntry("total", 1);
        });
    }

    @Test
    void attendanceOfVoidedSessionsIsNotLookedAt() {
        for (int number = 0; number < 8; number++) {
            OutreachId session = new OutreachId("s-" + number);
            ledger.write(new OutreachScheduled(
                    session, team, HAMLET, EVENING, List.of(ServiceCategory.VNEID), OutreachChannel.CLASS));
            ledger.write(new OutreachHeld(
                    session,
                    team,
                    HAMLET,
                    new Holding(VietnamTime.day(EVENING), 20 + 5 * number, CountBasis.COUNTED_LIST, List.of(HELPER))));
        }
        long held = tail();
        ledger.write(new OutreachVoided(new OutreachId("s-0"), team, HAMLET));
        ledger.write(new OutreachVoided(new OutreachId("s-1"), team, HAMLET));
        ledger.then(json -> {
            assertThat(list(json.answer(FINDINGS + "&asOf=" + held).get("findings"))
                            .getFirst())
                    .containsEntry("detector", "ROUND_ATTENDANCE")
                    .containsEntry("matches", 8)
                    .doesNotContainKey("member");
            assertThat(json.answer(FINDINGS)).containsEntry("total", 0);
        });
    }

    @Test
    void aUnitOfTodayHasTheFindingsOfTheTeamsThatCameToLieInIt() {
        burst();
        UnitId later = new UnitId("c-later");
        LocalDate reform = LocalDate.of(2026, 7, 10);
        ledger.write(
                new UnitEstablished(later, UnitKind.COMMUNE, "Xã mới", null, new UnitId("p"), Sample.DECISION, reform));
        ledger.write(new UnitReparented(new UnitId("c0-r0"), later, null, Sample.DECISION, reform));
        ledger.clock.set(Instant.parse("2026-08-01T03:00:00Z"));
        ledger.then(json -> assertThat(about(json, later.value(), DetectorCode.BURST_OF_HELP))
                .singleElement()
                .satisfies(found -> assertThat(found).containsEntry("team", team.value())));
    }

    /** Help of a member on several days, to a walk-in each time. */
    private void help(TeamId by, String member, int days, @Nullable Sealed note) {
        for (int day = 0; day < days; day++) {
            ledger.write(new AssistanceRecorded(
                    new AssistanceId(member + "-" + day),
                    by,
                    Beneficiary.walkIn(HAMLET),
                    List.of(new CreditShare(new MemberId(member), 100)),
                    content(EVENING.plus(day, ChronoUnit.DAYS)),
                    List.of(ServiceCategory.VNEID),
                    null,
                    note));
        }
    }

    private static Sealed note(int length) {
        return new Sealed("n".repeat(length));
    }

    private static List<Map<String, Object>> about(Json json, String unit, DetectorCode detector) {
        return list(json.answer("/api/units/" + unit + "/findings?quarter=2026-Q2&detector=" + detector)
                .get("findings"));
    }

    /** Three members of three teams of a commune on one telephone; a fourth is of another commune. */
    @Test
    void oneDeviceForMembersOfSeveralTeamsIsPointedToInEach() {
        ledger.on("phone-1");
        List.of(0, 1, 2, 3).forEach(number -> help(sample.teams.get(number), "m-" + number, 3, null));
        ledger.on("phone-2");
        List.of(0, 1).forEach(number -> help(sample.teams.get(number), "n-" + number, 3, null));
        ledger.on(null);

        ledger.then(json -> {
            List<Map<String, Object>> all = about(json, "p", DetectorCode.SHARED_DEVICE);
            assertThat(all)
                    .extracting(found -> found.get("team"))
                    .containsExactlyInAnyOrderElementsOf(sample.teams.subList(0, 3).stream()
                            .map(TeamId::value)
                            .toList());
            assertThat(all)
                    .allSatisfy(found -> assertThat(found)
                            .containsEntry("device", "phone-1")
                            .containsEntry("version", 2)
                            .containsEntry("matches", 3));
            assertThat(about(json, "c0-r1", DetectorCode.SHARED_DEVICE))
                    .as("the same finding, whichever unit is asked about")
                    .containsExactlyElementsOf(all.stream()
                            .filter(found -> Objects.equals(
                                    found.get("team"), sample.teams.get(1).value()))
                            .toList());
            Map<String, Object> page =
                    json.answer("/api/findings/" + all.getFirst().get("finding"));
            assertThat(list(page.get("evidence")))
                    .as("its own records and no other team's")
                    .hasSize(3);
        });
    }

    @Test
    void notesOfOneLengthAreNoPatternWhereOthersHaveThemToo() {
        help(sample.teams.get(0), "copier", 12, note(88));
        help(sample.teams.get(1), "stock", 12, note(40));
        help(sample.teams.get(2), "stock-too", 3, note(40));
        for (int length = 60; length < 80; length++) {
            help(sample.teams.get(2), "writer-" + length, 1, note(length));
        }
        help(sample.teams.get(3), "far-away", 12, note(40));

        ledger.then(json -> {
            assertThat(about(json, "c0", DetectorCode.NOTES_OF_ONE_LENGTH))
                    .as("the other length is that of a phrase of the commune")
                    .singleElement()
                    .satisfies(found -> assertThat(found)
                            .containsEntry("member", "copier")
                            .containsEntry("matches", 12)
                            .containsEntry("of", 12));
            assertThat(about(json, "c1", DetectorCode.NOTES_OF_ONE_LENGTH))
                    .as("which says nothing of another commune")
                    .extracting(found -> found.get("member"))
                    .containsExactly("far-away");
        });
    }

    private void recordedAndTakenBack(String account, TeamId by, String id) {
        AssistanceId made = new AssistanceId(id);
        Beneficiary helped = Beneficiary.walkIn(HAMLET);
        ledger.write(account, null, null, PlainEvents.help(made.value(), by, helped, content(EVENING), HELPER));
        ledger.write(account, null, null, new AssistanceVoided(made, by, helped));
    }

    /** Six of an account on a day in two teams, five of another, and six that somebody else voided. */
    @Test
    void whoUndoesMoreThanFiveRecordsADayIsPointedToInEachTeam() {
        for (int number = 0; number < 6; number++) {
            recordedAndTakenBack("often", sample.teams.get(number % 2), "often-" + number);
        }
        for (int number = 0; number < 5; number++) {
            recordedAndTakenBack("seldom", team, "seldom-" + number);
        }
        help(team, "voided", 6, null);
        for (int day = 0; day < 6; day++) {
            ledger.write(new AssistanceVoided(new AssistanceId("voided-" + day), team, Beneficiary.walkIn(HAMLET)));
        }

        ledger.then(json -> assertThat(about(json, "p", DetectorCode.HELP_UNDONE_AT_ONCE))
                .hasSize(2)
                .allSatisfy(found -> assertThat(found)
                        .containsEntry("member", "helper")
                        .containsEntry("matches", 3)
                        .containsEntry("of", 3)
                        .doesNotContainKey("device"))
                .extracting(found -> found.get("team"))
                .containsExactlyInAnyOrder(
                        sample.teams.getFirst().value(), sample.teams.get(1).value()));
    }
}
