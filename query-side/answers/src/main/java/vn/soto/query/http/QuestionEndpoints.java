package vn.soto.query.http;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** The questions of this process, as Spring routes them. */
@Component
final class QuestionEndpoints {

    private final ObjectProvider<QueryExecutor> queries;

    /** By their methods; empty for a method that is none. */
    private final ConcurrentMap<Method, Optional<QuestionEndpoint>> byMethod = new ConcurrentHashMap<>();

    /** The endpoints of GET, the most specific first; read at the first page, because they are created after this class. */
    private final SingletonSupplier<Map<PathKey, List<Mapped>>> byPath;

    QuestionEndpoints(ObjectProvider<RequestMappingHandlerMapping> mappings, ObjectProvider<QueryExecutor> queries) {
        this.queries = queries;
        this.byPath = SingletonSupplier.of(() -> mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(each -> each.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(each -> mapped(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(Mapped::pattern))
                .collect(Collectors.groupingBy(
                        each -> PathKey.of(PathContainer.parsePath(each.pattern.getPatternString())))));
    }

    /** A question at an address. */
    record At(PathPattern pattern, QuestionEndpoint endpoint) {}

    /** @param isQuestion whether its answer is JSON; otherwise it is none, or a table */
    private record Mapped(PathPattern pattern, HandlerMethod method, boolean isQuestion) {}

    /** @param begins first segments of the address; no question has an address that begins with a variable */
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

    private static Stream<Mapped> mapped(RequestMappingInfo mapping, HandlerMethod method) {
        boolean isQuestion = QuestionEndpoint.isAnsweredInJson(method);
        return mapping.getPatternsCondition().getPatterns().stream()
                .map(pattern -> new Mapped(pattern, method, isQuestion));
    }

    /** Empty for a method that is no question. */
    Optional<QuestionEndpoint> of(HandlerMethod method) {
        return byMethod.computeIfAbsent(
                method.getMethod(), key -> QuestionEndpoint.of(method.createWithResolvedBean(), queries));
    }

    /** The question whose answer a GET of this path is, in JSON; empty if there is none. */
    Optional<At> at(PathContainer path) {
        return found(path)
                .filter(Mapped::isQuestion)
                .flatMap(each -> of(each.method).map(endpoint -> new At(each.pattern, endpoint)));
    }

    /** The template of what a GET of this path is answered by; empty if nothing is. */
    Optional<PathPattern> mapped(PathContainer path) {
        return found(path).map(Mapped::pattern);
    }

    private Optional<Mapped> found(PathContainer path) {
        return byPath.obtain().getOrDefault(PathKey.of(path), List.of()).stream()
                .filter(each -> each.pattern.matches(path))
                .findFirst();
    }
}
