package vn.soto.page;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.util.pattern.PathPattern;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import vn.soto.web.AnswerKeys;
import vn.soto.web.ClearJson;
import vn.soto.web.PageQuestions;
import vn.soto.web.PageReading;
import vn.soto.web.RefusalNotes;

/**
 * Asks the API the questions of a page, in the name of its reader, and sends it commands. Rights, refusals and the
 * register of reads are those of the API, so a page shows nothing beyond it.
 */
@Component
public final class InnerQuestions {

    private final PageQuestions questions;

    /** Found at the first request, because it is created from the mappings of these pages. */
    private final SingletonSupplier<DispatcherHandler> endpoints;

    private final JsonMapper json = ClearJson.mapper();

    public InnerQuestions(PageQuestions questions, ObjectProvider<DispatcherHandler> endpoints) {
        this.questions = questions;
        this.endpoints = SingletonSupplier.of(endpoints::getObject);
    }

    /** @param address path of the API with its parameters, encoded */
    public Mono<ApiAnswer> ask(String address, String language, ServerWebExchange page) {
        return ask(new PageQuestions.Question(address, language, false), page);
    }

    /** The same for everybody with the rights of who asks: without what is in an answer because it is the asker's own. */
    Mono<ApiAnswer> askForAll(String address, String language, ServerWebExchange page) {
        return ask(new PageQuestions.Question(address, language, true), page);
    }

    /** The template of the address of a question or table; null if the API has neither there. */
    @Nullable
    String template(String address) {
        Optional<String> found = questions.template(address);
        return found.isPresent() ? found.get() : null;
    }

    /** An address that is no question, such as that of the machine's accounts, is asked of its endpoint. */
    private Mono<ApiAnswer> ask(PageQuestions.Question question, ServerWebExchange page) {
        begin(page);
        return questions
                .ask(question, page)
                .map(answer -> answer.map(
                        said -> new ApiAnswer(said.template(), question.address(), said.status(), said.body())))
                .orElseGet(() -> {
                    InnerExchange asked = new InnerExchange(question.address(), question.language(), page);
                    return exchanged(asked).then(Mono.fromCallable(() -> asked.answer(json)));
                });
    }

    /** Makes what the questions of a page have in common. */
    private static void begin(ServerWebExchange page) {
        RefusalNotes.open(page);
        page.getAttributes().computeIfAbsent(AnswerKeys.PAGE, nobody -> new PageReading(address(page)));
    }

    private static String address(ServerWebExchange page) {
        URI asked = page.getRequest().getURI();
        return asked.getRawQuery() == null ? asked.getRawPath() : asked.getRawPath() + "?" + asked.getRawQuery();
    }

    /** Sends something to an address of the API, in the name of who sent it to a page. */
    public Mono<Sent> send(Sending sending, String language, ServerWebExchange page) {
        InnerExchange sent = new InnerExchange(sending, language, page);
        return exchanged(sent).then(Mono.fromCallable(() -> new Sent(sent.status(), sent.response.body)));
    }

    /**
     * A request with a body.
     *
     * @param headers beside those of the page's own request
     */
    public record Sending(String address, SentContent content, Map<String, String> headers) {}

    /** The answer to what was sent, as it came. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared: only read.
    public record Sent(int status, byte[] body) {}

    private Mono<Void> exchanged(InnerExchange asked) {
        return endpoints.obtain().handle(asked).onErrorResume(ResponseStatusException.class, refused -> {
            asked.response.setStatusCode(refused.getStatusCode());
            return Mono.empty();
        });
    }

    /** The request for an answer inside the request for a page: it has attributes and an answer of its own. */
    private static final class InnerExchange extends ServerWebExchangeDecorator {

        private final String address;
        private final ServerHttpRequest request;
        private final Captured response;
        private final Map<String, Object> attributes;

        InnerExchange(String address, String language, ServerWebExchange page) {
            this(page, address, request(HttpMethod.GET, address, language, page, headers -> {
                headers.remove(HttpHeaders.CONTENT_TYPE);
                headers.remove(HttpHeaders.CONTENT_LENGTH);
            }));
        }

