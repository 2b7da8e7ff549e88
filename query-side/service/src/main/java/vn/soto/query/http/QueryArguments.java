package vn.soto.query.http;

import java.time.LocalDate;
import org.springframework.format.FormatterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/** Configures how requests become arguments of endpoint methods. */
@Component
final class QueryArguments implements WebFluxConfigurer {

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        resolvers.addCustomResolver(new QueryContextResolver(), new ViewerResolver());
    }

    /**
     * Converters stricter than Spring's: they refuse empty texts, hexadecimal numbers and days in the format of a
     * locale.
     */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new ParseConverter());
        registry.addConverter(String.class, Long.class, Long::valueOf);
        registry.addConverter(String.class, LocalDate.class, LocalDate::parse);
    }
}
