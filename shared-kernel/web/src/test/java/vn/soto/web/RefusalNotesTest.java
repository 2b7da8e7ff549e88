package vn.soto.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;
import vn.soto.web.RefusalNotes.Note;

/** The note of a refusal: the operation and the lacking right, and nothing of the request's content. */
final class RefusalNotesTest {

    private final MockServerWebExchange exchange =
            MockServerWebExchange.from(MockServerHttpRequest.post("/api/members/lan-0912345678/profile?name=Lan"));

    private void matched() {
        exchange.getAttributes()
                .put(
                        HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE,
                        PathPatternParser.defaultInstance.parse("/api/members/{member}/profile"));
    }

    @Test
    void theOperationIsThereWithoutWhatItWasAbout() {
        matched();
        RefusalNotes.add(Problem.of(403, "not-allowed"), exchange);
        RefusalNotes.add(Problem.of(403, "not-allowed"), exchange);
        RefusalNotes.add(
                Problem.of(403, "right-reaches-the-place")
                        .with("arguments", List.of("OFFICER", "Phường An Phú", "2026-01-01")),
                exchange);

        RefusalNotes.add(
                Problem.of(403, "outside-area").with("right", "RECORDS").with("areas", List.of("Phường An Phú")),
                exchange);

        String operation = "POST /api/members/{member}/profile";
        assertThat(RefusalNotes.of(exchange))
                .hasSize(3)
                .containsEntry(new Note(operation, "outside-area RECORDS"), 1)
                .containsEntry(new Note(operation, "not-allowed"), 2)
                .containsEntry(new Note(operation, "right-reaches-the-place OFFICER"), 1);
    }

    @Test
    void otherProblemsAreNoRefusals() {
        for (int status : List.of(400, 401, 404, 409, 422, 500, 503)) {
            RefusalNotes.add(Problem.of(status, "any"), exchange);
        }
        assertThat(RefusalNotes.of(exchange)).isEmpty();
    }

    @Test
    void aRequestHasFewKinds() {
        IntStream.range(0, 1_000).forEach(i -> RefusalNotes.add(Problem.of(403, "code-" + i), exchange));
        RefusalNotes.add(Problem.of(403, "code-1"), exchange);

        assertThat(RefusalNotes.of(exchange)).hasSize(200).containsEntry(new Note("POST", "code-1"), 2);
    }
}
