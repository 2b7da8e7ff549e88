package vn.soto.edge;

/** Why somebody is not let in, and what to do about it; the header is that of RFC 7617 or RFC 6750. */
enum Challenge {
    ACCOUNT(
            "Basic realm=\"soto\", charset=\"UTF-8\"",
            "unauthenticated",
            "Gửi tên tài khoản và mật khẩu bằng HTTP Basic.",
            "Send account name and password with HTTP Basic."),
    NO_TOKEN(
            "Bearer realm=\"soto\"",
            "unauthenticated",
            "Đăng nhập ở hệ thống tài khoản, rồi gửi mã truy cập trong tiêu đề Authorization: Bearer.",
            "Sign in with the account system, then send the access token in the header Authorization: Bearer."),
    EXPIRED(
            "Bearer realm=\"soto\", error=\"invalid_token\", error_description=\"The access token expired\"",
            "token-expired",
            "Mã truy cập đã hết hạn. Đăng nhập lại để lấy mã mới, rồi gửi lại.",
            "The access token has expired. Sign in again for a new one, then send again."),
    REFUSED(
            "Bearer realm=\"soto\", error=\"invalid_token\", error_description=\"The access token is not accepted\"",
            "token-refused",
            "Mã truy cập không được chấp nhận ở đây. Đăng nhập lại; nếu vẫn bị từ chối, báo người vận hành.",
            "The access token is not accepted here. Sign in again; if that does not help, tell the operator.");

    private final String header;
    private final String code;
    private final String vietnamese;
    private final String english;

    Challenge(String header, String code, String vietnamese, String english) {
        this.header = header;
        this.code = code;
        this.vietnamese = vietnamese;
        this.english = english;
    }

    String header() {
        return header;
    }

    /** An RFC 9457 problem; no text holds anything that was sent. */
    String problem(boolean inEnglish) {
        return """
                {"type":"urn:soto:problem:%s","title":"%s","status":401,"detail":"%s"}""".formatted(code, inEnglish ? "Sign in first" : "Cần đăng nhập", inEnglish ? english : vietnamese);
    }
}
