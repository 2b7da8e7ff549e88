package vn.soto.query.http;

import java.time.LocalDate;
import org.springframework.format.FormatterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/** How requests become arguments of a query's method. */
@Component
final class QueryArguments implements WebFluxConfigurer {

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        resolvers.addCustomResolver(new QueryContextResolver(), new ViewerResolver());
    }

    /** Stricter than Spring's: no empty text, no hexadecimal number, no day in the style of a locale. */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new ParseConverter());
        registry.addConverter(String.class, Long.class, Long::valueOf);
        registry.addConverter(String.class, LocalDate.class, LocalDate::parse);
    }
}
