package vn.soto.query.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A question that gets no answer, and why. */
public final class Refusal extends RuntimeException {

    private final int status;
    private final String code;
    private final transient List<Object> arguments;
    private final @Nullable Duration retryAfter;

    private Refusal(int status, String code, List<Object> arguments, @Nullable Duration retryAfter) {
        super(code + " " + arguments);
        this.status = status;
        this.code = code;
        this.arguments = arguments;
        this.retryAfter = retryAfter;
    }

    /** @param kind of what is absent: {@code unit}, {@code team}, ... */
    public static Refusal absent(String kind, String id) {
        return new Refusal(404, "absent-" + kind, List.of(id), null);
    }

    static Refusal unknownParameter(String name, List<String> known) {
        return new Refusal(400, "unknown-parameter", List.of(name, String.join(", ", known)), null);
    }

    public static Refusal malformed(String name, String value) {
        return new Refusal(400, "malformed-parameter", List.of(name, value), null);
    }

    /** The future is not known. */
    static Refusal beyond(String value, long tail) {
        return new Refusal(400, "beyond-ledger", List.of(value, Long.toString(tail)), null);
    }

    static Refusal notYet(long wanted, long folded) {
        return new Refusal(
                503, "not-yet", List.of(Long.toString(wanted), Long.toString(folded)), Duration.ofSeconds(1));
    }

    static Refusal tooMany() {
        return new Refusal(503, "too-many", List.of(), Duration.ofSeconds(1));
    }

    static Refusal notAllowed() {
        return new Refusal(403, "not-allowed", List.of(), null);
    }

    /** Somebody else may ask this. */
    public static Refusal notForThisRole() {
        return new Refusal(403, "not-for-this-role", List.of(), null);
    }

    static Refusal heldElsewhere() {
        return new Refusal(409, "held-elsewhere", List.of(), null);
    }

    static Refusal unavailable(Duration retryAfter) {
        return new Refusal(503, "unavailable", List.of(), retryAfter);
    }

    static Refusal request(int status) {
        return new Refusal(status, "request-" + status, List.of(), null);
    }

    static Refusal broken() {
        return new Refusal(500, "broken", List.of(), null);
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
