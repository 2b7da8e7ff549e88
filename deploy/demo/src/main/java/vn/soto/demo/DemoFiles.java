package vn.soto.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Files of the demo province, beside its classes. */
final class DemoFiles {

    private DemoFiles() {}

    static String read(String file) {
        try (InputStream bytes = Objects.requireNonNull(DemoFiles.class.getResourceAsStream(file), file)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
