package vn.soto.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/** An administrator, and nobody else, may have dead letters retried, or everything folded anew. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProjectionEndpointIT {

    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};

    private final Sample sample = new Sample(4, 100);

    @AutoClose
    private final QuerySideFixture side = QuerySideFixture.of(sample.scribe);

    private final long tail = sample.scribe.ledger.tail().number();

    private static EntityExchangeResult<Map<String, Object>> post(WebTestClient http, String path) {
        return http.post()
                .uri("/api/projections/" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .exchange()
                .expectBody(OBJECT)
                .returnResult();
    }

    @Test
    void theModelIsTheSameAfterAReplay() {
        Map<String, List<BsonDocument>> before = side.upTo(tail).documents();
        var result = post(side.http("ADMINISTRATOR"), "activity/replay");
        assertThat(result.getStatus().value()).isEqualTo(200);
        assertThat(result.getResponseBody())
                .containsEntry("projection", "activity")
                .containsEntry("commit", (int) tail)
                .containsKey("replayed");
        assertThat(side.replayed().documents()).isEqualTo(before);
    }

    /** Whether one is running or not. */
    @Test
    void aReplayThatIsCancelledRunsNoMore() {
        post(side.http("ADMINISTRATOR"), "activity/replay");
        var result = post(side.http("ADMINISTRATOR"), "activity/replay/cancel");
        assertThat(result.getStatus().value()).isEqualTo(200);
        assertThat(result.getResponseBody()).containsEntry("commit", (int) tail).doesNotContainKey("replayed");
        assertThat(post(side.http("OFFICER", "AUDITOR"), "activity/replay/cancel")
                        .getStatus()
                        .value())
                .isEqualTo(403);
    }

    @Test
    void aRetrySaysHowManyAreLeft() {
        var result = post(side.http("ADMINISTRATOR"), "teams/retry");
        assertThat(result.getStatus().value()).isEqualTo(200);
        assertThat(result.getResponseBody()).containsEntry("deadLetters", 0);
    }

    @Test
    void othersMayNot() {
        for (WebTestClient http : List.of(side.http("OFFICER", "AUDITOR"), side.http(new String[0]), side.http())) {
            var result = post(http, "activity/replay");
            assertThat(result.getStatus().value()).isEqualTo(403);
            assertThat(result.getResponseBody()).containsEntry("type", "urn:soto:problem:not-allowed");
        }
    }

    @Test
    void namesWhatIsNotThereOrNotJson() {
        assertThat(post(side.http("ADMINISTRATOR"), "nothing/retry").getStatus().value())
                .isEqualTo(404);
        side.http("ADMINISTRATOR")
                .post()
                .uri("/api/projections/activity/replay")
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue("x")
                .exchange()
                .expectStatus()
                .isEqualTo(415);
    }
}
