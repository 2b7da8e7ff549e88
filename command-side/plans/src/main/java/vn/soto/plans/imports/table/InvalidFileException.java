package vn.soto.plans.imports.table;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The file is not of the expected form; {@code code} is the key of the text that states the fix. */
public final class InvalidFileException extends RuntimeException {

    private final String code;
    private final transient List<Object> arguments;
    private final transient @Nullable TablePlace place;

    public InvalidFileException(String code, Object... arguments) {
        this(null, code, arguments);
    }

    /** @param place place of the fault; absent if it concerns the whole file */
    InvalidFileException(@Nullable TablePlace place, String code, Object... arguments) {
        super(code, null, false, false);
        this.code = code;
        this.arguments = Excerpt.of(List.of(arguments));
        this.place = place;
    }

    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public Optional<TablePlace> place() {
        return Optional.ofNullable(place);
    }
}
