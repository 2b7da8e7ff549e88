package vn.soto.edge.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpServerCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folded lines in the head of a request, however the bytes come. */
final class UnfoldedHeadsTest {

    private static final String PLAIN = "GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String LENGTH =
            "POST /b HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\na\n\n b\r\n\r\n";

    @SuppressWarnings("StringConcatToTextBlock") // every line ends in two characters, or in one
    private static final String CHUNKS = "POST /c HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "d\r\n 1\r\n\r\n 2\n\n\n 3\r\n0\r\n\r\n";

    private static final String FOLDED = "GET /d HTTP/1.1\r\nHost: localhost\r\n evil.example\r\n\r\n";

    /** The output of the codec: the addresses of requests, the bytes of bodies, and the answers of the watch. */
    private record Seen(List<String> addresses, String bodies, String answer) {}

    private static Seen sent(String text, int... cuts) {
        EmbeddedChannel channel = new EmbeddedChannel();
        ConnectionWatch watch =
                new ConnectionWatch(ConnectionWatchTest.LIMITS, new HttpMeters(new SimpleMeterRegistry(), "api"), null);
        channel.pipeline().addLast(new UnfoldedHeads(watch), new HttpServerCodec(), watch);
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        int from = 0;
        for (int cut : cuts) {
            write(channel, Unpooled.copiedBuffer(bytes, from, cut - from));
            from = cut;
        }
        write(channel, Unpooled.copiedBuffer(bytes, from, bytes.length - from));
        List<String> addresses = new ArrayList<>();
        StringBuilder bodies = new StringBuilder();
        for (Object message = channel.readInbound(); message != null; message = channel.readInbound()) {
            if (message instanceof HttpRequest request) {
                addresses.add(request.uri());
            }
            if (message instanceof HttpContent content) {
                bodies.append(content.content().toString(StandardCharsets.ISO_8859_1));
                content.release();
            }
        }
        StringBuilder answer = new StringBuilder();
        for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
            answer.append(out.toString(StandardCharsets.UTF_8));
            out.release();
        }
        channel.finishAndReleaseAll();
        return new Seen(addresses, bodies.toString(), answer.toString());
    }

    /** The watch may have ended the connection. */
    private static void write(EmbeddedChannel channel, ByteBuf bytes) {
        if (channel.isOpen()) {
            channel.writeInbound(bytes);
        } else {
            bytes.release();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FOLDED,
                "GET /d HTTP/1.1\r\nHost: localhost\r\n\tevil.example\r\n\r\n",
                "GET /d HTTP/1.1\r\n Host: localhost\r\n\r\n",
                "\r\n\r\nGET /d HTTP/1.1\r\nHost: localhost\r\nX:\r\n y\r\n\r\n",
                "GET /d HTTP/1.1\r\nHost: localhost\r\nX: y\r\n \r\n\r\n"
            })
    void aFoldedLineIsAnsweredAsNoHttp(String request) {
        Seen seen = sent(request);

        assertThat(seen.addresses()).isEmpty();
        assertThat(seen.answer()).startsWith("HTTP/1.1 400").contains("malformed-request");
    }

    @Test
    void linesOfBodiesAreNoHeads() {
        String text = LENGTH + PLAIN + CHUNKS + "\r\n" + PLAIN + CHUNKS + LENGTH;
        Seen whole = sent(text);

        assertThat(whole.addresses()).containsExactly("/b", "/a", "/c", "/a", "/c", "/b");
        assertThat(whole.bodies()).isEqualTo(bodies("b", "c", "c", "b"));
        assertThat(whole.answer()).isEmpty();
    }

    private static String bodies(String... addresses) {
        StringBuilder bodies = new StringBuilder();
        Stream.of(addresses)
                .forEach(each -> bodies.append(each.equals("b") ? "a\n\n b\r\n\r\n" : " 1\r\n\r\n 2\n\n\n 3"));
        return bodies.toString();
    }

    /** A request sent ahead, behind bodies of both kinds, in pieces of any length. */
    @Test
    void aFoldedLineIsFoundHoweverTheBytesCome() {
        Random random = new Random(29);
        String good = CHUNKS + LENGTH + PLAIN + CHUNKS;
        for (int i = 0; i < 300; i++) {
            int[] cuts = random.ints(random.nextInt(8), 1, (good + FOLDED).length())
                    .sorted()
                    .distinct()
                    .toArray();
            assertThat(sent(good, cutsWithin(good, cuts)).addresses()).containsExactly("/c", "/b", "/a", "/c");
            assertThat(sent(good + FOLDED, cuts).addresses())
                    .as("cut at %s", cuts)
                    .containsExactly("/c", "/b", "/a", "/c");
        }
    }

    private static int[] cutsWithin(String text, int[] cuts) {
        return Arrays.stream(cuts).filter(cut -> cut < text.length()).toArray();
    }

    @Test
    void aRequestThatNamesTwoHostsIsNoHttp() {
        for (String request : List.of(
                "GET /d HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n",
                "GET /d HTTP/1.1\r\nHost: localhost\r\nhost: localhost\r\n\r\n",
                "GET http://evil.example/d HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
            assertThat(sent(request).addresses()).as(request).isEmpty();
            assertThat(sent(request).answer()).as(request).startsWith("HTTP/1.1 400");
        }
        assertThat(sent("GET http://localhost/d HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .addresses())
                .containsExactly("http://localhost/d");
    }
}
