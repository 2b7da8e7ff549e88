package vn.soto.page.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.reactive.DispatcherHandler;
import vn.soto.page.ApiAnswer;
import vn.soto.page.InnerQuestions;
import vn.soto.page.Rendered;

final class HelpHandlerTest {

    private final HelpHandler help =
            new HelpHandler(Rendered.pages(), new InnerQuestions((question, page) -> Optional.empty(), new Nobody()));

    private static final ApiAnswer NOBODY = Rendered.refused("/api/me");
    private static final ApiAnswer UNITS =
            Rendered.answer("/api/units", "/api/units", "{\"answer\":[{\"unit\":\"hcm-001\"}]}");

    /** Answers no question, as the API does whoever is not signed in. */
    private static final class Nobody implements ObjectProvider<DispatcherHandler> {

        @Override
        public DispatcherHandler getObject() {
            return new DispatcherHandler();
        }
    }

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
                        .contains("href=\"" + tour.place(step, NOBODY, NOBODY).replace("&", "&amp;") + "\"");
            }
        }
    }

    @Test
    void aStepLeadsToWhatTheReaderHasOfTheirOwn() {
        ApiAnswer leader = Rendered.answer("/api/me", "/api/me", """
                {"answer":{"on":"2026-11-27","quarter":"2026-Q4","member":"m 1","rights":[{"role":"LEADER","team":"t"}],
                "places":[]}}""");
        ApiAnswer officer = Rendered.answer("/api/me", "/api/me", """
                {"answer":{"on":"2026-01-02","quarter":"2026-Q1","rights":[{"role":"OFFICER","unit":"hcm-013"}],"places":[]}}""");
        ApiAnswer auditor = Rendered.answer("/api/me", "/api/me", """
                {"answer":{"on":"2026-11-27","quarter":"2026-Q4","rights":[{"role":"AUDITOR","everywhere":true}],"places":[]}}""");
        assertThat(place("leader", 2, leader)).isEqualTo("/teams/t/timeline");
        assertThat(place("leader", 3, leader)).isEqualTo("/teams/t/reports/2026-Q3");
        assertThat(place("member", 2, leader)).isEqualTo("/members/m+1/households");
        assertThat(place("officer", 3, officer)).isEqualTo("/units/hcm-013/reports/2025-Q4");
        assertThat(place("officer", 3, leader)).isEqualTo("/");
        assertThat(place("auditor", 2, auditor)).isEqualTo("/dashboards/hcm-001?quarter=2026-Q3");
    }

    private static String place(String role, int step, ApiAnswer me) {
        return Tour.of(role).orElseThrow().place(step, me, UNITS);
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
