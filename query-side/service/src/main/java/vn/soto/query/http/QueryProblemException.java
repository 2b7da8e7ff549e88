package vn.soto.query.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A question that gets no answer, and why. */
public final class QueryProblemException extends RuntimeException {

    private final int status;
    private final String code;
    private final transient List<Object> arguments;
    private final @Nullable Duration retryAfter;

    private QueryProblemException(int status, String code, List<Object> arguments, @Nullable Duration retryAfter) {
        super(code + " " + arguments);
        this.status = status;
        this.code = code;
        this.arguments = arguments;
        this.retryAfter = retryAfter;
    }

    /** @param kind of what is absent: {@code unit}, {@code team}, ... */
    public static QueryProblemException absent(String kind, String id) {
        return new QueryProblemException(404, "absent-" + kind, List.of(id), null);
    }

    static QueryProblemException unknownParameter(String name, List<String> known) {
        return new QueryProblemException(400, "unknown-parameter", List.of(name, String.join(", ", known)), null);
    }

    public static QueryProblemException malformed(String name, String value) {
        return new QueryProblemException(400, "malformed-parameter", List.of(name, value), null);
    }

    /** The future is not known. */
    static QueryProblemException beyond(String value, long tail) {
        return new QueryProblemException(400, "beyond-ledger", List.of(value, Long.toString(tail)), null);
    }

    static QueryProblemException notYet(long wanted, long folded) {
        return new QueryProblemException(
                503, "not-yet", List.of(Long.toString(wanted), Long.toString(folded)), Duration.ofSeconds(1));
    }

    static QueryProblemException tooMany() {
        return new QueryProblemException(503, "too-many", List.of(), Duration.ofSeconds(1));
    }

    static QueryProblemException notAllowed() {
        return new QueryProblemException(403, "not-allowed", List.of(), null);
    }

    static QueryProblemException heldElsewhere() {
        return new QueryProblemException(409, "held-elsewhere", List.of(), null);
    }

    static QueryProblemException unavailable(Duration retryAfter) {
        return new QueryProblemException(503, "unavailable", List.of(), retryAfter);
    }

    static QueryProblemException request(int status) {
        return new QueryProblemException(status, "request-" + status, List.of(), null);
    }

    static QueryProblemException broken() {
        return new QueryProblemException(500, "broken", List.of(), null);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    List<Object> arguments() {
        return arguments;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
