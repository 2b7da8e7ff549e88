package vn.soto.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A list kept in a file of a module's tests, one entry a line; the test that fails says how to renew it. */
public final class GoldenList {

    /** Whether a test that finds a stored file different rewrites it before it fails. */
    public static final boolean RENEWING = System.getProperty("soto.renew") != null;

    private GoldenList() {}

    /** The message of a test that finds a stored file different: how it is rewritten, or that it just was. */
    public static String howToRenew(String module, Class<?> test) {
        return RENEWING
                ? "It was rewritten just now: review the difference and run the test again without soto.renew"
                : "Renew it: mvn test -pl %s -am -Dtest=%s -Dsurefire.failIfNoSpecifiedTests=false -Dsoto.renew"
                        .formatted(module, test.getSimpleName());
    }

    /**
     * Checks that the file has these lines. If the system property {@code soto.renew} is set, it rewrites a file that
     * differs, and fails all the same.
     *
     * @param module of the caller, such as {@code command-side/domain}
     * @param file   name in the module's test resources
     */
    public static void check(String module, Class<?> test, String file, List<String> lines) {
        // Wherever they run, tests run two folders below the top level.
        Path path = Path.of("..", "..", module, "src/test/resources", file);
        try {
            List<String> stored = Files.exists(path) ? Files.readAllLines(path) : List.of();
            if (RENEWING && !stored.equals(lines)) {
                Files.createDirectories(path.getParent());
                Files.write(path, lines);
            }
            assertThat(stored)
                    .as("%s; what was there stays, what is new is added. %s", path, howToRenew(module, test))
                    .isEqualTo(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
