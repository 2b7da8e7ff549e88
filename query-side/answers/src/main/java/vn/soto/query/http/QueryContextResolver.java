package vn.soto.query.http;

import java.lang.reflect.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import reactor.core.publisher.Mono;
import vn.soto.query.link.QueryRequest;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.reading.Requirement;
import vn.soto.web.AnswerKeys;
import vn.soto.web.Language;
import vn.soto.web.PageReading;

/**
 * Resolves the {@link QueryContext} of a request and refuses parameters that the endpoint method does not declare or
 * that are given more than once. Spring resolves arguments in order, so the context is the first.
 */
final class QueryContextResolver implements HandlerMethodArgumentResolver {

    private static final String AS_OF = "asOf";
    private static final String AT_LEAST = "atLeast";
    private static final Range COMMITS = new Range(AT_LEAST, 0, Long.MAX_VALUE);

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == QueryContext.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        return context(
                        exchange,
                        Terms.of(exchange.getRequiredAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)))
                .cast(Object.class);
    }

    /**
     * The conditions of a query to who asks it.
     *
     * @param parameters all that may be given
     */
    record Terms(Requirement required, List<String> parameters) {

        static Terms of(HandlerMethod query) {
            return new Terms(
                    Requirement.of(query),
                    Stream.concat(
                                    Stream.of(query.getMethod().getParameters())
                                            .filter(declared -> declared.isAnnotationPresent(RequestParam.class))
                                            .map(Parameter::getName),
                                    Stream.of(AS_OF, AT_LEAST))
                            .toList());
        }
    }

    /** @param exchange whose address has been found to be the query's */
    static Mono<QueryContext> context(ServerWebExchange exchange, Terms terms) {
        MultiValueMap<String, String> given = exchange.getRequest().getQueryParams();
        check(given, terms.parameters);
        long atLeast =
                COMMITS.parse(Optional.ofNullable(given.getFirst(AT_LEAST))).orElse(0L);
        String moment = given.getFirst(AS_OF);
        AsOf asOf = moment == null ? null : AsOf.parse(moment);
        PageReading page = exchange.getAttribute(AnswerKeys.PAGE);
        return Askers.of(exchange)
                .map(asker -> new QueryContext(asOf, atLeast, asked(exchange), asker, terms.required, page));
    }

    private static QueryRequest asked(ServerWebExchange exchange) {
        PathPattern pattern = exchange.getRequiredAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        Map<String, String> variables =
                exchange.getAttributeOrDefault(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of());
        Map<String, String> parameters =
                new HashMap<>(exchange.getRequest().getQueryParams().toSingleValueMap());
        // A wait is not part of what was asked.
        parameters.remove(AT_LEAST);
        parameters.values().removeIf(value -> value == null || value.isBlank());
        return new QueryRequest(
                pattern.getPatternString(),
                variables,
                parameters,
                Language.of(exchange),
                exchange.getAttribute(AnswerKeys.PAGE) != null);
    }

    private static void check(MultiValueMap<String, String> given, List<String> known) {
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                throw QueryProblemException.unknownParameter(name, known);
            }
            if (values.size() > 1) {
                throw QueryProblemException.malformed(name, String.join(", ", values));
            }
        });
    }
}
