package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Classes have terms of the field as names. Three lists beside this test state the refused names, the exceptions, and
 * the top-level names that several packages may share. Each line gives its reason, and an unnecessary line fails the
 * test.
 */
final class ClassNamesTest {

    /** @param nested whether another class declares it */
    record Declared(String packageName, String path, String simpleName, boolean nested) {}

    @Test
    void noWordThatSaysNothingIsTheNameOfAClass() throws IOException {
        Map<String, String> refused = list("class-names-refused.properties");
        Map<String, String> kept = list("class-names-kept.properties");
        Set<String> found = SourceFacts.ALL.classes().stream()
                .filter(declared -> refused.containsKey(declared.simpleName()))
                .map(Declared::path)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found).isEqualTo(kept.keySet());
    }

    @Test
    void oneNameMeansOneThing() throws IOException {
        Map<String, Long> byName = SourceFacts.ALL.classes().stream()
                .filter(declared -> !declared.nested())
                .collect(Collectors.groupingBy(Declared::simpleName, TreeMap::new, Collectors.counting()));
        Set<String> several = byName.entrySet().stream()
                .filter(name -> name.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(several).isEqualTo(list("class-names-shared.properties").keySet());
    }

    private static Map<String, String> list(String resource) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(ClassNamesTest.class.getResourceAsStream("/" + resource), resource),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        Map<String, String> sorted = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> sorted.put(name, properties.getProperty(name)));
        assertThat(sorted.values()).as("reasons in " + resource).noneMatch(String::isBlank);
        return sorted;
    }

    static final class Declarations extends TreeScanner<Void, Void> {

        private final String packageName;
        private final List<Declared> found;
        private final List<String> enclosing = new ArrayList<>();

        Declarations(CompilationUnitTree unit, List<Declared> found) {
            this.packageName = String.valueOf(unit.getPackageName());
            this.found = found;
        }

        @Override
        public Void visitClass(ClassTree declared, Void nothing) {
            String name = declared.getSimpleName().toString();
            enclosing.add(name);
            if (!name.isEmpty()) {
                found.add(new Declared(packageName, String.join(".", enclosing), name, enclosing.size() > 1));
            }
            super.visitClass(declared, null);
            enclosing.removeLast();
            return null;
        }
    }
}
