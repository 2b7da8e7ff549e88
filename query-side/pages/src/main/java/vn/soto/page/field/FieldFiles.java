package vn.soto.page.field;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.page.Assets;

/** The worker of the field with the list of what it keeps, whose hash is the version of the page. */
@Component
final class FieldFiles {

    private static final String WORKER = "/field/sw.js";

    private final Assets assets;
    private final String worker;

    FieldFiles(Assets assets) {
        this.assets = assets;
        try (InputStream in = Objects.requireNonNull(FieldFiles.class.getResourceAsStream(WORKER))) {
            worker = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Scripts and styles of the page, with their addresses. */
    List<String> names() {
        return Stream.concat(
                        assets.files().keySet().stream().filter(name -> name.startsWith("field")),
                        Stream.of("icon.svg"))
                .map(name -> assets.path() + name)
                .toList();
    }

    byte[] worker(Locale language, Function<Locale, byte[]> page) {
        String kept = language.equals(Locale.ENGLISH) ? FieldHandler.ENGLISH_PAGE : FieldHandler.PAGE;
        String list = Stream.concat(Stream.of(kept), names().stream())
                .map(name -> "'" + name + "'")
                .collect(Collectors.joining(", ", "[", "]"));
        String text = "const PAGES = ['" + kept + "'];\nconst FILES = " + list + ";\n" + worker;
        return ("const VERSION = '" + version(page.apply(language), text) + "';\n" + text)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A hash of the page, of the worker and of the scripts and styles, whose address holds theirs. */
    private static String version(byte[] page, String worker) {
        try {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(page);
            all.writeBytes(worker.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all.toByteArray()))
                    .substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] manifest() {
        return """
                {"name":"Sổ Tổ","short_name":"Sổ Tổ","start_url":"/field","scope":"/field","display":"standalone",
                "background_color":"#f5f7f9","theme_color":"#0b5394",
                "icons":[{"src":"%sicon.svg","sizes":"any","type":"image/svg+xml"}]}
                """.formatted(assets.path()).getBytes(StandardCharsets.UTF_8);
    }
}
