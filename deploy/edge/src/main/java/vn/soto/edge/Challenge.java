package vn.soto.edge;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why authentication failed; the header follows RFC 7617 or RFC 6750. */
enum Challenge {
    /** without a header, or the browser would show a dialog of its own */
    SESSION(null, "session-over", "sign-in.session"),
    ACCOUNT("Basic realm=\"soto\", charset=\"UTF-8\"", "unauthenticated", "sign-in.account"),
    NO_TOKEN("Bearer realm=\"soto\"", "unauthenticated", "sign-in.token"),
    EXPIRED(
            "Bearer realm=\"soto\", error=\"invalid_token\", error_description=\"The access token expired\"",
            "token-expired",
            "sign-in.expired"),
    REFUSED(
            "Bearer realm=\"soto\", error=\"invalid_token\", error_description=\"The access token is not accepted\"",
            "token-refused",
            "sign-in.refused");

    private final @Nullable String header;
    private final String code;
    private final String detail;

    Challenge(@Nullable String header, String code, String detail) {
        this.header = header;
        this.code = code;
        this.detail = detail;
    }

    Optional<String> header() {
        return Optional.ofNullable(header);
    }

    String code() {
        return code;
    }

    /** Key of the text that states the remedy. */
    String detail() {
        return detail;
    }
}
