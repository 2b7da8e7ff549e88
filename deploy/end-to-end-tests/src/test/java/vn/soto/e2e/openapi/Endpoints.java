package vn.soto.e2e.openapi;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.support.BeanDefinitionDefaults;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** The annotated endpoints of both sides, as Spring maps requests to them; none of them is made. */
final class Endpoints {

    private static final String API = "/api/";

    private Endpoints() {}

    /**
     * One method at one path.
     *
     * @param takes content types of the body, of which a question has none
     * @param gives content types of the answer, if it says so
     */
    record Endpoint(
            String path, RequestMethod method, Set<MediaType> takes, Set<MediaType> gives, HandlerMethod handler) {

        /** Such as {@code unit-top} of {@code UnitEndpoint.top}. */
        String name() {
            String endpoint = handler.getBeanType().getSimpleName().replaceFirst("Endpoint$", "");
            return (endpoint + "-" + handler.getMethod().getName())
                    .replaceAll("([a-z])([A-Z])", "$1-$2")
                    .toLowerCase(Locale.ROOT);
        }
    }

    /** Below {@value #API}, in the order of their paths. */
    static List<Endpoint> all() {
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            scan(context);
            context.refresh();
            RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping();
            mapping.setApplicationContext(context);
            mapping.afterPropertiesSet();
            return mapping.getHandlerMethods().entrySet().stream()
                    .flatMap(Endpoints::endpoints)
                    .filter(endpoint -> endpoint.path().startsWith(API))
                    .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
                    .toList();
        }
    }

    /** Lazily: only their types are looked at. */
    private static void scan(GenericApplicationContext context) {
        BeanDefinitionDefaults lazy = new BeanDefinitionDefaults();
        lazy.setLazyInit(true);
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context, false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        scanner.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        scanner.setBeanDefinitionDefaults(lazy);
        scanner.setIncludeAnnotationConfig(false);
        scanner.scan("vn.soto.command.http", "vn.soto.query", "vn.soto.edge");
    }

    private static Stream<Endpoint> endpoints(Map.Entry<RequestMappingInfo, HandlerMethod> mapped) {
        RequestMappingInfo info = mapped.getKey();
        return info.getPatternsCondition().getPatterns().stream()
                .flatMap(pattern -> info.getMethodsCondition().getMethods().stream()
                        .map(method -> new Endpoint(
                                pattern.getPatternString(),
                                method,
                                info.getConsumesCondition().getConsumableMediaTypes(),
                                info.getProducesCondition().getProducibleMediaTypes(),
                                mapped.getValue())));
    }
}
