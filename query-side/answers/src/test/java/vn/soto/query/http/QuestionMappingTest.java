package vn.soto.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.result.method.RequestMappingInfo;

final class QuestionMappingTest {

    private final QuestionMapping mapping = new QuestionMapping();

    static final class Endpoints {

        void team() {}

        void part() {}

        void reports() {}

        void change() {}

        void file() {}
    }

    @BeforeEach
    void register() {
        register(RequestMethod.GET, "/api/teams/{team}", "team");
        register(RequestMethod.GET, "/api/teams/{team}/{part}", "part");
        register(RequestMethod.GET, "/api/teams/{team}/reports", "reports");
        register(RequestMethod.POST, "/api/teams/{team}", "change");
        register(RequestMethod.GET, "/api/files/**", "file");
    }

    private void register(RequestMethod method, String path, String name) {
        mapping.registerMapping(
                RequestMappingInfo.paths(path).methods(method).build(),
                new Endpoints(),
                Objects.requireNonNull(ReflectionUtils.findMethod(Endpoints.class, name)));
    }

    private static MockServerWebExchange get(String path) {
        return MockServerWebExchange.from(MockServerHttpRequest.get(path));
    }

    private void assertFound(MockServerWebExchange exchange, String method) {
        assertThat(mapping.getHandler(exchange).block())
                .isInstanceOfSatisfying(
                        HandlerMethod.class,
                        found -> assertThat(found.getMethod().getName()).isEqualTo(method));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/teams/7?on=2026-01-01, team",
        "/api/teams/7/members, part",
        "/api/teams/7/reports, reports",
        "/api/files/a/b/c, file"
    })
    void anAddressHasTheEndpointThatFitsItBest(String path, String method) {
        assertFound(get(path), method);
    }

    @Test
    void theVariablesOfTheAddressAreKnown() {
        MockServerWebExchange exchange = get("/api/teams/7");
        assertFound(exchange, "team");

        assertThat(exchange.<Map<String, String>>getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE))
                .containsEntry("team", "7");
    }

    @Test
    void whatIsNoQuestionIsFoundAsBefore() {
        assertThat(mapping.getHandler(get("/api/teams")).blockOptional()).isEmpty();
        assertFound(MockServerWebExchange.from(MockServerHttpRequest.post("/api/teams/7")), "change");
    }
}
