package vn.soto.query.person;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.query.testing.Json.list;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.contracts.person.ErasureEvent.ErasureListed;
import vn.soto.contracts.person.PersonEvent.PersonalDataErased;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.ReasonCode;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Origin;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.Keys;
import vn.soto.query.testing.PlainEvents;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;
import vn.soto.testkit.RecordedLog;

/** The reasons of commits as readers see them: labels, texts for entitled readers, and words of older commits. */
@Isolated("listens to the log of everybody")
final class ReasonsIT {

    private static final String WORDS = "Bà Bảy cuối hẻm báo nhầm";
    private static final String OLDER = "Ghi theo sổ tay";

    private final Sample sample = new Sample(11, 3);
    private final EventLog scribe = sample.scribe;
    private final Keys keys = QuerySideFixture.KEYS;

    /** Of this test alone: the key store is everybody's. */
    private final String own = Integer.toHexString(System.identityHashCode(this));

    private final AssistanceId help = new AssistanceId("a-" + own);
    private final HouseholdId household = new HouseholdId("h-" + own);
    private final TeamId team = sample.teams.getFirst();
    private final Beneficiary beneficiary = Beneficiary.of(household, sample.residential.getFirst());

    @AutoClose
    private final RecordedLog log = RecordedLog.from(Level.INFO);

    @Test
    void aReaderSeesTheLabelAndTheTextAndLeavesALine() {
        Commit voided = voided();
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(voided.number())) {
            for (Map<String, Object> shown : List.of(version(side, "vi", "OFFICER"), entry(side, "OFFICER"))) {
                assertThat(shown)
                        .containsEntry("why", "Nhập sai")
                        .containsEntry("whyCode", "WRONG_ENTRY")
                        .containsEntry("whyText", WORDS);
            }
            assertThat(version(side, "en", "OFFICER")).containsEntry("why", "Entered wrongly");

            UUID command = ((Origin.Command) voided.origin()).id();
            assertThat(log.messages("vn.soto.access"))
                    .hasSize(3)
                    .containsOnly("read reason:" + command + " as officer by somebody");
            assertThat(log.events())
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .noneMatch(each -> each.contains("Bảy"));
        }
    }

    @Test
    void anAuditorSeesTheLabelOnly() {
        Commit voided = voided();
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(voided.number())) {
            assertThat(version(side, "vi", "AUDITOR"))
                    .containsEntry("why", "Nhập sai")
                    .containsEntry("whyText", "[đã giữ kín]");
            assertThat(log.messages("vn.soto.access")).isEmpty();
        }
    }

    @Test
    void theTextGoesWithTheErasureAndTheLabelStays() {
        voided();
        Subject erased = Subject.of(household);
        long last = scribe.write(
                        new PersonalDataErased(erased, ErasureBasis.REQUEST_OF_THE_SUBJECT, null),
                        new ErasureListed(erased, 1))
                .number();
        keys.destroy(erased);
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(last)) {
            assertThat(version(side, "vi", "OFFICER"))
                    .containsEntry("why", "Nhập sai")
                    .containsEntry("whyText", "[đã xóa theo yêu cầu]");
            assertThat(log.messages("vn.soto.access")).isEmpty();
        }
    }

    @Test
    void aKeyThatSomebodyDestroyedIsNoErasure() {
        Commit voided = voided();
        keys.destroy(Subject.of(household));
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(voided.number())) {
            assertThat(version(side, "vi", "OFFICER"))
                    .containsEntry("why", "Nhập sai")
                    .containsEntry("whyText", "[không mở được]");
            assertThat(log.messages("vn.soto.access")).isEmpty();
        }
    }

    @Test
    void theWordsOfOlderCommitsStayReadable() {
        Commit voided = voided();
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(voided.number())) {
            assertThat(versions(side, "vi", "AUDITOR").getFirst())
                    .containsEntry("why", OLDER)
                    .doesNotContainKeys("whyCode", "whyText");
        }
    }

    private Commit voided() {
        scribe.write(
                "tester",
                OLDER,
                null,
                PlainEvents.help(
                        help.value(),
                        team,
                        beneficiary,
                        PlainEvents.content(
                                "vneid-account",
                                Channel.HOME_VISIT,
                                Mode.DEMONSTRATED,
                                Instant.parse("2026-07-01T00:00:00Z")),
                        new MemberId("lan-" + own)));
        AssistanceVoided event = new AssistanceVoided(help, team, beneficiary);
        SortedSet<Subject> subjects = event.tags().stream()
                .flatMap(tag -> Subject.ofTag(tag).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(subjects).contains(Subject.of(household));
        return scribe.writeBecause(command -> keys.reason(command, subjects, ReasonCode.WRONG_ENTRY, WORDS), event);
    }

    private Map<String, Object> version(QuerySideFixture side, String language, String role) {
        return versions(side, language, role).getLast();
    }

    private List<Map<String, Object>> versions(QuerySideFixture side, String language, String role) {
        Map<String, Object> body = Objects.requireNonNull(new Json(side.http(role))
                .ask("/api/assistances/" + help, language)
                .getResponseBody());
        return list(Json.map(body.get("answer")).get("versions"));
    }

    private Map<String, Object> entry(QuerySideFixture side, String role) {
        long last = scribe.ledger.tail().number();
        return list(new Json(side.http(role))
                        .answer("/api/teams/" + team + "/timeline?limit=100")
                        .get("entries"))
                .stream()
                .filter(entry -> ((Number) Objects.requireNonNull(entry.get("commit"))).longValue() == last)
                .findFirst()
                .orElseThrow();
    }
}
