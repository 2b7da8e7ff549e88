package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The repository's documents name files, headings, modules and classes that exist. */
final class DocumentsTest {

    private static final Path ROOT =
            Path.of(System.getProperty("soto.root", "../..")).toAbsolutePath().normalize();
    private static final Set<String> LEFT_OUT = Set.of("target", "node_modules", "data");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|<img[^>]* src=\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+)$");
    private static final Pattern FENCED = Pattern.compile("(?ms)^\\s*```.*?^\\s*```");
    private static final Pattern MODULE = Pattern.compile("<module>[a-z-]+/([a-z-]+)</module>");
    private static final Pattern CLASS = Pattern.compile("`([A-Z][A-Za-z]+)`");

    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*(?:IT|Test))(?:\\.(\\w+))?`");

    private static final List<Path> files = new ArrayList<>();

    @BeforeAll
    static void list() throws IOException {
        files.clear();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean source = folder.toString().contains("/src/");
                boolean skipped = !folder.equals(ROOT) && !source && (name.startsWith(".") || LEFT_OUT.contains(name));
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Test
    void linksPointToFilesAndHeadingsThatExist() {
        List<String> broken = documents()
                .flatMap(document -> links(document)
                        .filter(link -> !exists(document, link))
                        .map(link -> ROOT.relativize(document) + ": " + link))
                .toList();
        assertThat(broken).isEmpty();
    }

    @Test
    void theGlossaryNamesClassesThatExist() {
        Set<String> classes = files.stream()
                .filter(file -> file.toString().contains("/src/main/java/"))
                .map(file -> file.getFileName().toString().replaceFirst("\\.java$", ""))
                .collect(Collectors.toSet());
        List<String> named = CLASS.matcher(read(ROOT.resolve("shared-kernel/GLOSSARY.md")))
                .results()
                .map(name -> name.group(1))
                .filter(name -> !name.equals("DocumentsTest"))
                .toList();
        assertThat(named).hasSizeGreaterThan(50).isSubsetOf(classes);
    }

    /** Whoever reads that something is defended finds the test that fails without it. */
    @Test
    void everyThreatIsDefendedByTestsThatExist() {
        String security = read(ROOT.resolve("SECURITY.md"));
        String threats =
                security.substring(security.indexOf("## Threats"), security.indexOf("## What is not protected"));
        List<String> rows = threats.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| at |"))
                .toList();

        assertThat(rows)
                .hasSizeGreaterThan(30)
                .allMatch(row -> TEST.matcher(row).find(), "names a test");
        assertThat(TEST.matcher(security)
                        .results()
                        .filter(test -> !isThere(test.group(1), test.group(2)))
                        .map(MatchResult::group))
                .isEmpty();
        for (String kind : List.of("S:", "T:", "R:", "I:", "D:", "E:")) {
            assertThat(rows).as(kind).anyMatch(row -> row.contains("| " + kind));
        }
    }

    private static boolean isThere(String test, @Nullable String method) {
        return files.stream()
                .filter(file -> file.toString().contains("/src/test/") && file.endsWith(test + ".java"))
                .anyMatch(file -> method == null || read(file).contains("void " + method + "("));
    }

    @Test
    void theReadmeListsEveryModule() {
        String readme = read(ROOT.resolve("README.md"));
        List<String> modules = MODULE.matcher(read(ROOT.resolve("pom.xml")))
                .results()
                .map(module -> "\n  " + module.group(1) + "/ ")
                .toList();
        assertThat(modules).isNotEmpty().allSatisfy(module -> assertThat(readme).contains(module));
    }

    @Test
    void theReadmeIsShort() {
        assertThat(read(ROOT.resolve("README.md")).lines())
                .as("README.md; what is longer belongs in a document that it links")
                .hasSizeLessThanOrEqualTo(150);
    }

    private static Stream<Path> documents() {
        return files.stream().filter(file -> file.toString().endsWith(".md"));
    }

    private static Stream<String> links(Path document) {
        return LINK.matcher(prose(document))
                .results()
                .map(DocumentsTest::target)
                .filter(link -> !link.contains("://"));
    }

    private static String target(MatchResult link) {
        return link.group(1) == null ? link.group(2) : link.group(1);
    }

    private static boolean exists(Path document, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
        return Files.exists(target) && (parts.length == 1 || headings(target).contains(parts[1]));
    }

    /** The anchors GitHub gives to headings: lower case, without punctuation, hyphens for spaces. */
    private static Set<String> headings(Path document) {
        return HEADING.matcher(prose(document))
                .results()
                .map(heading -> heading.group(1).strip().toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N}\\- _]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static String prose(Path document) {
        return FENCED.matcher(read(document)).replaceAll("");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
