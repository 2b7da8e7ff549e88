package vn.soto.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** The templates of the addresses at which the API answers questions, as Spring routes them. */
@Component
final class QuestionTemplates {

    /** Read at the first page, because the endpoints are created after this class. */
    private final SingletonSupplier<Map<String, List<PathPattern>>> byFirst;

    QuestionTemplates(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.byFirst = SingletonSupplier.of(() -> mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(info -> info.getPatternsCondition().getPatterns().stream())
                .filter(pattern -> pattern.getPatternString().startsWith("/api"))
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.groupingBy(pattern -> first(pattern.getPatternString()))));
    }

    /** The step after {@code /api/} in an address; no template has a variable there. */
    private static String first(String address) {
        String[] steps = address.split("/", 4);
        return steps.length < 3 ? "" : steps[2];
    }

    /** Null if no question has the address. */
    @Nullable
    String of(String address) {
        String asked = address.split("\\?", 2)[0];
        PathContainer path = PathContainer.parsePath(asked);
        return byFirst.obtain().getOrDefault(first(asked), List.of()).stream()
                .filter(pattern -> pattern.matches(path))
                .map(PathPattern::getPatternString)
                .findFirst()
                .orElse(null);
    }
}
