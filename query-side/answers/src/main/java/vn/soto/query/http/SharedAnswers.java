package vn.soto.query.http;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.DispatchExceptionHandler;
import org.springframework.web.reactive.HandlerAdapter;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.HandlerResultHandler;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import vn.soto.web.AnswerKeys;
import vn.soto.web.Language;
import vn.soto.web.MemoryShare;
import vn.soto.web.Sendable;
import vn.soto.web.SharedResults;

/**
 * Answers the questions of the API. An answer to one account is sent to every account with the same rights that asks
 * the same before the next commit. This requires that the answer names nobody and depends on nobody's own things. Those
 * who ask while it is being made wait for it. A client that has the answer is told so (304). Whether the question may
 * be asked is decided by the rights of now, which are part of the key. Thread-safe.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SharedAnswers implements HandlerAdapter, HandlerResultHandler {

    private static final String AT_LEAST = "atLeast";

    private final ObjectProvider<RequestMappingHandlerAdapter> endpoints;
    private final QuestionEndpoints questions;
    private final PageAnswers pages;
    private final AnswerBytes bytes;
    private final AnswerKeys keys;
    private final boolean compresses;
    private final SharedResults<Key, Sendable> answers =
            new SharedResults<>(MemoryShare.ANSWERS.bytes(), answer -> OptionalLong.of(answer.size()));

    /** Answers that are being made; each tells what it has become, and nothing if that is not for others. */
    private final ConcurrentMap<Key, Sinks.One<Sendable>> making = new ConcurrentHashMap<>();

    /** Questions of whose answers the last one was not for others: nobody waits for another one. */
    private final ConcurrentMap<Method, Boolean> ownAnswers = new ConcurrentHashMap<>();

    /** @param compresses whether answers are sent compressed, as the server's setting says */
    SharedAnswers(
            ObjectProvider<RequestMappingHandlerAdapter> endpoints,
            QuestionEndpoints questions,
            PageAnswers pages,
            AnswerBytes bytes,
            AnswerKeys keys,
            @Value("${server.compression.enabled:false}") boolean compresses) {
        this.endpoints = endpoints;
        this.questions = questions;
        this.pages = pages;
        this.bytes = bytes;
        this.keys = keys;
        this.compresses = compresses;
    }

    /** The inputs that determine an answer. */
    private record Key(Question question, AnswerKeys.Key depends) {

        boolean isOf(Freshness freshness) {
            return depends.moment().equals(AnswerState.of(freshness));
        }

        boolean holds(long commit) {
            return depends.moment() instanceof AnswerState state && state.commit() >= commit;
        }
    }

    /** @param parameters all that were given but for the commit that is waited for, which is no part of the question */
    private record Question(String path, MultiValueMap<String, String> parameters, String language) {}

    @Override
    public boolean supports(Object handler) {
        return handler instanceof HandlerMethod method && questions.of(method).isPresent();
    }

    @Override
    public Mono<HandlerResult> handle(ServerWebExchange exchange, Object handler) {
        QuestionEndpoint endpoint = questions.of((HandlerMethod) handler).orElseThrow();
        return exchange.getAttribute(AnswerKeys.PAGE) != null && endpoint.json()
                ? ofAPage(exchange, endpoint)
                : handle(exchange, endpoint, true);
    }

    /** A question of a page, or a preview that it sends. */
    private Mono<HandlerResult> ofAPage(ServerWebExchange exchange, QuestionEndpoint endpoint) {
        return pages.answer(
                        exchange, endpoint, exchange.getRequest().getMethod().equals(HttpMethod.GET))
                .map(said -> {
                    exchange.getResponse().setStatusCode(HttpStatusCode.valueOf(said.status()));
                    return result(endpoint, Sendable.once(pages.text(said)));
                });
    }

    /** @param again whether the question is asked once more if the answer that was waited for is of another state */
    private Mono<HandlerResult> handle(ServerWebExchange exchange, QuestionEndpoint endpoint, boolean again) {
        return Mono.defer(() -> endpoint.shared() ? key(exchange) : Mono.<Key>empty())
                .onErrorResume(failed -> Mono.empty())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(key -> key.map(asked -> shared(exchange, endpoint, asked, again))
                        .orElseGet(() -> endpoints
                                .getObject()
                                .handle(exchange, endpoint.called())
                                .map(result -> ofThisRequest(endpoint, result))));
    }

    private static HandlerResult result(QuestionEndpoint endpoint, Object answer) {
        return new HandlerResult(endpoint.called(), answer, endpoint.type());
    }

    private static HandlerResult ofThisRequest(QuestionEndpoint endpoint, HandlerResult result) {
        if (!(result.getReturnValue() instanceof Mono<?> answer)) {
            return result;
        }
        HandlerResult sent = result(endpoint, answer.map(made -> endpoint.sent((QueryAnswer<?>) made)));
        DispatchExceptionHandler problems = result.getExceptionHandler();
        return problems == null ? sent : sent.setExceptionHandler(problems);
    }

    /** The answer that is there, the one that is being made if others may get it, or one of this request. */
    private Mono<HandlerResult> shared(ServerWebExchange exchange, QuestionEndpoint endpoint, Key key, boolean again) {
        Optional<Sendable> found = answers.find(key);
        if (found.isPresent()) {
            return Mono.just(result(endpoint, found.get()));
        }
        Sinks.One<Sendable> own = Sinks.one();
        Sinks.One<Sendable> others = making.putIfAbsent(key, own);
        if (others == null || ownAnswers.containsKey(endpoint.question().getMethod())) {
            return made(exchange, endpoint, key, own);
        }
        return others.asMono()
                .map(made -> result(endpoint, made))
                .switchIfEmpty(Mono.defer(() ->
                        again && !ownAnswers.containsKey(endpoint.question().getMethod())
                                ? handle(exchange, endpoint, false)
                                : made(exchange, endpoint, key, own)));
    }

    /** @param told result of the endpoint, however it ends */
    private Mono<HandlerResult> made(
            ServerWebExchange exchange, QuestionEndpoint endpoint, Key key, Sinks.One<Sendable> told) {
        return Mono.defer(() -> endpoints.getObject().handle(exchange, endpoint.called()))
                .flatMap(result -> inBytes(exchange, endpoint, result, key, told))
                .doFinally(end -> {
                    making.remove(key, told);
                    var _ = told.tryEmitEmpty();
                });
    }

    /** The answer in bytes if others may get it too, kept if it is one of the state that was asked about. */
    private Mono<HandlerResult> inBytes(
            ServerWebExchange exchange,
            QuestionEndpoint endpoint,
            HandlerResult result,
            Key key,
            Sinks.One<Sendable> told) {
        if (!(result.getReturnValue() instanceof Mono<?> answer)) {
            return Mono.just(result);
        }
        Mono<HandlerResult> shared = answer.map(each -> {
            QueryAnswer<?> made = (QueryAnswer<?>) each;
            if (!made.forAll()) {
                ownAnswers.put(endpoint.question().getMethod(), true);
                return result(endpoint, Mono.just(made));
            }
            ownAnswers.remove(endpoint.question().getMethod());
            Sendable sent = Sendable.of(bytes.of(made, endpoint.type()));
            if (key.isOf(made.freshness())) {
                answers.put(key, sent);
                var _ = told.tryEmitValue(sent);
            }
            return result(endpoint, sent);
        });
        return Optional.ofNullable(result.getExceptionHandler())
                .map(problems -> shared.onErrorResume(failed -> problems.handleError(exchange, failed)))
                .orElse(shared);
    }

    /**
     * Empty for a question that is answered by itself, or refused, or fails: the endpoint tells why.
     */
    private Mono<Key> key(ServerWebExchange exchange) {
        MultiValueMap<String, String> parameters =
                new LinkedMultiValueMap<>(exchange.getRequest().getQueryParams());
        List<String> waits = Optional.ofNullable(parameters.remove(AT_LEAST)).orElse(List.of("0"));
        if (!exchange.getRequest().getMethod().equals(HttpMethod.GET)
                || !takesJson(exchange)
                || waits.size() != 1
                || !waits.getFirst().matches("[0-9]{1,18}")) {
            return Mono.empty();
        }
        Question question = new Question(
                exchange.getRequest().getPath().pathWithinApplication().value(),
                parameters,
                Language.of(exchange).getLanguage());
        return keys.of(exchange, 0)
                .map(depends -> new Key(question, depends))
                .filter(key -> key.holds(Long.parseLong(waits.getFirst())));
    }

    private static boolean takesJson(ServerWebExchange exchange) {
        List<MediaType> accepted = exchange.getRequest().getHeaders().getAccept();
        return accepted.isEmpty() || accepted.stream().anyMatch(type -> type.includes(MediaType.APPLICATION_JSON));
    }

    @Override
    public boolean supports(HandlerResult result) {
        return result.getReturnValue() instanceof Sendable;
    }

    @Override
    public Mono<Void> handleResult(ServerWebExchange exchange, HandlerResult result) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.setVary(List.of(
                HttpHeaders.ACCEPT_LANGUAGE,
                HttpHeaders.COOKIE,
                HttpHeaders.AUTHORIZATION,
                HttpHeaders.ACCEPT_ENCODING));
        Sendable answer = (Sendable) Objects.requireNonNull(result.getReturnValue());
        return exchange.getAttribute(AnswerKeys.PAGE) == null
                ? answer.sendUnlessKnown(exchange, compresses)
                : answer.send(exchange, false);
    }
}
