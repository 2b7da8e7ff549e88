package vn.soto.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.DataRequestEvent.DataRequestReceived;
import vn.soto.contracts.person.DataRequestId;
import vn.soto.contracts.person.DataRequestKind;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.ledger.Limits;
import vn.soto.query.testing.DryRunEvents;
import vn.soto.query.testing.PlainEvents;
import vn.soto.query.testing.QuerySideFixture;

/** An account that supposes events learns nothing that it could not ask, and changes nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PreviewRightsIT {

    private static final JsonMapper JSON = new JsonMapper();

    private final TwoCommunes communes = new TwoCommunes();

    @AutoClose
    private final QuerySideFixture side = communes.side();

    private static DomainEvent voided(String where) {
        return new AssistanceVoided(
                new AssistanceId("a-" + where),
                new TeamId("t-" + where),
                Beneficiary.of(new HouseholdId("h-" + where), new UnitId("r-" + where)));
    }

    private static Map<String, @Nullable Object> event(DomainEvent event) {
        Map<String, @Nullable Object> fields = DryRunEvents.of(event);
        fields.put("tags", List.of("team:t-in"));
        return fields;
    }

    private JsonNode preview(int status, String account, Object body) {
        EntityExchangeResult<byte[]> result = side.signedIn(account, "ADMINISTRATOR")
                .post()
                .uri("/api/corrections/preview")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(JSON.writeValueAsBytes(body))
                .exchange()
                .expectBody()
                .returnResult();
        JsonNode answer = JSON.readTree(Objects.requireNonNull(result.getResponseBody()));
        assertThat(result.getStatus().value()).as(answer + "").isEqualTo(status);
        return answer;
    }

    private static Map<String, Object> dryRun(DomainEvent... events) {
        List<Object> all = new ArrayList<>();
        for (DomainEvent event : events) {
            all.add(event(event));
        }
        return Map.of("command", "void-assistance", "events", all, "warnings", List.of());
    }

    private static List<String> places(JsonNode answer) {
        List<String> places = new ArrayList<>();
        answer.get("answer").get("figures").forEach(figure -> {
            JsonNode where = figure.get("where");
            places.add(where.path("team").asString("") + where.path("unit").asString(""));
        });
        return places.stream().distinct().sorted().toList();
    }

    @Test
    void showsWhatWouldChangeInTheReadersArea() {
        assertThat(places(preview(200, "officer", dryRun(voided("in"))))).containsExactly("c-in", "p", "r-in", "t-in");
        assertThat(places(preview(200, "auditor", dryRun(voided("out")))))
                .containsExactly("c-out", "p", "r-out", "t-out");
        assertThat(side.signedIn("officer", "ADMINISTRATOR")
                        .get()
                        .uri("/api/assistances/a-in")
                        .exchange()
                        .expectBody()
                        .returnResult()
                        .getResponseBody())
                .as("nothing was recorded")
                .asString(StandardCharsets.UTF_8)
                .doesNotContain("\"voided\":true");
    }

    @Test
    void aRecordThatIsBegunMayBeSupposed() {
        preview(200, "officer", dryRun(new HouseholdRegistered(new HouseholdId("h-new"), new UnitId("r-in"), "HO-99")));
        preview(
                200,
                "officer",
                dryRun(new DataRequestReceived(
                        new DataRequestId("d-new"),
                        Subject.of(new HouseholdId("h-in")),
                        DataRequestKind.ACCESS,
                        false,
                        TwoCommunes.DAY,
                        TwoCommunes.DAY.plusDays(3),
                        TwoCommunes.DAY.plusDays(9))));
    }

    @Test
    void nobodySupposesAnythingAboutTheRecordsOfOthers() {
        preview(403, "officer", dryRun(voided("out")));
        assertThat(preview(403, "officer", dryRun(voided("nowhere"))))
                .as("about a record of nowhere")
                .isEqualTo(preview(403, "officer", dryRun(voided("out"))));
        preview(403, "viewer", dryRun(voided("in")));
        preview(403, "operator", dryRun(voided("in")));
        preview(
                403,
                "officer",
                dryRun(new HouseholdRelocated(
                        new HouseholdId("h-out"),
                        new UnitId("r-out"),
                        new UnitId("r-in"),
                        null,
                        TwoCommunes.DAY.plusDays(30))));
    }

    /** Rights are those of now, whatever is supposed. */
    @Test
    void aSupposedRightWidensNothing() {
        DomainEvent granted = PlainEvents.role(new AccountId("officer"), Role.OFFICER, Area.WHOLE, TwoCommunes.DAY);
        preview(403, "officer", dryRun(granted, voided("out")));
        assertThat(places(preview(200, "auditor", dryRun(granted)))).isEmpty();
    }

    /** As when a team is consolidated whose members are responsible for a hamlet of many households. */
    @Test
    void asMuchAsACommitHoldsMayBeSupposed() {
        DomainEvent[] all = IntStream.range(0, Limits.MAX_EVENTS)
                .mapToObj(each ->
                        new HouseholdRegistered(new HouseholdId("h-many-" + each), new UnitId("r-in"), "NHIEU-" + each))
                .toArray(DomainEvent[]::new);
        assertThat(places(preview(200, "officer", dryRun(all)))).contains("r-in");
    }

    @Test
    void whatIsNoDryRunIsRefused() {
        assertThat(preview(400, "auditor", Map.of()).get("type").asString()).endsWith("bad-events");
        preview(400, "auditor", Map.of("events", List.of()));
        preview(400, "auditor", Map.of("events", List.of(Map.of("name", "no.such-event", "content", Map.of()))));
        preview(400, "auditor", Map.of("events", List.of(Map.of("name", "assistance.voided", "content", Map.of()))));
        preview(400, "auditor", Map.of("events", Collections.nCopies(Limits.MAX_EVENTS + 1, event(voided("in")))));
        preview(400, "auditor", Map.of("events", List.of(event(voided("nowhere")))));
    }
}
