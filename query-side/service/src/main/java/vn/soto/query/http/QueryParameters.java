package vn.soto.query.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The parameters of a question; each is known by name and given at most once. */
public final class QueryParameters {

    private static final List<String> COMMON = List.of("asOf", "atLeast");

    private final Map<String, List<String>> values;

    QueryParameters(Map<String, List<String>> values, List<String> known) {
        List<String> all = Stream.concat(known.stream(), COMMON.stream()).toList();
        values.forEach((name, given) -> {
            if (!all.contains(name)) {
                throw QueryProblemException.unknownParameter(name, all);
            }
            if (given.size() > 1) {
                throw QueryProblemException.malformed(name, String.join(", ", given));
            }
        });
        this.values = values;
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(List::getFirst);
    }

    /** @param reading fails with {@link IllegalArgumentException} for what is none */
    public <T> Optional<T> value(String name, Function<String, T> reading) {
        return text(name).map(text -> read(name, text, reading));
    }

    public long number(String name, long otherwise, long least, long most) {
        Optional<Long> given = value(name, Long::valueOf);
        given.filter(number -> number < least || number > most).ifPresent(number -> {
            throw QueryProblemException.malformed(name, Long.toString(number));
        });
        return given.orElse(otherwise);
    }

    /** The same for a part of the path. */
    public static <T> T read(String name, String text, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException e) {
            throw QueryProblemException.malformed(name, text);
        }
    }
}
