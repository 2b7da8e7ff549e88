package vn.soto.command.http;

/** A field or header that cannot be understood; {@code kind} names the message that says what is expected. */
final class BadInput extends RuntimeException {

    private final String field;
    private final String kind;

    BadInput(String field, String kind) {
        super(field + ": " + kind);
        this.field = field;
        this.kind = kind;
    }

    String field() {
        return field;
    }

    String kind() {
        return kind;
    }
}
