package vn.soto.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

final class ProblemResponsesTest {

    private static final ProblemTexts TEXTS = new ProblemTexts(List.of("vn.soto.web.problems"));

    @Test
    void saysInVietnameseWhatIsWrong() {
        ResponseEntity<ProblemDetail> answer = answer(Problem.of(404, "absent", "u-1"), "fr, en");

        assertThat(answer.getStatusCode().value()).isEqualTo(404);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.CONTENT_LANGUAGE)).isEqualTo("vi");
        ProblemDetail body = Objects.requireNonNull(answer.getBody());
        assertThat(body.getType()).isEqualTo(URI.create("urn:soto:problem:absent"));
        assertThat(body.getTitle()).isEqualTo("Không có");
        assertThat(body.getDetail()).isEqualTo("Không có 'u-1'.");
        assertThat(body.getInstance()).isEqualTo(URI.create("/api/units/u-1"));
    }

    @Test
    void saysItInEnglishIfThatIsAskedForFirst() {
        Problem problem = Problem.of(422, "absent")
                .detailed("absent.detail", (Localized) locale -> "in " + locale.getLanguage())
                .with("language", (Localized) locale -> locale.getLanguage());

        ProblemDetail body = Objects.requireNonNull(answer(problem, "en-GB, vi").getBody());

        assertThat(body.getDetail()).isEqualTo("There is no 'in en'.");
        assertThat(body.getProperties()).isEqualTo(Map.of("language", "en"));
    }

    @Test
    void saysWhenToComeBackAfterASecondAtLeast() {
        ResponseEntity<ProblemDetail> answer =
                answer(Problem.of(503, "absent", "u-1").retryAfter(Duration.ofMillis(1)), "vi");

        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("1");
    }

    @Test
    void aFailureOfTheServerHasAnIdThatTheLogHasToo() {
        ResponseEntity<ProblemDetail> answer = answer(Problem.of(500, "absent"), "en");

        Map<String, Object> properties =
                Objects.requireNonNull(Objects.requireNonNull(answer.getBody()).getProperties());
        String id = String.valueOf(properties.get(FailureLog.PROPERTY));
        assertThat(id).matches("[0-9a-f]{8}-.+");
        assertThat(answer.getBody().getDetail()).contains(id);
    }

    @Test
    void anAddressThatIsNoUriByItselfIsLeftOut() {
        MockServerWebExchange exchange =
                MockServerWebExchange.from(MockServerHttpRequest.method(HttpMethod.GET, URI.create("http://x//")));
        ProblemDetail body = Objects.requireNonNull(new ProblemResponses(error -> Problem.of(404, "absent"), TEXTS)
                .answer(new IllegalStateException(), exchange)
                .getBody());
        assertThat(body.getInstance()).isNull();
    }

    /** The client may have hung up in the middle of a stream; a problem cannot follow what was sent. */
    @Test
    void anAnswerThatHasBegunStaysAsItIs() {
        MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/api/live"));
        exchange.getResponse().setComplete().block();
        ClosedChannelException gone = new ClosedChannelException();

        assertThatThrownBy(() -> new ProblemResponses(error -> Problem.of(500, "broken"), TEXTS).answer(gone, exchange))
                .hasCause(gone)
                .matches(Disconnection::caused);
    }

    @Test
    void showsTheKeyOfATextThatIsMissing() {
        assertThat(TEXTS.text("no-such-key", Language.VIETNAMESE)).isEqualTo("no-such-key");
    }

    /** A request names fields and values of any length; an answer repeats the beginning. */
    @Test
    void repeatsNoLongTextOfTheRequest() {
        String text = "👪".repeat(10_000);

        ProblemDetail body =
                Objects.requireNonNull(answer(Problem.of(404, "absent", text).with("texts", List.of(text)), "vi")
                        .getBody());

        String beginning = "👪".repeat(ProblemTexts.LONGEST_VALUE) + "…";
        assertThat(body.getDetail()).isEqualTo("Không có '" + beginning + "'.");
        assertThat(body.getProperties()).isEqualTo(Map.of("texts", List.of(beginning)));
    }

    private static ResponseEntity<ProblemDetail> answer(Problem problem, String languages) {
        MockServerWebExchange exchange = MockServerWebExchange.from(
                MockServerHttpRequest.get("/api/units/u-1").header(HttpHeaders.ACCEPT_LANGUAGE, languages));
        return new ProblemResponses(error -> problem, TEXTS).answer(new IllegalStateException(), exchange);
    }
}
