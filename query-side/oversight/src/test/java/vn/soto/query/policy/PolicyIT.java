package vn.soto.query.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.contracts.policy.Adoption;
import vn.soto.contracts.policy.InitialTerms;
import vn.soto.contracts.policy.PolicyEvent.PolicyAdopted;
import vn.soto.contracts.policy.PolicyEvent.PolicyWithdrawn;
import vn.soto.contracts.policy.Terms;
import vn.soto.contracts.shared.Instrument;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PolicyIT {

    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);

    private final EventLog scribe = new Sample(3, 0).scribe;
    private final long before = scribe.ledger.tail().number();
    private final long first = adopt(1, InitialTerms.of(5, 200, 10), JULY, Adoption.FIRST_BY_ONE_PERSON);
    private final long second = adopt(2, InitialTerms.of(4, 180, 10), OCTOBER, Adoption.BY_TWO_PERSONS);
    private final long third = adopt(3, InitialTerms.of(6, 180, 10), OCTOBER, Adoption.BY_TWO_PERSONS);
    private final long earlier = adopt(4, InitialTerms.of(7, 180, 10), OCTOBER.minusMonths(1), null);
    private final long withdrawn =
            scribe.write("quản trị 5", null, null, new PolicyWithdrawn(3)).number();

    @AutoClose
    private final QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(withdrawn);

    private final Json json = new Json(side.http("AUDITOR"));

    private long adopt(int version, Terms terms, LocalDate from, @Nullable Adoption adoption) {
        return scribe.write(
                        "quản trị " + version,
                        null,
                        null,
                        new PolicyAdopted(
                                version,
                                terms,
                                new Instrument(version + "/QĐ", LocalDate.of(2026, 6, 1)),
                                from,
                                adoption))
                .number();
    }

    private Map<String, Object> policy(String parameters) {
        return json.answer("/api/policy?" + parameters);
    }

    private static Map<String, Object> terms(Map<String, Object> answer) {
        return Json.map(answer.get("terms"));
    }

    @Test
    void thePolicyInForceOnADayIsThatOfTheDay() {
        assertThat(policy("on=2026-08-15")).containsEntry("version", 1).containsEntry("on", "2026-08-15");
        assertThat(terms(policy("on=2026-08-15")))
                .containsEntry("minimumMembers", 5)
                .containsEntry("householdsPerMember", 200);
        assertThat(policy("on=2026-10-01&asOf=" + earlier)).containsEntry("version", 3);
        assertThat(terms(policy("on=2026-10-01&asOf=" + earlier))).containsEntry("minimumMembers", 6);
        assertThat(policy("on=2026-10-01&asOf=" + second)).containsEntry("version", 2);
    }

    @Test
    void everyVersionEverAdoptedIsInItsHistoryWithWhoAndWhenAndUntilWhen() {
        List<Map<String, Object>> history = history("asOf=" + third);

        assertThat(history).extracting(version -> version.get("version")).containsExactly(1, 2, 3);
        assertThat(history.getFirst())
                .containsEntry("by", "quản trị 1")
                .containsEntry("commit", (int) first)
                .containsEntry("instrument", "1/QĐ")
                .containsEntry("effectiveFrom", "2026-07-01")
                .containsEntry("until", "2026-09-30")
                .containsEntry("replaced", false)
                .containsEntry("adoption", "FIRST_BY_ONE_PERSON");
        assertThat(history.get(1))
                .as("another version has the same first day")
                .containsEntry("replaced", true)
                .doesNotContainKey("until");
        assertThat(history.getLast()).containsEntry("replaced", false).doesNotContainKey("until");
    }

    private List<Map<String, Object>> history(String parameters) {
        return ((List<?>) Objects.requireNonNull(policy(parameters).get("history")))
                .stream().map(Json::map).toList();
    }

    @Test
    void anEarlierOneComesBeforeALaterOneAndAWithdrawnOneGivesWay() {
        assertThat(policy("on=2026-09-15")).containsEntry("version", 4);
        assertThat(policy("on=2026-10-01")).containsEntry("version", 2);
        assertThat(history(""))
                .extracting(
                        version -> version.get("version"),
                        version -> version.get("until"),
                        version -> version.get("withdrawn"))
                .containsExactly(
                        tuple(1, "2026-08-31", false),
                        tuple(2, null, false),
                        tuple(3, null, true),
                        tuple(4, "2026-09-30", false));
    }

    @Test
    void beforeTheFirstAdoptionTheSettingsApply() {
        for (String parameters : List.of("asOf=" + before, "on=2026-06-30")) {
            Map<String, Object> answer = policy(parameters);
            assertThat(answer).as(parameters).doesNotContainKey("version").containsEntry("calendar", "CALENDAR");
            assertThat(terms(answer))
                    .as(parameters)
                    .containsEntry("minimumMembers", 3)
                    .containsEntry("householdsPerMember", 220)
                    .containsEntry("reportDueDays", 5);
        }
        assertThat(policy("asOf=" + before)).containsEntry("history", List.of());
    }
}
