package vn.soto.edge.server;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.time.Duration;
import java.util.List;
import vn.soto.web.Problem;
import vn.soto.web.ProblemTexts;

/** The problems of requests that reach no endpoint. */
final class ServerProblems {

    static final ProblemTexts TEXTS = new ProblemTexts(List.of("vn.soto.edge.server.problems"));

    private static final Duration SOON = Duration.ofSeconds(2);

    private ServerProblems() {}

    static Problem serverFull() {
        return Problem.of(503, "server-full").retryAfter(SOON);
    }

    static Problem serverBusy() {
        return Problem.of(503, "server-busy").retryAfter(SOON);
    }

    static Problem tooManyConnections() {
        return Problem.of(429, "too-many-connections").retryAfter(SOON);
    }

    static Problem tooManyRequests() {
        return Problem.of(429, "too-many-requests").retryAfter(SOON);
    }

    /** @param wait until a request would be taken; told in whole seconds */
    static Problem tooFast(Duration wait) {
        return Problem.of(429, "too-fast").retryAfter(wait.plusSeconds(1));
    }

    static Problem malformed(Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException line -> request(414, "address-too-long");
            case TooLongHttpHeaderException header -> request(431, "headers-too-large");
            default -> malformed();
        };
    }

    static Problem malformed() {
        return request(400, "malformed-request");
    }

    static Problem unknownHost() {
        return request(400, "unknown-host");
    }

    /** Of somebody whom the sign-in does not know. */
    static Problem bodyTooLarge() {
        return Problem.of(413, "unknown-sends-much");
    }

    /** Of somebody whom the sign-in does not know. */
    static Problem bodyTooSlow() {
        return Problem.of(408, "unknown-sends-slowly");
    }

    static Problem formTooLarge() {
        return request(413, "malformed-request");
    }

    private static Problem request(int status, String code) {
        return Problem.of(status, code).titled("request.title");
    }
}
