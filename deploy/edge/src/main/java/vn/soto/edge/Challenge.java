package vn.soto.edge;

/** Why authentication failed; the header follows RFC 7617 or RFC 6750. */
enum Challenge {
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

    private final String header;
    private final String code;
    private final String detail;

    Challenge(String header, String code, String detail) {
        this.header = header;
        this.code = code;
        this.detail = detail;
    }

    String header() {
        return header;
    }

    String code() {
        return code;
    }

    /** Key of the text that states the remedy. */
    String detail() {
        return detail;
    }
}
