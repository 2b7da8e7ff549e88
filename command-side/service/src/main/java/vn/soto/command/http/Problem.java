package vn.soto.command.http;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem before it is written.
 *
 * @param code       last part of its type {@code urn:soto:problem:<code>}
 * @param retryAfter seconds after which the same request may succeed; absent if it never will
 */
record Problem(
        int status,
        String code,
        String title,
        String detail,
        Map<String, Object> properties,
        @Nullable Integer retryAfter) {

    Problem {
        // Sorted, so that the same problem is always the same text.
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
    }
}
