package vn.soto.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

final class MalformedAcceptTest {

    @ParameterizedTest
    @CsvSource({
        "application/json, application/json",
        "'text/csv, */*;q=0.1', 'text/csv, */*;q=0.1'",
        "image/png, image/png",
        ";;;, ''",
        "application/json;q=7, ''",
        "json, ''"
    })
    void isIgnored(String sent, String seen) {
        MockServerWebExchange exchange =
                MockServerWebExchange.from(MockServerHttpRequest.get("/").header(HttpHeaders.ACCEPT, sent));
        List<String> accepted = new ArrayList<>();

        new MalformedAccept()
                .filter(exchange, passed -> {
                    accepted.addAll(passed.getRequest().getHeaders().getOrEmpty(HttpHeaders.ACCEPT));
                    return Mono.empty();
                })
                .block();

        assertThat(String.join("", accepted)).isEqualTo(seen);
    }
}
