package vn.soto.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFollowedUp;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.ledger.Commit;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.PlainEvents;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/** Corrections in ledgers of the version before, whose headers name the last event of the aggregate, or none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CorrectionLinksIT {

    private static final AssistanceId HELP = new AssistanceId("a-1");
    private static final MemberId LAN = new MemberId("lan");
    private static final Instant AT = Instant.parse("2026-05-01T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

    private final Sample sample = new Sample(1, 0);
    private final TeamId team = sample.teams.getFirst();
    private final Beneficiary household = Beneficiary.of(new HouseholdId("h"), sample.residential.getFirst());
    private final Commit recorded = sample.scribe.write(
            PlainEvents.help(HELP.value(), team, household, content(AT), LAN),
            new AssistanceFlaggedLate(HELP, team, household, DAY, 30));
    private final Commit followedUp = sample.scribe.write(new AssistanceFollowedUp(
            HELP, team, household, new Responsible(team, LAN), AssistanceOutcome.DONE, AT.plusSeconds(60), null));
    private final Commit corrected = sample.scribe.write(
            "tester",
            "Nhập nhầm giờ",
            followedUp.events().getFirst().id(),
            PlainEvents.corrected(HELP.value(), team, household, content(AT.minusSeconds(60))),
            new AssistanceFlaggedLate(HELP, team, household, DAY, 30));
    private final Commit voided = sample.scribe.write(
            "tester", "Ghi trùng", corrected.events().getLast().id(), new AssistanceVoided(HELP, team, household));
    private final Commit first = sample.scribe.write(report(1));
    private final Commit second = sample.scribe.write("tester", "Thiếu số liệu", null, report(2));

    @AutoClose
    private final QuerySideFixture side = QuerySideFixture.inMemory(sample.scribe);

    private final Json json = new Json(side.http());

    private static AssistanceContent content(Instant at) {
        return PlainEvents.content("vneid-account", Channel.ZALO, Mode.DEMONSTRATED, at);
    }

    private QuarterlyReportSubmitted report(int version) {
        return PlainEvents.report(team, new Quarter(2026, 2), version, List.of(), null);
    }

    /** Entries of the team's timeline by position. */
    private Map<Object, Map<String, Object>> timeline(long asOf) {
        side.upTo(second.number());
        Map<Object, Map<String, Object>> entries = new HashMap<>();
        Map<String, Object> page =
                json.answer("/api/teams/" + team + "/timeline?limit=200&asOf=" + asOf + "&from=" + recorded.first());
        ((List<?>) page.getOrDefault("entries", List.of()))
                .forEach(entry -> entries.put(Json.map(entry).get("position"), Json.map(entry)));
        return entries;
    }

    private static Map<String, Object> entry(Map<Object, Map<String, Object>> entries, long position) {
        return entries.getOrDefault((int) position, Map.of());
    }

    private static @Nullable Object correctedBy(Map<Object, Map<String, Object>> entries, long position) {
        return entry(entries, position).get("correctedBy");
    }

    private static List<Map<String, Object>> link(long position, Commit commit) {
        return List.of(Map.of("position", (int) position, "commit", (int) commit.number()));
    }

    @Test
    void theRecordShowsItsCorrectionAndNotItsFlagOrItsFollowUp() {
        Map<Object, Map<String, Object>> entries = timeline(second.number());

        assertThat(correctedBy(entries, recorded.first())).isEqualTo(link(corrected.first(), corrected));
        assertThat(correctedBy(entries, recorded.first() + 1)).isEqualTo(List.of());
        assertThat(correctedBy(entries, followedUp.first())).isEqualTo(List.of());
        assertThat(entry(entries, corrected.first()).get("corrects"))
                .isEqualTo(Map.of(
                        "position",
                        (int) recorded.first(),
                        "commit",
                        (int) recorded.number(),
                        "event",
                        recorded.events().getFirst().id()));
        assertThat(entry(entries, corrected.first() + 1)).doesNotContainKey("corrects");
    }

    @Test
    void whatIsTakenBackIsTheRecordAsCorrectedLast() {
        assertThat(correctedBy(timeline(second.number()), corrected.first())).isEqualTo(link(voided.first(), voided));
        assertThat(correctedBy(timeline(corrected.number()), corrected.first())).isEqualTo(List.of());
    }

    @Test
    void aReportSubmittedAgainLinksToTheOneItReplaces() {
        Map<Object, Map<String, Object>> entries = timeline(second.number());

        assertThat(correctedBy(entries, first.first())).isEqualTo(link(second.first(), second));
        assertThat(entry(entries, second.first())).containsKey("corrects");
        assertThat(entry(entries, first.first())).doesNotContainKey("corrects");
    }
}
