package vn.soto.command.binding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A field or header is invalid; {@code kind} names the message that says what is expected. */
public final class InvalidFieldException extends RuntimeException {

    private final String field;
    private final String kind;
    private final transient Map<String, Enum<?>> allowed;

    /** @param field path from the root of the request, such as {@code foundingDecision.signedOn}; empty for the root */
    public InvalidFieldException(String field, String kind) {
        this(field, kind, Map.of());
    }

    private InvalidFieldException(String field, String kind, Map<String, Enum<?>> allowed) {
        super(field + ": " + kind, null, false, false);
        this.field = field;
        this.kind = kind;
        this.allowed = allowed;
    }

    /**
     * A field that can have one of these values only.
     *
     * @param written how a request writes a value
     */
    public static <T extends Enum<?>> InvalidFieldException choice(
            String field, String kind, List<T> values, Function<T, String> written) {
        Map<String, Enum<?>> allowed = new LinkedHashMap<>();
        values.forEach(value -> allowed.put(written.apply(value), value));
        return new InvalidFieldException(field, kind, Collections.unmodifiableMap(allowed));
    }

    /** The same fault, of a field that is part of another. */
    public InvalidFieldException below(String path) {
        return new InvalidFieldException(field.isEmpty() ? path : path + "." + field, kind, allowed);
    }

    static InvalidFieldException malformed(String field) {
        return new InvalidFieldException(field, field.isEmpty() ? "fields" : "malformed");
    }

    public String field() {
        return field;
    }

    public String kind() {
        return kind;
    }

    /** The values that the field can have, by what a request writes; empty if they are not a list of choices. */
    public Map<String, Enum<?>> allowed() {
        return allowed;
    }
}
