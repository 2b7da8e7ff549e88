package vn.soto.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Bytes of an answer with their entity tag, compressed once for all who take them so; both are made when first needed. Thread-safe. */
public final class Sendable {

    private static final int TAG = 12;

    /** Level of compression of what is sent once. */
    private static final int ONCE = 2;

    private static final int BUFFER = 8_192;

    /** Less is not worth it. */
    private static final int COMPRESSED = 2_048;

    /** In a list of encodings, and not refused by a quality of 0. */
    private static final Pattern GZIP =
            Pattern.compile("(^|[ ,])gzip *($|,|; *q=(1|0\\.0{0,2}[1-9]))", Pattern.CASE_INSENSITIVE);

    private final byte[] bytes;
    private final int level;
    private volatile @Nullable String tag;
    private volatile byte @Nullable [] gzip;

    private Sendable(byte[] bytes, int level) {
        this.bytes = bytes;
        this.level = level;
    }

    /** @param bytes not changed from now on */
    public static Sendable of(byte[] bytes) {
        return new Sendable(bytes, Deflater.DEFAULT_COMPRESSION);
    }

    /** The same for one reader alone: compressed in half the time, a tenth longer. */
    public static Sendable once(byte[] bytes) {
        return new Sendable(bytes, ONCE);
    }

    private String tag() {
        String known = tag;
        if (known == null) {
            known = HexFormat.of().formatHex(Arrays.copyOf(hash(bytes), TAG));
            tag = known;
        }
        return known;
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bytes that it takes in memory, compressed and not. */
    public long size() {
        return bytes.length + bytes.length / 4L;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** Two threads may compress it at the same time; the bytes are the same. */
    byte[] gzip() {
        byte[] packed = gzip;
        if (packed == null) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4);
            try (Packing packing = new Packing(out, level)) {
                packing.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            packed = out.toByteArray();
            gzip = packed;
        }
        return packed;
    }

    private static final class Packing extends GZIPOutputStream {

        Packing(OutputStream out, int level) throws IOException {
            super(out, BUFFER);
            def.setLevel(level);
        }
    }

    /** Sends it, or tells a browser or client that has these bytes that they are still the answer (304). */
    public Mono<Void> sendUnlessKnown(ServerWebExchange exchange, boolean compresses) {
        exchange.getResponse().getHeaders().setCacheControl("private, no-cache");
        return exchange.checkNotModified('"' + tag() + '"')
                ? exchange.getResponse().setComplete()
                : send(exchange, compresses);
    }

    /**
     * Sends it as this reader takes it; what is compressed already, the server leaves as it is.
     *
     * @param compresses whether answers are sent compressed, as the server's setting says
     */
    public Mono<Void> send(ServerWebExchange exchange, boolean compresses) {
        ServerHttpResponse response = exchange.getResponse();
        byte[] sent = bytes;
        if (compresses && bytes.length >= COMPRESSED && takesGzip(exchange)) {
            response.getHeaders().set(HttpHeaders.CONTENT_ENCODING, "gzip");
            sent = gzip();
        }
        response.getHeaders().setContentLength(sent.length);
        return exchange.getRequest().getMethod().equals(HttpMethod.HEAD)
                ? response.setComplete()
                : response.writeWith(Mono.just(response.bufferFactory().wrap(sent)));
    }

    private static boolean takesGzip(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.ACCEPT_ENCODING).stream()
                .anyMatch(accepted -> GZIP.matcher(accepted).find());
    }
}
