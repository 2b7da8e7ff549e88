package vn.soto.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import vn.soto.contracts.shared.Quarter;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/** Every address of a query with an id that nobody has: found in the application, so that no new one is forgotten. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UnknownIdsIT {

    private final Sample sample = new Sample(3, 40);

    @AutoClose
    private final QuerySideFixture side = QuerySideFixture.inMemory(sample.scribe);

    private final Json json = new Json(side.http("ADMINISTRATOR"));

    private Stream<HandlerMethod> questions() {
        return side.beans(RequestMappingHandlerMapping.class).stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .filter(method -> List.of(mapping(method).method()).contains(RequestMethod.GET))
                .filter(method -> Stream.of(method.getMethod().getParameters())
                        .anyMatch(parameter -> parameter.isAnnotationPresent(PathVariable.class)));
    }

    private static RequestMapping mapping(HandlerMethod method) {
        return Objects.requireNonNull(method.getMethodAnnotation(RequestMapping.class));
    }

    private static String address(HandlerMethod method) {
        String address = mapping(method).path()[0];
        for (Parameter parameter : method.getMethod().getParameters()) {
            if (parameter.isAnnotationPresent(PathVariable.class)) {
                String value = parameter.getType() == Quarter.class
                        ? "2026-Q3"
                        : parameter.getType() == Long.class ? "999999999" : "zzz";
                address = address.replace("{" + parameter.getName() + "}", value);
            }
        }
        return address;
    }

    @Test
    void anIdThatNobodyHasIsAnswered404AtEveryAddress() {
        side.upTo(sample.scribe.ledger.tail().number());
        List<String> addresses = questions().map(UnknownIdsIT::address).sorted().toList();

        assertThat(addresses)
                .hasSizeGreaterThan(25)
                .contains("/api/members/zzz/activity", "/api/teams/zzz/trainings", "/api/units/zzz/reports");
        for (String address : addresses) {
            var answer = json.ask(address, "vi");
            assertThat(answer.getStatus().value()).as(address).isEqualTo(404);
            assertThat(answer.getResponseBody())
                    .as(address)
                    .extractingByKey("type")
                    .asString()
                    .startsWith("urn:soto:problem:absent-");
            assertThat(answer.getResponseBody())
                    .as(address)
                    .extractingByKey("title")
                    .asString()
                    .doesNotContain(".title");
        }
        for (Map.Entry<String, Integer> filtered : Map.of("/api/teams?unit=zzz", 404, "/api/corrections?team=zzz", 404)
                .entrySet()) {
            assertThat(json.status(filtered.getKey())).as(filtered.getKey()).isEqualTo(filtered.getValue());
        }
    }
}
