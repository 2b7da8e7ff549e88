package vn.soto.query.datarequest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.person.DataRequestEvent.DataRequestAnswered;
import vn.soto.contracts.person.DataRequestEvent.DataRequestCarriedOut;
import vn.soto.contracts.person.DataRequestEvent.DataRequestExtended;
import vn.soto.contracts.person.DataRequestEvent.DataRequestReceived;
import vn.soto.contracts.person.DataRequestEvent.DataRequestRefused;
import vn.soto.contracts.person.DataRequestId;
import vn.soto.contracts.person.DataRequestKind;
import vn.soto.contracts.person.Subject;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/** Requests about personal data are listed by how far they are, and the overdue ones stand out. */
@Tag("slow")
final class DataRequestIT {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final Subject HOME = Subject.parse("household:h-1");

    private final EventLog scribe = new Sample(3, 0).scribe;

    private void receive(String id) {
        scribe.write(new DataRequestReceived(
                new DataRequestId(id), HOME, DataRequestKind.ACCESS, false, DAY, DAY.plusDays(2), DAY.plusDays(12)));
    }

    private void answer(String id, int days) {
        scribe.write(new DataRequestAnswered(new DataRequestId(id), HOME, DAY.plusDays(days)));
    }

    private long everyState() {
        Stream.of("dr-received", "dr-answered", "dr-extended", "dr-done", "dr-refused")
                .forEach(this::receive);
        answer("dr-answered", 1);
        answer("dr-extended", 1);
        scribe.write(new DataRequestExtended(new DataRequestId("dr-extended"), HOME, DAY, DAY.plusDays(27)));
        answer("dr-done", 5);
        scribe.write(new DataRequestCarriedOut(new DataRequestId("dr-done"), HOME, DAY.plusDays(20)));
        answer("dr-refused", 1);
        return scribe.write(new DataRequestRefused(new DataRequestId("dr-refused"), HOME, DAY.plusDays(1)))
                .number();
    }

    private static List<String> listed(Json json, String query) {
        return ((List<?>) Objects.requireNonNull(
                        json.answer("/api/data-requests" + query).get("dataRequests")))
                .stream()
                        .map(Json::map)
                        .map(request -> String.valueOf(request.get("dataRequest")))
                        .toList();
    }

    @Test
    void theOnesWhoseDayHasPassedAreListedAsLate() {
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(everyState())) {
            Json json = new Json(side.http("OFFICER"));

            assertThat(listed(json, "?on=2026-07-21")).containsExactly("dr-extended", "dr-answered", "dr-received");
            assertThat(listed(json, "?state=closed&on=2026-07-21")).containsExactly("dr-refused", "dr-done");
            assertThat(listed(json, "?state=all")).hasSize(5);
            assertThat(listed(json, "?state=late&on=2026-07-03")).isEmpty();
            assertThat(listed(json, "?state=late&on=2026-07-04")).containsExactly("dr-done", "dr-received");
            assertThat(listed(json, "?state=late&on=2026-07-14"))
                    .containsExactly("dr-done", "dr-answered", "dr-received");
            assertThat(listed(json, "?state=late&on=2026-07-29"))
                    .containsExactly("dr-extended", "dr-answered", "dr-received");
            assertThat(json.status("/api/data-requests?state=lost")).isEqualTo(400);
        }
    }

    @Test
    void aLongListComesInPages() {
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(everyState())) {
            Json json = new Json(side.http("ADMINISTRATOR"));
            Map<String, Object> first = json.answer("/api/data-requests?state=all&limit=3");
            assertThat(listed(json, "?state=all&limit=3&before=" + first.get("next")))
                    .containsExactly("dr-answered", "dr-received");
        }
    }

    @Test
    void oneSaysWhatIsToBeDoneByWhenAndWhatWasLate() {
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(everyState())) {
            Json json = new Json(side.http("AUDITOR"));
            assertThat(json.answer("/api/data-requests/dr-received?on=2026-07-03"))
                    .containsEntry("state", "RECEIVED")
                    .containsEntry("dueOn", "2026-07-03")
                    .doesNotContainKey("late");
            assertThat(json.answer("/api/data-requests/dr-extended?on=2026-07-03"))
                    .containsEntry("state", "ANSWERED")
                    .containsEntry("dueOn", "2026-07-28");
            assertThat(json.answer("/api/data-requests/dr-done?on=2026-07-21"))
                    .containsEntry("state", "CARRIED_OUT")
                    .containsEntry("late", "CARRYING_OUT")
                    .doesNotContainKey("dueOn");
            assertThat(json.status("/api/data-requests/dr-none")).isEqualTo(404);
        }
    }

    @Test
    void aDayIsToldOnlyWhatWasDoneByThen() {
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(everyState())) {
            Json json = new Json(side.http("AUDITOR"));
            assertThat(json.status("/api/data-requests/dr-done?on=2026-06-30")).isEqualTo(404);
            assertThat(listed(json, "?state=all&on=2026-06-30")).isEmpty();
            assertThat(listed(json, "?state=closed&on=2026-07-01")).isEmpty();
            assertThat(json.answer("/api/data-requests/dr-done?on=2026-07-10"))
                    .containsEntry("state", "ANSWERED")
                    .containsEntry("answeredOn", "2026-07-06")
                    .containsEntry("dueOn", "2026-07-13")
                    .doesNotContainKey("carriedOutOn");
        }
    }

    @Test
    void theyAreNotForMembersAndLeaders() {
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(everyState())) {
            for (String role : List.of("MEMBER", "LEADER")) {
                assertThat(new Json(side.http(role)).status("/api/data-requests"))
                        .isEqualTo(403);
                assertThat(new Json(side.http(role)).status("/api/data-requests/dr-done"))
                        .isEqualTo(403);
            }
            assertThat(new Json(side.signedIn("somebody")).status("/api/data-requests"))
                    .isEqualTo(403);
        }
    }
}
