package vn.soto.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The scripts and styles of pages, under an address that changes with their bytes and is therefore kept by browsers for ever. They are
 * read when the program starts.
 */
@Component
public final class Assets implements PlacedHandler {

    private static final String FOLDER = "/assets/";
    private static final String ALL = "classpath*:assets/*";

    private static final String TOKENS = "tokens.css";

    /** The style sheets that are sent, each with its parts after the tokens. */
    private static final Map<String, List<String>> STYLES =
            Map.of("soto.css", List.of("soto.css", "forms.css"), "field.css", List.of("field.css"));

    /** Whole lines of comments of our scripts and styles. */
    private static final Pattern COMMENTS = Pattern.compile("(?m)^[ \\t]*(?://.*|/\\*(?s:.*?)\\*/)\\n");

    private final Map<String, byte[]> files = new TreeMap<>();
    private final String build;

    Assets() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            PathMatchingResourcePatternResolver found = new PathMatchingResourcePatternResolver();
            for (Resource resource : found.getResources(ALL)) {
                try (InputStream in = resource.getInputStream()) {
                    String name = String.valueOf(resource.getFilename());
                    files.put(name, loaded(name, in.readAllBytes()));
                }
            }
            byte[] tokens = Objects.requireNonNull(files.remove(TOKENS));
            STYLES.forEach((style, parts) -> files.put(style, joined(tokens, parts)));
            files.values().forEach(digest::update);
            build = HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Comments are for whoever reads the sources: no phone loads them. */
    private static byte[] loaded(String name, byte[] bytes) {
        return (name.endsWith(".js") && !name.endsWith(".min.js")) || name.endsWith(".css")
                ? COMMENTS.matcher(new String(bytes, StandardCharsets.UTF_8))
                        .replaceAll("")
                        .getBytes(StandardCharsets.UTF_8)
                : bytes;
    }

    private byte[] joined(byte[] tokens, List<String> parts) {
        ByteArrayOutputStream style = new ByteArrayOutputStream();
        style.writeBytes(tokens);
        parts.forEach(part -> style.writeBytes(Objects.requireNonNull(files.remove(part))));
        return style.toByteArray();
    }

    /** The files that are served, by name. */
    public Map<String, byte[]> files() {
        return Collections.unmodifiableMap(files);
    }

    /** Path before a file's name. */
    public String path() {
        return FOLDER + build + "/";
    }

    @Override
    public List<String> addresses() {
        return List.of("/assets/**");
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        String name = path.substring(path.lastIndexOf('/') + 1);
        byte[] bytes = path.equals(path() + name) ? files.get(name) : null;
        if (bytes == null) {
            return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
        }
        ServerHttpResponse response = exchange.getResponse();
        response.getHeaders().setContentType(MediaTypeFactory.getMediaType(name).orElse(MediaType.TEXT_PLAIN));
        response.getHeaders().setCacheControl("public, max-age=31536000, immutable");
        response.getHeaders().setContentLength(bytes.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
    }
}
