package vn.soto.command.http;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Fields of a request body that must be there and well formed; otherwise {@link BadInput} names the field. */
final class Required {

    private Required() {}

    static <T> T field(String name, @Nullable T value) {
        if (value == null) {
            throw new BadInput(name, "missing");
        }
        return value;
    }

    /** A list that is there, possibly empty, without missing items. */
    static <T> List<T> items(String name, @Nullable List<T> list) {
        List<T> given = field(name, list);
        if (given.stream().anyMatch(Objects::isNull)) {
            throw new BadInput(name, "missing");
        }
        return given;
    }

    /** A list with at least one item. */
    static <T> List<T> some(String name, @Nullable List<T> list) {
        List<T> given = items(name, list);
        if (given.isEmpty()) {
            throw new BadInput(name, "empty");
        }
        return given;
    }

    /** A path variable or text as an id or another checked value. */
    static <T> T parsed(String name, @Nullable String text, Function<String, T> parser) {
        try {
            return parser.apply(field(name, text));
        } catch (IllegalArgumentException e) {
            throw new BadInput(name, "malformed");
        }
    }
}
