package vn.soto.query.http;

/** A parameter that is {@code true} or {@code false}; Spring's conversion to {@code boolean} takes "yes", "on" and 1 too. */
public enum BooleanParameter {
    TRUE,
    FALSE;

    static BooleanParameter parse(String text) {
        return switch (text) {
            case "true" -> TRUE;
            case "false" -> FALSE;
            default -> throw new IllegalArgumentException("neither true nor false: " + text);
        };
    }
}
