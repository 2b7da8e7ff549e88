package vn.soto.query.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.reactive.result.method.annotation.PathVariableMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.RequestBodyMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.RequestParamMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Configures how requests become arguments of endpoint methods and of questions. */
@Component
final class QueryArguments implements WebFluxConfigurer {

    private static final ReactiveAdapterRegistry ADAPTERS = ReactiveAdapterRegistry.getSharedInstance();

    /** Those of variables, parameters and bodies. */
    private final SingletonSupplier<List<HandlerMethodArgumentResolver>> resolvers;

    QueryArguments(ObjectProvider<ServerCodecConfigurer> codecs) {
        resolvers = SingletonSupplier.of(() -> List.of(
                new PathVariableMethodArgumentResolver(null, ADAPTERS),
                new RequestParamMethodArgumentResolver(null, ADAPTERS, false),
                new RequestBodyMethodArgumentResolver(codecs.getObject().getReaders(), ADAPTERS)));
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        resolvers.addCustomResolver(new QueryContextResolver(), new GivenResolver());
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

    /** The variables, parameters and body of a question, in the order of its method. */
    record Given(List<Object> values) {

        /** Stands where its {@link Asked} belongs, which there is once it is answered. */
        private static final Object ASKED = new Object();

        Object[] with(Asked asked) {
            return values.stream().map(value -> value == ASKED ? asked : value).toArray();
        }
    }

    /** Resolves what is given to the question that was asked. */
    private final class GivenResolver implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Given.class;
        }

        @Override
        public Mono<Object> resolveArgument(
                MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
            return given(
                            exchange.getRequiredAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE),
                            binding,
                            exchange)
                    .cast(Object.class);
        }
    }

    /** The variables, parameters and body that a request gives to a question. */
    Mono<Given> given(HandlerMethod question, BindingContext binding, ServerWebExchange exchange) {
        return Flux.fromArray(question.getMethodParameters())
                .concatMap(each -> resolved(each, binding, exchange))
                .collectList()
                .map(Given::new);
    }

    private Mono<Object> resolved(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        return parameter.getParameterType() == Asked.class
                ? Mono.just(Given.ASKED)
                : resolvers.obtain().stream()
                        .filter(resolver -> resolver.supportsParameter(parameter))
                        .findFirst()
                        .orElseThrow()
                        .resolveArgument(parameter, binding, exchange)
                        .defaultIfEmpty(Optional.empty());
    }
}
