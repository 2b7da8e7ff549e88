package vn.soto.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import vn.soto.page.activity.DashboardPages;
import vn.soto.web.AnswerKeys;
import vn.soto.web.ClearJson;
import vn.soto.web.HeavyWork;
import vn.soto.web.PageQuestions;
import vn.soto.web.PaperCodes;

/** How often questions are asked and pages made for readers of one page. */
final class PageHandlerTest {

    private static final String READER = "reader";
    private static final String DASHBOARD = "/dashboards/u?quarter=2025-Q2";

    private final List<String> asked = new ArrayList<>();
    private final List<String> forAll = new ArrayList<>();
    private long commit = 7;
    private String rights = "all";
    private boolean busy;
    private Mono<Void> gate = Mono.empty();
    private final PageHandler pages = handler();

    /** Answers questions as the API does. */
    private final class Questions implements PageQuestions {

        @Override
        public Optional<Mono<JsonAnswer>> ask(Question question, ServerWebExchange page) {
            String address = question.address().split("\\?", 2)[0];
            asked.add(question.address());
            if (question.forAll()) {
                forAll.add(address);
            }
            boolean me = address.equals("/api/me");
            if (!me && rights.equals("none")) {
                return Optional.of(Mono.just(said(address, 403, "{\"status\":403,\"title\":\"Không được xem\"}")));
            }
            if (!me && busy) {
                return Optional.of(
                        Mono.just(said(address, 503, "{\"status\":503,\"title\":\"Đang bận\",\"retryAfter\":5}")));
            }
            String body = me
                    ? "{\"answer\":{\"account\":\""
                            + page.getRequest().getHeaders().getFirst(READER)
                            + "\",\"on\":\"2026-11-26\",\"granted\":true,\"rights\":[],\"places\":[]}}"
                    : "{\"freshness\":{\"moment\":{\"commit\":" + commit + "}},\"answer\":{\"unit\":{\"unit\":\"u\","
                            + "\"name\":\"U\",\"kind\":\"COMMUNE\"},\"quarter\":\"" + quarter(question.address())
                            + "\",\"boundaries\":\"as-was\","
                            + "\"total\":{\"assistances\":3},\"children\":[]}}";
            return Optional.of(gate.then(Mono.fromSupplier(() -> said(address, 200, body))));
        }

        @Override
        public Optional<String> template(String address) {
            return Optional.of("/api/dashboards/{unit}").filter(template -> address.matches("/api/dashboards/[^/]+"));
        }

        private static String quarter(String address) {
            return address.replaceFirst(".*quarter=([^&]+).*", "$1");
        }

        private static JsonAnswer said(String address, int status, String body) {
            return new JsonAnswer(
                    address.equals("/api/me") ? address : "/api/dashboards/{unit}",
                    status,
                    ClearJson.mapper().readTree(body));
        }
    }

    private PageHandler handler() {
        Assets assets = Rendered.assets();
        InnerQuestions questions =
                new InnerQuestions(new Questions(), provider(DispatcherHandler.class, new DispatcherHandler()));
        Pages rendering = new Pages(List.of(DashboardPages.dashboard()), assets);
        return new PageHandler(
                questions,
                rendering,
                new SharedPages(),
                assets,
                (exchange, atLeast) -> Mono.fromSupplier(() -> new AnswerKeys.Key(rights, commit)),
                new TakeOut(
                        questions,
                        rendering,
                        new PaperPrinting(
                                rendering,
                                new PaperPress(new HeavyWork()),
                                new NoFile(rendering),
                                Rendered.none(PaperCodes.class)),
                        new NoFile(rendering),
                        Clock.systemUTC()),
                Clock.systemUTC(),
                true);
    }

