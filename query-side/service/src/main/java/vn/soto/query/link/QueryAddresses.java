package vn.soto.query.link;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** The addresses of all queries, as Spring routes them: a new endpoint is linked without being listed here. */
@Component
final class QueryAddresses {

    private static final String QUERIES = "vn.soto.query.";

    /** Read at the first answer, because the endpoints are created after this class. */
    private final SingletonSupplier<List<QueryAddress>> all;

    private final SingletonSupplier<Map<String, QueryAddress>> byTemplate;

    QueryAddresses(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.all = SingletonSupplier.of(
                () -> mappings.stream().flatMap(QueryAddresses::queries).toList());
        this.byTemplate = SingletonSupplier.of(() -> all().stream()
                .collect(Collectors.toUnmodifiableMap(
                        QueryAddress::template, Function.identity(), (first, later) -> first)));
    }

    private static Stream<QueryAddress> queries(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith(QUERIES) && reads(entry.getKey()))
                .flatMap(entry -> entry.getKey().getPatternsCondition().getPatterns().stream()
                        .map(pattern -> QueryAddress.of(pattern.getPatternString(), entry.getValue())))
                .sorted(Comparator.comparing(QueryAddress::template));
    }

    /** A table for a spreadsheet has no links and is none of them. */
    private static boolean reads(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)
                && mapping.getProducesCondition().isEmpty();
    }

    List<QueryAddress> all() {
        return all.obtain();
    }

    Optional<QueryAddress> at(String template) {
        return Optional.ofNullable(byTemplate.obtain().get(template));
    }

    /** The query at the longest address from which another one goes on. */
    Optional<QueryAddress> above(String template) {
        for (int end = template.lastIndexOf('/'); end > 0; end = template.lastIndexOf('/', end - 1)) {
            Optional<QueryAddress> found = at(template.substring(0, end));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
