package vn.soto.e2e.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.soto.e2e.SharedProducts;
import vn.soto.harness.AllInOne;

/**
 * Requests whose end a proxy and this server could see at different places. Each is refused and its connection closed,
 * so that the bytes after it are never taken for a request.
 */
@Tag("processes")
final class SmugglingIT {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");

    private final AllInOne product = SharedProducts.version1();

    static Stream<Arguments> twoLengths() {
        return Stream.of(
                Arguments.of(
                        "length and chunks", List.of("Content-Length: 5", "Transfer-Encoding: chunked"), "0\r\n\r\n"),
                Arguments.of(
                        "chunks and length", List.of("Transfer-Encoding: chunked", "Content-Length: 5"), "0\r\n\r\n"),
                Arguments.of("two lengths", List.of("Content-Length: 2", "Content-Length: 5"), "{}"),
                Arguments.of("two lengths in one", List.of("Content-Length: 2, 5"), "{}"),
                Arguments.of("length with a sign", List.of("Content-Length: +2"), "{}"),
                Arguments.of("negative length", List.of("Content-Length: -2"), "{}"),
                Arguments.of("length in hexadecimal", List.of("Content-Length: 0x2"), "{}"),
                Arguments.of("length too large", List.of("Content-Length: 99999999999999999999"), "{}"),
                Arguments.of("encoding after a space", List.of("Transfer-Encoding : chunked"), "0\r\n\r\n"),
                Arguments.of("unknown encoding", List.of("Transfer-Encoding: xchunked", "Content-Length: 2"), "{}"),
                Arguments.of("chunks twice", List.of("Transfer-Encoding: chunked, chunked"), "0\r\n\r\n"),
                Arguments.of("chunks not last", List.of("Transfer-Encoding: chunked, identity"), "0\r\n\r\n"),
                Arguments.of("folded encoding", List.of("Transfer-Encoding:\r\n chunked", "Content-Length: 2"), "{}"),
                Arguments.of("folded line", List.of("Content-Length: 2", "X-A: b\r\n Host: evil.example"), "{}"),
                Arguments.of("folded with a tab", List.of("Content-Length:\r\n\t2"), "{}"),
                Arguments.of("two hosts", List.of("Content-Length: 2", "Host: evil.example"), "{}"),
                Arguments.of("the same host twice", List.of("Content-Length: 2", "Host: localhost"), "{}"),
                Arguments.of("chunk of no size", List.of("Transfer-Encoding: chunked"), "zz\r\n{}\r\n0\r\n\r\n"),
                Arguments.of("chunk of negative size", List.of("Transfer-Encoding: chunked"), "-2\r\n{}\r\n0\r\n\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("twoLengths")
    void whatFollowsIsNoRequest(String what, List<String> headers, String body) throws IOException {
        String first = "POST /api/households HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + String.join("\r\n", headers) + "\r\n\r\n" + body;

        String answers = exchange(
                first + "GET /api/units HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + authorization() + "\r\n\r\n");

        List<String> statuses =
                STATUS.matcher(answers).results().map(found -> found.group(1)).toList();
        assertThat(answers).as(what).doesNotContain("\"freshness\"");
        assertThat(statuses).as(what + ": " + answers).allMatch(status -> status.startsWith("4"));
        // A body in malformed chunks ends the connection, perhaps before the request is answered.
        assertThat(statuses.isEmpty()).as(what + ": " + answers).isIn(false, what.startsWith("chunk of"));
    }

    private String exchange(String requests) throws IOException {
        URI server = product.address();
        try (RawHttp client = new RawHttp(server)) {
            return client.sendAndReadToEnd(requests.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private String authorization() {
        product.awaitCaughtUp();
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString(("auditor:" + product.password("auditor")).getBytes(StandardCharsets.UTF_8));
    }
}
