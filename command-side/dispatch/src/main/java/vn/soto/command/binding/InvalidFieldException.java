package vn.soto.command.binding;

/** A field or header is invalid; {@code kind} names the message that says what is expected. */
public final class InvalidFieldException extends RuntimeException {

    private final String field;
    private final String kind;

    /** @param field path from the root of the request, such as {@code foundingDecision.signedOn}; empty for the root */
    public InvalidFieldException(String field, String kind) {
        super(field + ": " + kind, null, false, false);
        this.field = field;
        this.kind = kind;
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
}
