package vn.soto.query.http;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.AbstractServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.SslInfo;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.util.pattern.PathPattern;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.soto.web.AnswerKeys;
import vn.soto.web.PageQuestions;

/** Finds the endpoint of a page's question by its address, and asks it without a request of its own. */
@Component
record InProcessQuestions(QuestionEndpoints endpoints, PageAnswers answers) implements PageQuestions {

    @Override
    public Optional<Mono<JsonAnswer>> ask(Question question, ServerWebExchange page) {
        URI address = URI.create(question.address());
        PathContainer path = PathContainer.parsePath(address.getRawPath());
        return endpoints.at(path).map(found -> {
            Part part = new Part(page, new Request(address, question.language()));
            part.isAbout(found, path, question.forAll());
            return answers.answer(part, found.endpoint(), true)
                    .map(said -> new JsonAnswer(found.pattern().getPatternString(), said.status(), said.body()));
        });
    }

    @Override
    public Optional<String> template(String address) {
        return endpoints
                .mapped(PathContainer.parsePath(address.split("\\?", 2)[0]))
                .map(PathPattern::getPatternString);
    }

    /** A question as a part of the request for a page: it has the page's sender, and attributes of its own. */
    private static final class Part extends ServerWebExchangeDecorator {

        private final Request request;
        private final Map<String, Object> attributes;

        Part(ServerWebExchange page, Request request) {
            super(page);
            this.request = request;
            this.attributes = new HashMap<>(page.getAttributes());
        }

        void isAbout(QuestionEndpoints.At found, PathContainer path, boolean forAll) {
            attributes.put(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, found.pattern());
            attributes.put(
                    HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE,
                    found.endpoint().question());
            PathPattern.PathMatchInfo match = found.pattern().matchAndExtract(path);
            attributes.put(
                    HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE,
                    match == null ? Map.of() : match.getUriVariables());
            if (forAll) {
                attributes.put(AnswerKeys.SHARED, true);
            }
        }

        @Override
        public ServerHttpRequest getRequest() {
            return request;
        }

        @Override
        public Map<String, Object> getAttributes() {
            return attributes;
        }
    }

    /** Address and language of a question; what else belongs to a request, the page's has. */
    private static final class Request extends AbstractServerHttpRequest {

        Request(URI address, String language) {
            super(HttpMethod.GET, address, null, headers(language));
        }

        private static HttpHeaders headers(String language) {
            HttpHeaders headers = new HttpHeaders();
            headers.set(HttpHeaders.ACCEPT_LANGUAGE, language);
            return headers;
        }

        @Override
        protected MultiValueMap<String, HttpCookie> initCookies() {
            return new LinkedMultiValueMap<>();
        }

        @Override
        protected @Nullable SslInfo initSslInfo() {
            return null;
        }

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // Spring's signature
        public <T> T getNativeRequest() {
            throw new UnsupportedOperationException("a question of a page has no request of its own");
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return Flux.empty();
        }
    }
}
