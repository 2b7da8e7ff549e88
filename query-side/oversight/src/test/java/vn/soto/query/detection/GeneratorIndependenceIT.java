package vn.soto.query.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The generator of the cases by which detectors are measured knows nothing of the product, and so nothing of the
 * detectors.
 */
final class GeneratorIndependenceIT {

    private static final Path PLANTED = Path.of("src/test/java/vn/soto/query/planted");

    @Test
    void theGeneratorSharesNoCodeWithTheDetectors() throws IOException {
        List<String> named;
        try (Stream<Path> files = Files.list(PLANTED)) {
            named = files.flatMap(GeneratorIndependenceIT::lines)
                    .filter(line -> line.contains("vn.soto."))
                    .toList();
        }

        assertThat(named).isNotEmpty().allMatch(line -> line.contains("vn.soto.query.planted"));
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
