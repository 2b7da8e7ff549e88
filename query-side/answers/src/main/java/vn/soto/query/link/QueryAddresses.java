package vn.soto.query.link;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import vn.soto.query.reading.Requirement;

/** The addresses of all queries, as Spring routes them: a new endpoint is linked without being listed here. */
@Component
final class QueryAddresses {

    private static final String QUERIES = "vn.soto.query.";

    /** Address of the entrance. */
    static final String ENTRANCE = "/api";

    /** Read at the first answer, because the endpoints are created after this class. */
    private final SingletonSupplier<List<QueryAddress>> all;

    private final SingletonSupplier<Map<String, QueryAddress>> byTemplate;
    private final Map<About, LinkedQueries> about = new ConcurrentHashMap<>();

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

    /**
     * A query as an answer links it.
     *
     * @param subject parameter that names what the answer is about; empty where a variable does
     * @param right   place in {@link LinkedQueries#required} of what it requires
     */
    record Question(String name, QueryAddress query, String subject, int right) {}

    /** @param required the rights of all of them, each of which is decided once in an answer */
    record LinkedQueries(List<Requirement> required, List<Question> all) {}

    /** The parts of an address that decide to which queries it leads; there are some hundred. */
    private record About(String template, Set<String> bound, List<String> subjects) {}

    /**
     * The other queries about the subject of an address: those below it, and those that take it as a variable or parameter. From the
     * entrance those about nothing, and those about what its parameters name, by that and their last word.
     *
     * @param bound    variables that have a value there
     * @param subjects those of them that it is about
     */
    LinkedQueries about(String template, Set<String> bound, List<String> subjects) {
        return about.computeIfAbsent(new About(template, Set.copyOf(bound), List.copyOf(subjects)), this::find);
    }

    private LinkedQueries find(About asked) {
        boolean entrance = asked.template.equals(ENTRANCE);
        List<QueryAddress> found = all().stream()
                .filter(query -> !query.template().equals(asked.template)
                        && !query.template().equals(ENTRANCE))
                .filter(query -> asked.bound.containsAll(query.variables()))
                .filter(query -> (query.below(asked.template) && !entrance)
                        || asked.subjects.stream().anyMatch(query.variables()::contains)
                        || (query.variables().isEmpty()
                                && (entrance || asked.subjects.stream().anyMatch(query.parameters()::contains))))
                .toList();
        List<Requirement> required =
                found.stream().map(QueryAddress::requirement).distinct().toList();
        return new LinkedQueries(
                required,
                found.stream()
                        .map(query -> new Question(
                                (entrance ? named(query, asked.subjects) : "") + query.word(),
                                query,
                                asked.subjects.stream()
                                        .filter(subject -> query.parameters().contains(subject)
                                                && !query.variables().contains(subject))
                                        .findFirst()
                                        .orElse(""),
                                required.indexOf(query.requirement())))
                        .toList());
    }

    private static String named(QueryAddress query, List<String> subjects) {
        return subjects.stream()
                .filter(query.variables()::contains)
                .findFirst()
                .map(subject -> subject + ".")
                .orElse("");
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
