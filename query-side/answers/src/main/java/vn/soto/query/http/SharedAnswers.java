package vn.soto.query.http;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.Order;
import org.springframework.core.codec.Encoder;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.codec.EncoderHttpMessageWriter;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.util.function.SingletonSupplier;
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
import vn.soto.web.AnswerType;
import vn.soto.web.EndpointRight;
import vn.soto.web.Language;
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

    /** Bytes of all answers that are kept. */
    private static final long MOST = 32_000_000;

    private static final String AT_LEAST = "atLeast";

    private final ObjectProvider<RequestMappingHandlerAdapter> endpoints;
    private final SingletonSupplier<Encoder<Object>> json;
    private final AnswerKeys keys;
    private final ObjectProvider<QueryExecutor> queries;
    private final boolean compresses;
    private final SharedResults<Key, Sendable> answers =
            new SharedResults<>(MOST, answer -> OptionalLong.of(answer.size()));

    /** Answers that are being made; each tells what it has become, and nothing if that is not for others. */
    private final ConcurrentMap<Key, Sinks.One<Sendable>> making = new ConcurrentHashMap<>();

    /** The questions that were asked, by their methods; empty for a method that is none. */
    private final ConcurrentMap<Method, Optional<Endpoint>> asked = new ConcurrentHashMap<>();

    /** Questions of whose answers the last one was not for others: nobody waits for another one. */
    private final ConcurrentMap<Endpoint, Boolean> ownAnswers = new ConcurrentHashMap<>();

    /** @param compresses whether answers are sent compressed, as the server's setting says */
    SharedAnswers(
            ObjectProvider<RequestMappingHandlerAdapter> endpoints,
            ObjectProvider<ServerCodecConfigurer> codecs,
            AnswerKeys keys,
            ObjectProvider<QueryExecutor> queries,
            @Value("${server.compression.enabled:false}") boolean compresses) {
        this.endpoints = endpoints;
        this.json = SingletonSupplier.of(() -> json(codecs.getObject()));
        this.keys = keys;
        this.queries = queries;
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
    private record Question(String path, MultiValueMap<String, String> parameters, String language, boolean forPage) {}

    /**
     * How a question is asked.
     *
     * @param called the method that makes the answer with what belongs to one
     * @param json   whether that is sent; if not, the answer is the whole response
     * @param shared whether others may get the answer: what is made anew, or told about the own account, is nothing to them
     */
    private record Endpoint(HandlerMethod called, AnswerType type, boolean json, boolean shared) {

        HandlerResult result(Object answer) {
            return new HandlerResult(called, answer, type);
        }

        Object sent(QueryAnswer<?> answer) {
            return json ? answer : answer.answer();
        }
    }

    @Override
    public boolean supports(Object handler) {
        return handler instanceof HandlerMethod method && endpoint(method).isPresent();
    }

    private Optional<Endpoint> endpoint(HandlerMethod method) {
        return asked.computeIfAbsent(
                method.getMethod(),
                key -> Optional.ofNullable(method.getMethodAnnotation(Query.class))
                        .map(query -> endpoint(method, query)));
    }

    private Endpoint endpoint(HandlerMethod method, Query query) {
        boolean json = AnswerType.sent(method.getMethod()).toClass() == QueryAnswer.class;
        return new Endpoint(
                QueryEndpoint.of(method, query, queries),
                new AnswerType(method.getMethod()),
                json,
                json && query.effort() == Query.Effort.SHARED && query.right() != EndpointRight.OWN_ACCOUNT);
    }

    @Override
    public Mono<HandlerResult> handle(ServerWebExchange exchange, Object handler) {
        return handle(exchange, endpoint((HandlerMethod) handler).orElseThrow(), true);
    }

    /** @param again whether the question is asked once more if the answer that was waited for is of another state */
    private Mono<HandlerResult> handle(ServerWebExchange exchange, Endpoint endpoint, boolean again) {
        return Mono.defer(() -> endpoint.shared ? key(exchange) : Mono.<Key>empty())
                .onErrorResume(failed -> Mono.empty())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(key -> key.map(asked -> shared(exchange, endpoint, asked, again))
                        .orElseGet(() -> endpoints
                                .getObject()
                                .handle(exchange, endpoint.called)
                                .map(result -> ofThisRequest(endpoint, result))));
    }

    private static HandlerResult ofThisRequest(Endpoint endpoint, HandlerResult result) {
        if (!(result.getReturnValue() instanceof Mono<?> answer)) {
            return result;
        }
        HandlerResult sent = endpoint.result(answer.map(made -> endpoint.sent((QueryAnswer<?>) made)));
        DispatchExceptionHandler problems = result.getExceptionHandler();
        return problems == null ? sent : sent.setExceptionHandler(problems);
    }

    /** The answer that is there, the one that is being made if others may get it, or one of this request. */
    private Mono<HandlerResult> shared(ServerWebExchange exchange, Endpoint endpoint, Key key, boolean again) {
        Optional<Sendable> found = answers.find(key);
        if (found.isPresent()) {
            return Mono.just(endpoint.result(found.get()));
        }
        Sinks.One<Sendable> own = Sinks.one();
        Sinks.One<Sendable> others = making.putIfAbsent(key, own);
        if (others == null || ownAnswers.containsKey(endpoint)) {
            return made(exchange, endpoint, key, own);
        }
        return others.asMono()
                .map(endpoint::result)
                .switchIfEmpty(Mono.defer(() -> again && !ownAnswers.containsKey(endpoint)
                        ? handle(exchange, endpoint, false)
                        : made(exchange, endpoint, key, own)));
    }

    /** @param told result of the endpoint, however it ends */
    private Mono<HandlerResult> made(ServerWebExchange exchange, Endpoint endpoint, Key key, Sinks.One<Sendable> told) {
        return Mono.defer(() -> endpoints.getObject().handle(exchange, endpoint.called))
                .flatMap(result -> inBytes(exchange, endpoint, result, key, told))
                .doFinally(end -> {
                    making.remove(key, told);
                    var _ = told.tryEmitEmpty();
                });
    }

    /** The answer in bytes if others may get it too, kept if it is one of the state that was asked about. */
    private Mono<HandlerResult> inBytes(
            ServerWebExchange exchange, Endpoint endpoint, HandlerResult result, Key key, Sinks.One<Sendable> told) {
        if (!(result.getReturnValue() instanceof Mono<?> answer)) {
            return Mono.just(result);
        }
        Mono<HandlerResult> shared = answer.map(each -> {
            QueryAnswer<?> made = (QueryAnswer<?>) each;
            if (!made.forAll()) {
                ownAnswers.put(endpoint, true);
                // A page reads the bytes; for nobody else it has to be found out in which format.
                return exchange.getAttribute(AnswerKeys.PAGE) == null
                        ? endpoint.result(Mono.just(made))
                        : endpoint.result(Sendable.once(bytes(made, endpoint.type)));
            }
            ownAnswers.remove(endpoint);
            Sendable sent = Sendable.of(bytes(made, endpoint.type));
            if (key.isOf(made.freshness())) {
                answers.put(key, sent);
                var _ = told.tryEmitValue(sent);
            }
            return endpoint.result(sent);
        });
        return Optional.ofNullable(result.getExceptionHandler())
                .map(problems -> shared.onErrorResume(failed -> problems.handleError(exchange, failed)))
                .orElse(shared);
    }

    /** The one that writes all other answers. */
    @SuppressWarnings("unchecked") // it says itself that it encodes the type
    private static Encoder<Object> json(ServerCodecConfigurer codecs) {
        return (Encoder<Object>) codecs.getWriters().stream()
                .filter(writer ->
                        writer.canWrite(ResolvableType.forClass(QueryAnswer.class), MediaType.APPLICATION_JSON))
                .filter(EncoderHttpMessageWriter.class::isInstance)
                .map(writer -> ((EncoderHttpMessageWriter<?>) writer).getEncoder())
                .findFirst()
                .orElseThrow();
    }

    private byte[] bytes(QueryAnswer<?> answer, AnswerType type) {
        DataBuffer buffer = json.obtain()
                .encodeValue(
                        answer,
                        DefaultDataBufferFactory.sharedInstance,
                        ResolvableType.forMethodParameter(type).getGeneric(),
                        MediaType.APPLICATION_JSON,
                        Map.of());
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        return bytes;
    }

    /**
     * Empty for a question that is answered by itself, or refused, or fails: the endpoint tells why. Answers for pages
     * of many readers are kept by the makers of these pages.
     */
    private Mono<Key> key(ServerWebExchange exchange) {
        MultiValueMap<String, String> parameters =
                new LinkedMultiValueMap<>(exchange.getRequest().getQueryParams());
        List<String> waits = Optional.ofNullable(parameters.remove(AT_LEAST)).orElse(List.of("0"));
        if (exchange.getAttribute(AnswerKeys.SHARED) != null
                || !exchange.getRequest().getMethod().equals(HttpMethod.GET)
                || !takesJson(exchange)
                || waits.size() != 1
                || !waits.getFirst().matches("[0-9]{1,18}")) {
            return Mono.empty();
        }
        Question question = new Question(
                exchange.getRequest().getPath().pathWithinApplication().value(),
                parameters,
                Language.of(exchange).getLanguage(),
                exchange.getAttribute(AnswerKeys.PAGE) != null);
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