    private static <T> ObjectProvider<T> provider(Class<T> type, T bean) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("bean", bean);
        return beans.getBeanProvider(type);
    }

    private static MockServerWebExchange request(String reader, String address, boolean part) {
        MockServerHttpRequest.BaseBuilder<?> request = MockServerHttpRequest.get(address)
                .header(READER, reader)
                .header(HttpHeaders.ACCEPT_ENCODING, "gzip, deflate, br");
        return MockServerWebExchange.from(part ? request.header("HX-Request", "true") : request);
    }

    private MockServerHttpResponse part(String reader, String address) {
        MockServerWebExchange exchange = request(reader, address, true);
        pages.handle(exchange).block();
        return exchange.getResponse();
    }

    private static String text(MockServerHttpResponse response) {
        return new String(bytes(response), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(MockServerHttpResponse response) {
        return Objects.requireNonNull(DataBufferUtils.join(response.getBody())
                .map(buffer -> {
                    byte[] bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    return bytes;
                })
                .block());
    }

    private static String unpacked(MockServerHttpResponse response) {
        assertThat(response.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING)).isEqualTo("gzip");
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes(response)))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anUpdateIsMadeOnceForAllReadersWithTheSameRights() {
        List<String> shown = new ArrayList<>();
        for (int reader = 0; reader < 200; reader++) {
            shown.add(unpacked(part("reader-" + reader, DASHBOARD + "&atLeast=7")));
        }

        assertThat(shown.stream().distinct()).hasSize(1);
        assertThat(shown.getFirst()).contains("data-commit=\"7\"").doesNotContain("reader-");
        assertThat(asked)
                .containsExactly(
                        "/api/me?atLeast=7",
                        "/api/dashboards/u?atLeast=7&quarter=2025-Q2",
                        "/api/dashboards/u?atLeast=7&quarter=2025-Q1");
        assertThat(forAll)
                .as("without what is the first reader's own")
                .containsOnly("/api/dashboards/u")
                .hasSize(2);
    }

    @Test
    void readersWhoAskWhileAPageIsMadeWaitForIt() {
        Sinks.Empty<Void> opened = Sinks.empty();
        gate = opened.asMono();
        List<MockServerWebExchange> waiting = new ArrayList<>();
        for (int reader = 0; reader < 50; reader++) {
            MockServerWebExchange exchange = request("reader-" + reader, DASHBOARD, true);
            waiting.add(exchange);
            pages.handle(exchange).subscribe();
        }
        opened.tryEmitEmpty();

        assertThat(waiting)
                .allSatisfy(
                        exchange -> assertThat(unpacked(exchange.getResponse())).contains("data-commit=\"7\""));
        assertThat(asked).hasSize(3);
    }

    @Test
    void viewsOfOneAnswerShareIt() {
        part("an", DASHBOARD + "&view=table");
        part("an", DASHBOARD + "&view=chart");
        part("an", "/dashboards/u?quarter=2025-Q1");

        assertThat(asked).hasSize(4).endsWith("/api/dashboards/u?quarter=2024-Q4");
    }

    @Test
    void aLaterCommitAndOtherRightsMakeAnotherPage() {
        String first = unpacked(part("an", DASHBOARD));
        commit = 8;
        assertThat(unpacked(part("an", DASHBOARD)))
                .contains("data-commit=\"8\"")
                .isNotEqualTo(first);
        rights = "less";
        part("an", DASHBOARD);

        assertThat(asked).hasSize(9);
    }

    @Test
    void whoseRightsEndedIsRefusedAPageThatOthersStillShare() {
        unpacked(part("an", DASHBOARD));
        rights = "none";
        for (int again = 0; again < 2; again++) {
            MockServerHttpResponse refused = part("an", DASHBOARD);
            assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
            assertThat(refused.getHeaders().getCacheControl()).isEqualTo("no-store");
        }
        rights = "all";
        assertThat(part("an", DASHBOARD).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(asked.stream().filter(question -> question.contains("2025-Q2")))
                .as("a refusal is asked for each time, so that each is recorded")
                .hasSize(3);
    }

    @Test
    void aPageThatIsNotThereYetSaysWhenItWillBe() {
        assertThat(part("anna", DASHBOARD).getHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                .isNull();
        busy = true;
        commit++;

        MockServerHttpResponse refused = part("anna", DASHBOARD);

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(refused.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
        assertThat(text(refused)).contains("<a href=\"" + DASHBOARD + "\">Mở lại trang này</a>");
    }

    @Test
    void theFrameIsOfWhoReads() {
        MockServerWebExchange first = request("nguyen-van-an", DASHBOARD, false);
        pages.handle(first).block();
        MockServerWebExchange second = request("tran-thi-binh", DASHBOARD, false);
        pages.handle(second).block();

        assertThat(unpacked(first.getResponse())).contains("nguyen-van-an");
        assertThat(unpacked(second.getResponse())).contains("tran-thi-binh").doesNotContain("nguyen-van-an");
        assertThat(asked.stream().filter(question -> question.contains("dashboards")))
                .hasSize(2);
    }

    @Test
    void whoDoesNotTakeGzipGetsTheSameUncompressed() {
        MockServerWebExchange plain = MockServerWebExchange.from(MockServerHttpRequest.get(DASHBOARD)
                .header("HX-Request", "true")
                .header(HttpHeaders.ACCEPT_ENCODING, "br, gzip;q=0"));
        pages.handle(plain).block();

        assertThat(plain.getResponse().getHeaders().containsHeader(HttpHeaders.CONTENT_ENCODING))
                .isFalse();
        assertThat(text(plain.getResponse())).isEqualTo(unpacked(part("an", DASHBOARD)));
        assertThat(plain.getResponse().getHeaders().getVary()).contains(HttpHeaders.ACCEPT_ENCODING);
    }

    @Test
    void otherQuestionsAreAskedOnlyWhereThePageShowsTheirAnswers() {
        part("an", DASHBOARD + "&compare=yes");
        assertThat(asked)
                .contains("/api/dashboards/u?boundaries=as-now&quarter=2025-Q2", "/api/units/u")
                .hasSize(5);
        asked.clear();
        commit = 8;
        part("an", DASHBOARD + "&asOf=5");
        assertThat(asked).contains("/api/dashboards/u?quarter=2025-Q2").hasSize(4);
    }
}
