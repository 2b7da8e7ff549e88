package vn.soto.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A packaged program carries no library that it never loads. */
final class PackagedProgramIT {

    private static final int MOST_JARS = 135;
    private static final long MOST_BYTES = 64L << 20;

    @ParameterizedTest
    @ValueSource(strings = {"soto.jar", "soto.command-node.jar", "soto.query-node.jar"})
    void holdsNoHttp3(String program) throws IOException {
        Path file = Path.of(System.getProperty(program));
        try (JarFile jar = new JarFile(file.toFile())) {
            List<String> jars = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".jar"))
                    .toList();

            assertThat(jars).hasSizeBetween(50, MOST_JARS).noneMatch(name -> name.matches(".*(quic|http3).*"));
        }
        assertThat(Files.size(file)).isLessThan(MOST_BYTES);
    }
}
