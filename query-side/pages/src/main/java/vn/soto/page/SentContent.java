package vn.soto.page;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Flux;

/**
 * A command, or a file of rows, on its way to whoever decides it. Nothing of a file is kept here. Its sender's right, and the memory
 * that it takes, are asked for by the receiver, before anything of it is read.
 *
 * @param length number of bytes; -1 if the sender did not say
 */
public record SentContent(MediaType type, long length, Flux<DataBuffer> body) {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv");
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /** Rows as text, with a line of titles. */
    public static SentContent ofRows(String rows) {
        return of(CSV, rows);
    }

    public static SentContent of(MediaType type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new SentContent(
                type, bytes.length, Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(bytes))));
    }

    /** Whether a request sends a file and no form. */
    public static boolean isFileIn(ServerHttpRequest request) {
        MediaType type = request.getHeaders().getContentType();
        return CSV.equalsTypeAndSubtype(type) || XLSX.equalsTypeAndSubtype(type);
    }

    public static SentContent of(ServerHttpRequest request) {
        MediaType type = request.getHeaders().getContentType();
        return new SentContent(
                XLSX.equalsTypeAndSubtype(type) ? XLSX : CSV,
                request.getHeaders().getContentLength(),
                request.getBody());
    }

    /** The bytes as another client sends them. */
    public Flux<ByteBuffer> bytes() {
        return body.map(buffer -> {
            byte[] bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            DataBufferUtils.release(buffer);
            return ByteBuffer.wrap(bytes);
        });
    }
}
