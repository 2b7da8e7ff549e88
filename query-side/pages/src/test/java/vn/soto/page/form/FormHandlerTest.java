package vn.soto.page.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.page.PagesConfiguration;
import vn.soto.web.AnswerKeys;
import vn.soto.web.HeavyWork;
import vn.soto.web.PageQuestions;
import vn.soto.web.PageReading;

/** The handling of forms when the command side gives one of its rare answers. */
final class FormHandlerTest {

    private static final String PLAN = "0192d0a9-7720-76e1-93db-b2fc9f7af258";
    private static final String LEFT_OUT = "{\"files\":[{\"file\":\"" + PLAN
            + "\",\"rows\":24,\"keptUntil\":\"2026-12-29\"}],\"rows\":\"Địa bàn;Mã hộ\\r\\nẤp 9;HO-7\\r\\n\"}";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-29T03:00:00Z"), ZoneOffset.UTC);

    private final List<String> sent = new ArrayList<>();
    private int states;
    private final FormHandler forms = forms();

    /** Somebody who is a member of a team; commands wait for a second person. */
    private final class Endpoints extends DispatcherHandler {

        @Override
        public Mono<Void> handle(ServerWebExchange exchange) {
            String address = exchange.getRequest().getURI().getRawPath();
            if (address.startsWith("/api/plans/")) {
                return written(exchange, HttpStatus.OK, "{\"answer\":{\"state\":\"" + state(exchange) + "\"}}");
            }
            if (exchange.getRequest().getMethod().equals(HttpMethod.POST)) {
                sent.add(address);
                if (address.endsWith("/left-out")) {
                    return written(exchange, HttpStatus.OK, LEFT_OUT);
                }
                if (address.startsWith("/api/imports/")) {
                    return written(exchange, HttpStatus.OK, "{\"plan\":\"" + PLAN + "\",\"rows\":1,\"ready\":1}");
                }
                return written(exchange, HttpStatus.ACCEPTED, "{\"plan\":\"" + PLAN + "\"}");
            }
            return written(
                    exchange,
                    HttpStatus.OK,
                    address.equals("/api/me")
                            ? "{\"answer\":{\"account\":\"lan\",\"member\":\"m-lan\",\"on\":\"2026-11-29\",\"places\":[],"
                                    + "\"rights\":[{\"role\":\"MEMBER\",\"team\":\"t-1\",\"may\":[]}]}}"
                            : address.startsWith("/api/requests/")
                                    ? "{\"answer\":{\"request\":\"r-1\",\"receivedOn\":\"2026-11-20\",\"member\":\"m-lan\"}}"
                                    : "{\"answer\":{}}");
        }

        /** As it is kept for a page as long as that depends on one state; the plan is completed in the third. */
        private String state(ServerWebExchange exchange) {
            PageReading page = Objects.requireNonNull(exchange.getAttribute(AnswerKeys.PAGE));
            if (page.state(Integer.class).isEmpty()) {
                states++;
                page.isOf(states);
            }
            return states < 3 ? "RUNNING" : "COMPLETED";
        }

        private static Mono<Void> written(ServerWebExchange exchange, HttpStatus status, String body) {
            exchange.getResponse().setStatusCode(status);
            exchange.getResponse().getHeaders().setContentType(MediaType.APPLICATION_JSON);
            return exchange.getResponse()
                    .writeWith(Mono.just(
                            exchange.getResponse().bufferFactory().wrap(body.getBytes(StandardCharsets.UTF_8))));
        }
    }

    private FormHandler forms() {
        AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
        beans.registerBean(Clock.class, () -> CLOCK);
        beans.registerBean(AnswerKeys.class, () -> (exchange, atLeast) -> Mono.empty());
        beans.registerBean(PageQuestions.class, () -> (question, page) -> Optional.empty());
        beans.registerBean(DispatcherHandler.class, () -> new Endpoints());
        beans.registerBean(HeavyWork.class, HeavyWork::new);
        beans.register(PagesConfiguration.class);
        beans.refresh();
        return beans.getBean(FormHandler.class);
    }

    private MockServerHttpResponse answer(MockServerHttpRequest request) {
        MockServerWebExchange exchange = MockServerWebExchange.from(request);
        forms.handle(exchange).block();
        return exchange.getResponse();
    }

    @Test
    void aVisitThatWaitsForASecondPersonSaysSoAndSettlesNoRequest() {
        MockServerHttpResponse answered = answer(MockServerHttpRequest.post("/visit?request=r-1")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body("request=r-1&household=h-1&content.services=vneid&content.outcome=DONE&_account=lan"));

        assertThat(answered.getStatusCode()).isEqualTo(HttpStatus.SEE_OTHER);
        assertThat(sent).containsExactly("/api/assistances");
        String receipt =
                Objects.requireNonNull(answered.getHeaders().getLocation()).toString();
        assertThat(receipt).contains("plan=" + PLAN);
        assertThat(answer(MockServerHttpRequest.get(receipt).build())
                        .getBodyAsString()
                        .block())
                .contains("chờ người thứ hai duyệt", "href=\"/plans/" + PLAN + "\"")
                .doesNotContain("Vào sổ", "/visit/undo");
    }

    @Test
    void rowsThatAFileLeftOutAreCheckedAgainWhenTheyAreOpened() {
        assertThat(answer(MockServerHttpRequest.get("/import/households?leftOut=" + PLAN)
                                .build())
                        .getBodyAsString()
                        .block())
                .contains("Ấp 9;HO-7", "name=\"leftOut\" value=\"" + PLAN, "1 dòng ghi được", "Bỏ các dòng này");
        assertThat(sent).containsExactly("/api/imports/households/left-out", "/api/imports/households");
    }

    @Test
    void rowsThatAFileLeftOutAreDroppedOnceAnotherFileHasThem() {
        assertThat(answer(MockServerHttpRequest.post("/import/households")
                                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                                .body("_step=record&leftOut=0192d0a9-7720-76e1-93db-b2fc9f7af259&rows=a&_account=lan"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.SEE_OTHER);
        assertThat(sent).containsExactly("/api/imports/households", "/api/imports/households/left-out");
    }

    @Test
    void aPageThatWaitsUntilItsRowsAreRecordedLooksAnewEachTime() {
        assertThat(answer(MockServerHttpRequest.post("/rows/households")
                                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                                .body("_step=record&unit=u-1&row.0.reference=HO-7&_account=lan"))
                        .getBodyAsString()
                        .block())
                .contains("Đã thêm 1 hộ");
    }
}
