package vn.soto.query.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/**
 * Finds the endpoint of a question among the few whose addresses begin like the one asked and are as long. If several of them fit, or
 * none, all endpoints are looked at, of which there are some three hundred.
 */
final class QuestionMapping extends RequestMappingHandlerMapping {

    private final SingletonSupplier<Map<PathKey, List<Known>>> questions = SingletonSupplier.of(this::questions);

    private record Known(RequestMappingInfo mapping, HandlerMethod method) {

        String pattern() {
            return mapping.getPatternsCondition()
                    .getPatterns()
                    .iterator()
                    .next()
                    .getPatternString();
        }

        /** Whether it answers GET at one address, whose length does not vary. */
        boolean isQuestion() {
            return mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)
                    && mapping.getPatternsCondition().getPatterns().size() == 1
                    && !pattern().contains("*");
        }
    }

    /** @param begins first segments of the address; no request has an address that begins with a variable */
    private record PathKey(List<String> begins, int segments) {

        private static final int FIRST = 2;

        static PathKey of(PathContainer path) {
            List<String> begins = new ArrayList<>(FIRST);
            int segments = 0;
            for (PathContainer.Element element : path.elements()) {
                if (element instanceof PathContainer.PathSegment) {
                    segments++;
                    if (segments <= FIRST) {
                        begins.add(element.value());
                    }
                }
            }
            return new PathKey(begins, segments);
        }
    }

    private Map<PathKey, List<Known>> questions() {
        return getHandlerMethods().entrySet().stream()
                .map(entry -> new Known(entry.getKey(), entry.getValue()))
                .filter(Known::isQuestion)
                .collect(Collectors.groupingBy(known -> PathKey.of(PathContainer.parsePath(known.pattern()))));
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(ServerWebExchange exchange) throws Exception {
        if (!exchange.getRequest().getMethod().equals(HttpMethod.GET)) {
            return super.lookupHandlerMethod(exchange);
        }
        PathKey asked = PathKey.of(exchange.getRequest().getPath().pathWithinApplication());
        Known found = null;
        RequestMappingInfo fit = null;
        for (Known known : questions.obtain().getOrDefault(asked, List.of())) {
            RequestMappingInfo matching = getMatchingMapping(known.mapping, exchange);
            if (matching != null && found != null) {
                return super.lookupHandlerMethod(exchange);
            }
            if (matching != null) {
                found = known;
                fit = matching;
            }
        }
        if (found == null || fit == null) {
            return super.lookupHandlerMethod(exchange);
        }
        exchange.getAttributes().put(BEST_MATCHING_HANDLER_ATTRIBUTE, found.method);
        handleMatch(fit, found.method, exchange);
        return found.method;
    }
}
