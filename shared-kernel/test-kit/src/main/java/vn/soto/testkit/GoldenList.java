package vn.soto.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A list kept in a file of a module's tests, one entry a line; the test that fails says how to renew it. */
public final class GoldenList {

    private static final Path FOLDER = Path.of("src/test/resources");

    private GoldenList() {}

    /**
     * Checks that the file says what the code says; writes it if the system property {@code soto.renew} is set.
     *
     * @param module of the caller, such as {@code command-side/domain}
     * @param file   name in the module's test resources
     */
    public static void check(String module, Class<?> test, String file, List<String> lines) {
        Path path = FOLDER.resolve(file);
        try {
            if (System.getProperty("soto.renew") != null) {
                Files.createDirectories(FOLDER);
                Files.write(path, lines);
            }
            assertThat(Files.exists(path) ? Files.readAllLines(path) : List.of())
                    .as(
                            "%s; what was there stays, what is new is added: mvn test -pl %s -am -Dtest=%s"
                                    + " -Dsurefire.failIfNoSpecifiedTests=false -Dsoto.renew",
                            path, module, test.getSimpleName())
                    .isEqualTo(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
