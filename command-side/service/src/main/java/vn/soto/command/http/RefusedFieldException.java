package vn.soto.command.http;

/** A command was refused because of one of its fields. */
final class RefusedFieldException extends RuntimeException {

    private final RuntimeException refusal;
    private final String field;

    /** @param field path from the root of the request */
    RefusedFieldException(RuntimeException refusal, String field) {
        super(refusal.getMessage(), refusal, false, false);
        this.refusal = refusal;
        this.field = field;
    }

    RuntimeException refusal() {
        return refusal;
    }

    String field() {
        return field;
    }
}
