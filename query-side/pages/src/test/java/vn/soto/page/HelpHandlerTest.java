package vn.soto.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import vn.soto.page.help.Tour;

final class HelpHandlerTest {

    private final HelpHandler help = new HelpHandler(Rendered.pages());

    static List<Tour> tours() {
        return Tour.ALL;
    }

    private MockServerWebExchange get(String path, String language) {
        MockServerWebExchange exchange =
                MockServerWebExchange.from(MockServerHttpRequest.get(path).header("Accept-Language", language));
        help.handle(exchange).block();
        return exchange;
    }

    private String page(String path, String language) {
        MockServerWebExchange exchange = get(path, language);
        assertThat(exchange.getResponse().getStatusCode()).as(path).isEqualTo(HttpStatus.OK);
        return Objects.requireNonNull(exchange.getResponse().getBodyAsString().block());
    }

    @ParameterizedTest
    @MethodSource("tours")
    void aTourHasFourStepsInBothLanguages(Tour tour) {
        assertThat(tour.steps()).isEqualTo(4);
        for (String language : List.of("vi", "en")) {
            assertThat(page("/help/" + tour.role(), language)).contains("/help/" + tour.role() + "/4");
            for (int step = 1; step <= 4; step++) {
                assertThat(page("/help/" + tour.role() + "/" + step, language))
                        .contains("href=\"" + tour.place(step) + "\"");
            }
        }
    }

    @Test
    void stepsFollowOneAnother() {
        assertThat(page("/help/leader/1", "vi"))
                .contains("rel=\"next\" href=\"/help/leader/2\"")
                .doesNotContain("rel=\"prev\"");
        assertThat(page("/help/leader/4", "vi"))
                .contains("rel=\"prev\" href=\"/help/leader/3\"")
                .doesNotContain("rel=\"next\"");
    }

    @Test
    void wordsAreExplainedInBothLanguages() {
        assertThat(page("/help/words", "vi")).contains("id=\"undecided\"", "Chưa xác định địa bàn mới");
        assertThat(page("/help/words", "en")).contains("New area undecided");
    }

    @Test
    void theFirstPageNamesEveryRole() {
        assertThat(page("/help", "vi"))
                .contains(tours().stream().map(tour -> "/help/" + tour.role()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/help/nobody", "/help/leader/5", "/help/leader/0", "/help/leader/1/2", "/help/"})
    void whatIsNoPageOfHelpIsNotFound(String path) {
        HttpStatusCode status = get(path, "vi").getResponse().getStatusCode();
        assertThat(status).isEqualTo(HttpStatus.NOT_FOUND);
    }
}
