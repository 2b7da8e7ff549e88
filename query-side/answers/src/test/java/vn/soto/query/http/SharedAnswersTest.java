package vn.soto.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import vn.soto.query.http.Freshness.Moment;
import vn.soto.query.http.QueryAnswer.Audience;
import vn.soto.query.link.Hyperlink;
import vn.soto.query.link.Links;
import vn.soto.query.link.PeopleNames;
import vn.soto.web.AnswerKeys;
import vn.soto.web.EndpointRight;
import vn.soto.web.Sendable;

/** How often an answer is made for those who ask for it at the same time. */
final class SharedAnswersTest {

    private static final Links LINKS = new Links(
            new Hyperlink("/api/units", null, null, null), null, null, Map.of(), Map.of(), Map.of(), null, null, null);

    /** The answers being made, one for each time that the endpoint was asked. */
    private final List<Sinks.One<QueryAnswer<String>>> begun = new ArrayList<>();

    private long commit = 7;
    private final HandlerMethod method =
            new HandlerMethod(new Question(), Question.class.getDeclaredMethods()[0]);
    private final ObjectProvider<ServerCodecConfigurer> codecs =
            provider(ServerCodecConfigurer.class, ServerCodecConfigurer.create());
    private final ObjectProvider<RequestMappingHandlerAdapter> endpoints =
            provider(RequestMappingHandlerAdapter.class, new Endpoints());
    private final ObjectProvider<QueryExecutor> queries =
            new StaticListableBeanFactory().getBeanProvider(QueryExecutor.class);
    private final AnswerBytes bytes = new AnswerBytes(codecs);
    private final SharedAnswers answers = new SharedAnswers(
            endpoints,
            new QuestionEndpoints(
                    new StaticListableBeanFactory().getBeanProvider(RequestMappingHandlerMapping.class), queries),
            new PageAnswers(
                    queries,
                    endpoints,
                    new QueryArguments(codecs),
                    bytes,
                    new AnswerNames(new StaticListableBeanFactory().getBeanProvider(PeopleNames.class))),
            bytes,
            (exchange, atLeast) -> Mono.fromSupplier(() -> new AnswerKeys.Key("rights", AnswerState.of(fresh(commit)))),
            false);

    private static <T> ObjectProvider<T> provider(Class<T> type, T bean) {
        return new StaticListableBeanFactory(Map.of("bean", bean)).getBeanProvider(type);
    }

    @SuppressWarnings("UnusedMethod") // its return type says what an answer is
    private static final class Question {

        @Query(at = "/api/units", right = EndpointRight.REFERENCE)
        String answer() {
            return "";
        }
    }

    private final class Endpoints extends RequestMappingHandlerAdapter {

        @Override
        public Mono<HandlerResult> handle(ServerWebExchange exchange, Object handler) {
            Sinks.One<QueryAnswer<String>> next = Sinks.one();
            begun.add(next);
            return Mono.just(new HandlerResult(handler, next.asMono(), ((HandlerMethod) handler).getReturnType()));
        }
    }

    private static Freshness fresh(long commit) {
        Moment moment = new Moment(commit, null, "chain");
        return new Freshness(commit, "chain", commit, 0, 0, false, 0, null, null, null, null, moment, moment, 0);
    }

    private CompletableFuture<HandlerResult> asks() {
        return answers.handle(MockServerWebExchange.from(MockServerHttpRequest.get("/api/units")), method)
                .toFuture();
    }

    private List<CompletableFuture<HandlerResult>> ask(int number) {
        List<CompletableFuture<HandlerResult>> all = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            all.add(asks());
        }
        return all;
    }

    private void made(int which, boolean forAll) {
        begun.get(which)
                .tryEmitValue(new QueryAnswer<>(
                        fresh(commit), "made " + which, LINKS, forAll ? Audience.BY_RIGHTS : Audience.NONE))
                .orThrow();
    }

    private static List<Object> answers(List<CompletableFuture<HandlerResult>> all) {
        return all.stream()
                .map(CompletableFuture::join)
                .map(result -> Objects.requireNonNull(result.getReturnValue()))
                .toList();
    }

    @Test
    void thoseWhoAskAtOnceGetTheOneThatIsMade() {
        List<CompletableFuture<HandlerResult>> all = ask(20);
        assertThat(begun).hasSize(1);
        assertThat(all).noneMatch(CompletableFuture::isDone);
        made(0, true);

        assertThat(answers(all))
                .hasOnlyElementsOfType(Sendable.class)
                .containsOnly(answers(all).getFirst());
        assertThat(answers(ask(1))).as("later").containsOnly(answers(all).getFirst());
        assertThat(begun).hasSize(1);
    }

    @Test
    void anAnswerThatIsNotForOthersIsMadeForEachAndNobodyWaitsForAnother() {
        List<CompletableFuture<HandlerResult>> all = ask(3);
        made(0, false);
        assertThat(begun).hasSize(3);
        made(1, false);
        made(2, false);
        assertThat(answers(all)).hasSize(3).doesNotHaveAnyElementsOfTypes(Sendable.class);

        ask(2);
        assertThat(begun).hasSize(5);
    }

    @Test
    void ifWhoseAnswerIsBeingMadeLeavesAnotherMakesIt() {
        CompletableFuture<HandlerResult> leaves = asks();
        List<CompletableFuture<HandlerResult>> others = ask(3);
        leaves.cancel(true);
        assertThat(begun).hasSize(2);
        made(1, true);

        assertThat(answers(others)).hasOnlyElementsOfType(Sendable.class);
    }

    @Test
    void anAnswerOfAnotherStateIsAskedForOnceMore() {
        List<CompletableFuture<HandlerResult>> all = ask(4);
        commit++;
        made(0, true);
        assertThat(begun).hasSize(2);
        made(1, true);

        assertThat(answers(all).getFirst()).isNotEqualTo(answers(all).getLast());
        assertThat(answers(all).subList(1, 4)).containsOnly(answers(all).getLast());
    }

    @Test
    void aFailureIsOfWhoeverMetIt() {
        List<CompletableFuture<HandlerResult>> all = ask(2);
        begun.getFirst()
                .tryEmitError(new IllegalStateException("broken on purpose"))
                .orThrow();
        assertThat(all.getFirst()).isCompletedExceptionally();
        made(1, true);
        assertThat(answers(all.subList(1, 2))).hasOnlyElementsOfType(Sendable.class);
    }
}
