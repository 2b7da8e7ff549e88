package vn.soto.plans.imports.table;

import java.util.List;

/** The file is not of the expected form; {@code code} is the key of the text that states the fix. */
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
