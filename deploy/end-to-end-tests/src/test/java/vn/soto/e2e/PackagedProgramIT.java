package vn.soto.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.testkit.GoldenList;

/** A packaged program carries no library that it never loads, and none that it must not have. */
final class PackagedProgramIT {

    private static final int MOST_JARS = 120;
    private static final long MOST_BYTES = 79L << 20;

    @ParameterizedTest
    @ValueSource(strings = {"soto.jar", "soto.command-node.jar", "soto.query-node.jar"})
    void holdsNoHttp3AndNoProxiesOfClients(String program) throws IOException {
        Path file = Path.of(System.getProperty(program));
        try (JarFile jar = new JarFile(file.toFile())) {
            List<String> jars = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".jar"))
                    .toList();

            assertThat(jars)
                    .hasSizeBetween(50, MOST_JARS)
                    .noneMatch(name -> name.matches(".*(quic|http3|handler-proxy|codec-socks).*"));
        }
        assertThat(Files.size(file)).isLessThan(MOST_BYTES);
    }

    /** Accounts and stores are its own here, so it has no driver of a database, and no tokens of an issuer. */
    @Test
    void theEmbeddedProgramHoldsTheLibrariesThatAreListedAlone() throws IOException {
        GoldenList.check(
                "deploy/end-to-end-tests",
                PackagedProgramIT.class,
                "soto.jar.libraries",
                libraries("soto.jar").stream()
                        .map(name -> name.replaceFirst("-[0-9].*", ""))
                        .distinct()
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"soto.jar", "soto.command-node.jar", "soto.query-node.jar"})
    void listsExactlyItsLibrariesInItsBillOfMaterials(String program) throws IOException {
        Set<String> listed = new HashSet<>();
        try (JarFile jar = new JarFile(System.getProperty(program))) {
            JsonNode bill = JsonMapper.shared()
                    .readTree(jar.getInputStream(jar.getEntry("META-INF/sbom/application.cdx.json")));
            bill.path("components")
                    .forEach(component -> listed.add(component.path("name").asString() + "-"
                            + component.path("version").asString()));
            assertThat(bill.path("bomFormat").asString()).isEqualTo("CycloneDX");
        }
        List<String> held = libraries(program);

        assertThat(held).isNotEmpty().allMatch(name -> isListed(listed, name));
        // A starter is a list of dependencies: its jar is empty, and the packager leaves it out.
        assertThat(listed.stream().filter(name -> !name.startsWith("spring-boot-starter-")))
                .allMatch(name -> held.stream().anyMatch(jar -> jar.equals(name) || jar.startsWith(name + "-")));
    }

    /**
     * A query node reads the shared ledger and must never append to it: its jar contains no class that can. Resource
     * bundles of the command side are harmless.
     */
    @Test
    void aQueryNodeHoldsNoLedgerWriterAndNoCommand() throws IOException {
        List<String> entries = entries(Path.of(System.getProperty("soto.query-node.jar")));

        assertThat(entries).contains("vn/soto/query/config/QuerySideConfiguration.class");
        assertThat(entries).contains("vn/soto/ledger/mongo/MongoLedgerReader.class");
        assertThat(entries).noneMatch(entry -> entry.startsWith("vn/soto/ledgerwriter/"));
        assertThat(entries).noneMatch(entry -> entry.startsWith("vn/soto/command") && entry.endsWith(".class"));
        assertThat(entries).noneMatch(entry -> entry.startsWith("vn/soto/testkit/"));
        assertThat(entries).noneMatch(entry -> entry.contains("mongo-java-server"));
    }

    /** Names of all entries of the jar and of the product's own jars in it. */
    private static List<String> entries(Path program) throws IOException {
        List<String> names = new ArrayList<>();
        try (JarFile jar = new JarFile(program.toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                names.add(entry.getName().replaceFirst("^BOOT-INF/classes/", ""));
                if (entry.getName().startsWith("BOOT-INF/lib/soto-")) {
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

    private static List<String> libraries(String program) throws IOException {
        try (JarFile jar = new JarFile(System.getProperty(program))) {
            return jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.matches("BOOT-INF/lib/.*\\.jar"))
                    .map(name -> name.substring("BOOT-INF/lib/".length(), name.length() - ".jar".length()))
                    .toList();
        }
    }

    /** Jars of one platform have its name after the version; Spring Boot's packager adds its own tools. */
    private static boolean isListed(Set<String> listed, String jar) {
        return listed.contains(jar)
                || jar.startsWith("spring-boot-jarmode-tools-")
                || listed.stream().anyMatch(name -> jar.startsWith(name + "-"));
    }
}
