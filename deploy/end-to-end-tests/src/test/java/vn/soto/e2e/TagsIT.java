package vn.soto.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Test classes that start processes or threads, directly or through other classes, have a tag that says so. */
final class TagsIT {

    private static final Path ROOT = Path.of(System.getProperty("soto.root", "../.."));
    private static final Pattern NO_CODE =
            Pattern.compile("\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*+\"|/\\*(?s:.*?)\\*/|//.*");
    private static final Pattern PROCESSES = Pattern.compile("\\bProcessBuilder\\b");
    private static final Pattern THREADS = Pattern.compile("\\bExecutorService\\b|\\bExecutors\\.new|\\bnew Thread\\("
            + "|\\bThread\\.(ofVirtual|ofPlatform|startVirtualThread)\\b|\\bCyclicBarrier\\b|\\.(run|supply)Async\\(");
    private static final Pattern TYPES = Pattern.compile("\\b[A-Z]\\w+");

    /** A class of a module's tests, or of the test kit, which all modules' tests may use. */
    private record Source(Path module, String name, String text, String code, Set<String> uses) {

        static Source of(Path file) {
            try {
                String text = Files.readString(file);
                String code = NO_CODE.matcher(text).replaceAll("");
                String name = file.getFileName().toString().replace(".java", "");
                Set<String> uses =
                        TYPES.matcher(code).results().map(MatchResult::group).collect(Collectors.toSet());
                return new Source(ROOT.relativize(file).subpath(0, 2), name, text, code, uses);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean matches(Pattern pattern) {
            return pattern.matcher(code).find();
        }

        boolean mayUse(Source other) {
            return !name.equals(other.name)
                    && uses.contains(other.name)
                    && (module.equals(other.module) || other.module.endsWith("test-kit"));
        }

        boolean isTest() {
            return name.endsWith("Test") || name.endsWith("IT");
        }

        boolean isTagged(String... tags) {
            return Stream.of(tags).anyMatch(tag -> text.contains("@Tag(\"" + tag + "\")"));
        }
    }

    @Test
    void eachClassWithThreadsOrProcessesSaysSo() throws IOException {
        List<Source> sources = sources();
        Set<Source> processes = through(sources, PROCESSES);
        Set<Source> threads = through(sources, THREADS);

        assertThat(missing(processes, "processes")).as("@Tag(\"processes\")").isEmpty();
        assertThat(missing(threads, "threads", "processes"))
                .as("@Tag(\"threads\")")
                .isEmpty();
        assertThat(processes).isNotEmpty();
        assertThat(threads).isNotEmpty();
    }

    private static List<Source> sources() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/test/java/")
                            || file.toString().contains("/test-kit/src/main/java/"))
                    .map(Source::of)
                    .toList();
        }
    }

    /** The matching classes, and those that use one of them. */
    private static Set<Source> through(List<Source> sources, Pattern pattern) {
        Set<Source> found = new HashSet<>();
        sources.stream().filter(source -> source.matches(pattern)).forEach(source -> found.add(source));
        int before = 0;
        while (before < found.size()) {
            before = found.size();
            List<Source> known = List.copyOf(found);
            sources.stream()
                    .filter(source -> known.stream().anyMatch(source::mayUse))
                    .forEach(source -> found.add(source));
        }
        return found;
    }

    private static Map<String, Path> missing(Set<Source> found, String... tags) {
        Map<String, Path> missing = new TreeMap<>();
        found.stream()
                .filter(Source::isTest)
                .filter(source -> !source.isTagged(tags))
                .forEach(source -> missing.put(source.name(), source.module()));
        return missing;
    }
}