        InnerExchange(Sending sending, String language, ServerWebExchange page) {
            this(
                    page,
                    sending.address(),
                    new Written(
                            request(HttpMethod.POST, sending.address(), language, page, headers -> {
                                headers.setContentType(sending.content().type());
                                headers.remove(HttpHeaders.CONTENT_LENGTH);
                                if (sending.content().length() >= 0) {
                                    headers.setContentLength(sending.content().length());
                                }
                                headers.setAccept(List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_NDJSON));
                                sending.headers().forEach(headers::set);
                            }),
                            sending.content().body()));
        }

        private InnerExchange(ServerWebExchange page, String address, ServerHttpRequest request) {
            super(page);
            this.address = address;
            this.request = request;
            begin(page);
            this.response = new Captured(page.getResponse());
            this.attributes = new ConcurrentHashMap<>(page.getAttributes());
            attributes.remove(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE);
        }

        private static ServerHttpRequest request(
                HttpMethod method,
                String address,
                String language,
                ServerWebExchange page,
                Consumer<HttpHeaders> more) {
            return page.getRequest()
                    .mutate()
                    .method(method)
                    .uri(page.getRequest().getURI().resolve(URI.create(address)))
                    .headers(headers -> {
                        headers.setAccept(List.of(MediaType.APPLICATION_JSON));
                        headers.set(HttpHeaders.ACCEPT_LANGUAGE, language);
                        more.accept(headers);
                    })
                    .build();
        }

        @Override
        public ServerHttpRequest getRequest() {
            return request;
        }

        @Override
        public ServerHttpResponse getResponse() {
            return response;
        }

        @Override
        public Map<String, Object> getAttributes() {
            return attributes;
        }

        int status() {
            HttpStatusCode status = response.getStatusCode();
            return status == null ? HttpStatus.OK.value() : status.value();
        }

        ApiAnswer answer(JsonMapper json) {
            String template =
                    attributes.get(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof PathPattern found
                            ? found.getPatternString()
                            : "";
            return new ApiAnswer(
                    template,
                    address,
                    status(),
                    response.body.length == 0 ? MissingNode.getInstance() : json.readTree(response.body));
        }
    }

    /** A request with a body of its own. */
    private static final class Written extends ServerHttpRequestDecorator {

        private final Flux<DataBuffer> body;

        Written(ServerHttpRequest request, Flux<DataBuffer> body) {
            super(request);
            this.body = body;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return body;
        }
    }

    /** Keeps the body instead of sending it. */
    private static final class Captured extends ServerHttpResponseDecorator {

        private final HttpHeaders headers = new HttpHeaders();
        private HttpStatusCode status = HttpStatus.OK;
        private byte[] body = {};

        Captured(ServerHttpResponse page) {
            super(page);
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public boolean setStatusCode(@Nullable HttpStatusCode code) {
            status = code == null ? HttpStatus.OK : code;
            return true;
        }

        @Override
        public HttpStatusCode getStatusCode() {
            return status;
        }

        @Override
        public boolean isCommitted() {
            return false;
        }

        @Override
        public DefaultDataBufferFactory bufferFactory() {
            return DefaultDataBufferFactory.sharedInstance;
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> data) {
            return DataBufferUtils.join(data)
                    .doOnNext(buffer -> {
                        body = new byte[buffer.readableByteCount()];
                        buffer.read(body);
                        DataBufferUtils.release(buffer);
                    })
                    .then();
        }

        @Override
        public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> data) {
            MediaType type = headers.getContentType();
            return MediaType.APPLICATION_NDJSON.isCompatibleWith(type)
                    ? writeWith(Flux.from(data).concatMap(part -> part))
                    : Mono.error(new UnsupportedOperationException("a stream is no answer of a page"));
        }

        @Override
        public Mono<Void> setComplete() {
            return Mono.empty();
        }
    }
}
