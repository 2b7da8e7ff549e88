package vn.soto.testkit.repeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherFactory;

final class TaggedRunTest {

    @Test
    void testsForTheLongCheckAloneRunAtLengthOnly() throws URISyntaxException {
        assertThat(tests(false)).isPositive().isLessThan(tests(true));
    }

    /** The number of tests with threads in this module. */
    private static long tests(boolean atLength) throws URISyntaxException {
        Path classes = Path.of(TaggedRunTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return LauncherFactory.create()
                .discover(TaggedRun.request(classes, "threads", ".*", atLength))
                .countTestIdentifiers(TestIdentifier::isTest);
    }
}
