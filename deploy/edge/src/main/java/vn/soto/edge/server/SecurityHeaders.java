package vn.soto.edge.server;

import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Headers that tell browsers the limits of the product's pages. They use no script, style, frame or form of another
 * site and no device. They tell no address to another site and leave no copy in a cache. The headers are on every
 * answer, whichever part of the server gives it.
 */
final class SecurityHeaders {

    private static final String TLS_ALONE = "Strict-Transport-Security";
    private static final String A_YEAR = "max-age=31536000";

    private static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " font-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=()",
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            // What may be kept says so itself.
            "Cache-Control",
            "no-store");

    private SecurityHeaders() {}

    /** @param secure whether the answer goes over TLS, ended here or at a trusted proxy */
    static void forEach(boolean secure, BiConsumer<String, String> header) {
        ALWAYS.forEach(header);
        if (secure) {
            header.accept(TLS_ALONE, A_YEAR);
        }
    }
}
