package vn.soto.page;

import java.util.Comparator;
import java.util.List;
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
    private final SingletonSupplier<List<PathPattern>> all;

    QuestionTemplates(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.all = SingletonSupplier.of(() -> mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(info -> info.getPatternsCondition().getPatterns().stream())
                .filter(pattern -> pattern.getPatternString().startsWith("/api"))
                .sorted(Comparator.naturalOrder())
                .toList());
    }

    /** Null if no question has the address. */
    @Nullable
    String of(String address) {
        PathContainer path = PathContainer.parsePath(address.split("\\?", 2)[0]);
        return all.obtain().stream()
                .filter(pattern -> pattern.matches(path))
                .map(PathPattern::getPatternString)
                .findFirst()
                .orElse(null);
    }
}
