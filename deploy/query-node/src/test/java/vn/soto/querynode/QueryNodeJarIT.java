package vn.soto.querynode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import org.junit.jupiter.api.Test;

/**
 * A query node reads the shared ledger and must never append to it: its jar contains no class that can. Resource
 * bundles of the command side are harmless.
 */
final class QueryNodeJarIT {

    private static final Path JAR = Path.of(System.getProperty("soto.query-node.jar", "missing"));

    @Test
    void containsNoLedgerWriterAndNoCommand() throws IOException {
        List<String> entries = entries();

        assertThat(entries).contains("vn/soto/query/config/QuerySideConfiguration.class");
        assertThat(entries).contains("vn/soto/ledger/mongo/MongoLedgerReader.class");
        assertThat(entries).noneMatch(entry -> entry.startsWith("vn/soto/ledgerwriter/"));
        assertThat(entries).noneMatch(entry -> entry.startsWith("vn/soto/command") && entry.endsWith(".class"));
        assertThat(entries).noneMatch(entry -> entry.startsWith("vn/soto/testkit/"));
        assertThat(entries).noneMatch(entry -> entry.startsWith("de/bwaldvogel/"));
    }

    /** Names of all entries of the jar and of its nested jars. */
    private static List<String> entries() throws IOException {
        List<String> names = new ArrayList<>();
        try (JarFile jar = new JarFile(JAR.toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                names.add(entry.getName().replaceFirst("^BOOT-INF/classes/", ""));
                if (entry.getName().endsWith(".jar")) {
                    try (JarInputStream nested = new JarInputStream(jar.getInputStream(entry))) {
                        for (JarEntry inner = nested.getNextJarEntry();
                                inner != null;
                                inner = nested.getNextJarEntry()) {
                            names.add(inner.getName());
                        }
                    }
                }
            }
        }
        return names;
    }
}
