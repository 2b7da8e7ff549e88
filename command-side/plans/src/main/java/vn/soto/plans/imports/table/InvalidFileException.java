package vn.soto.plans.imports.table;

import java.util.List;

/** A file that is not of the form asked for at all; {@code code} names the text that says what to do. */
public final class InvalidFileException extends RuntimeException {

    private final String code;
    private final transient List<Object> arguments;

    public InvalidFileException(String code, Object... arguments) {
        super(code, null, false, false);
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
