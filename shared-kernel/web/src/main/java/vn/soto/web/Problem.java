package vn.soto.web;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem before translation; {@link ProblemTexts} has its texts.
 *
 * @param code       last part of its type {@code urn:soto:problem:<code>}
 * @param title      key of the title's text
 * @param detail     key of the detail's text
 * @param arguments  arguments of the detail's text
 * @param properties extension members of the body
 * @param retryAfter seconds after which the same request may succeed; absent if it never will
 * @param lacking    right that the sender lacks, for the register of refused access alone; absent if the problem itself
 *     says it
 */
public record Problem(
        int status,
        String code,
        String title,
        String detail,
        List<Object> arguments,
        Map<String, Object> properties,
        @Nullable Integer retryAfter,
        @Nullable String lacking) {

    public Problem {
        arguments = List.copyOf(arguments);
        // Sorted, so that equal problems have equal JSON.
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
    }

    /** A problem with the texts {@code <code>.title} and {@code <code>.detail}. */
    public static Problem of(int status, String code, Object... arguments) {
        return new Problem(status, code, code + ".title", code + ".detail", List.of(arguments), Map.of(), null, null);
    }

    /** A copy with another title. */
    public Problem titled(String key) {
        return new Problem(status, code, key, detail, arguments, properties, retryAfter, lacking);
    }

    /** A copy with another detail. */
    public Problem detailed(String key, Object... values) {
        return new Problem(status, code, title, key, List.of(values), properties, retryAfter, lacking);
    }

    /** A copy with one more property. */
    public Problem with(String name, Object value) {
        Map<String, Object> more = new TreeMap<>(properties);
        more.put(name, value);
        return new Problem(status, code, title, detail, arguments, more, retryAfter, lacking);
    }

    /** The problem of a failure of the server, with the failure's id in {@link FailureLog}. */
    public static Problem failed(String id) {
        return of(500, "broken").withFailure(id);
    }

    /** A copy with the id of the failure behind it, as a property and as the first argument of the detail. */
    public Problem withFailure(String id) {
        return detailed(detail, id).with(FailureLog.PROPERTY, id);
    }

    /** A copy of a problem that does not tell that the sender lacks a right: the register of refused access is told. */
    public Problem lacking(Problem right) {
        String told = RefusalNotes.lacking(right);
        return new Problem(status, code, title, detail, arguments, properties, retryAfter, told);
    }

    /** A copy that may be retried after a while, of at least one second. */
    public Problem retryAfter(Duration wait) {
        int seconds = (int) Math.max(1, wait.toSeconds());
        return new Problem(status, code, title, detail, arguments, properties, seconds, lacking);
    }
}
