package vn.soto.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The scripts of the field run on Chrome 80 and Safari 15.4: they are ECMAScript 2020. Of a browser they use nothing but
 * the names in {@code field-floor.txt}, which somebody has looked up.
 */
@Tag("browser")
@Tag("processes")
final class FieldFloorIT {

    private static final Path PAGES =
            Path.of(System.getProperty("soto.root", "../.."), "query-side/pages/src/main/resources");

    /** Style that came to browsers after 2020. */
    private static final Pattern LATER_STYLE =
            Pattern.compile(":is\\(|:where\\(|:has\\(|aspect-ratio|[{; ]inset:|@layer|@container|dvh|[{; ]gap:");

    /** The names of members and of what is called, by the parser of Playwright's Node. */
    private static final String NAMES = """
            const acorn = require('internal/deps/acorn/acorn/dist/acorn');
            const used = new Set();
            const look = (node) => {
              if (Array.isArray(node)) { node.forEach(look); }
              if (!node || typeof node !== 'object' || !node.type) { return; }
              if (node.type === 'MemberExpression' && !node.computed) { used.add(node.property.name); }
              if (/^(New|Call)Expression$/.test(node.type) && node.callee.name) { used.add(node.callee.name); }
              Object.values(node).forEach((each) => Array.isArray(each) ? each.forEach(look) : look(each));
            };
            process.argv.slice(1).forEach((file) =>
              look(acorn.parse(require('fs').readFileSync(file, 'utf8'), { ecmaVersion: 2020, sourceType: 'module' })));
            console.log(Array.from(used).join('\\n'));
            """;

    /** Those that a browser has of its own. */
    private static final String KNOWN = """
            (names) => {
              const known = new Set(Object.getOwnPropertyNames(window));
              const members = (of) => Object.getOwnPropertyNames(of || {}).forEach((name) => known.add(name));
              Object.getOwnPropertyNames(window).map((name) => Object.getOwnPropertyDescriptor(window, name).value)
                .filter((found) => found && found !== window && /^(object|function)$/.test(typeof found))
                .forEach((found) => { members(found); members(found.prototype); });
              return names.filter((name) => known.has(name));
            }""";

    private static List<String> named(List<Path> scripts) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false)
                        .createProcessBuilder()
                        .command()
                        .getFirst(),
                "--expose-internals",
                "--eval",
                NAMES,
                "--"));
        scripts.forEach(script -> command.add(script.toAbsolutePath().toString()));
        Process node = new ProcessBuilder(command).redirectErrorStream(true).start();
        String told = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.onExit().join().exitValue()).as(told).isZero();
        return told.lines().toList();
    }

    private static List<Path> files(String name) throws IOException {
        try (Stream<Path> files = Files.list(PAGES.resolve("assets"))) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theScriptsUseNothingThatCameLater() throws IOException {
        List<Path> scripts = new ArrayList<>(files("field.*[.]js"));
        scripts.add(PAGES.resolve("field/sw.js"));
        for (Path script : scripts) {
            // A name of ours, too.
            assertThat(Files.readString(script)).as(script.toString()).doesNotContain(".at(");
        }
        try (BrowserContext context = Chromium.browser().newContext();
                InputStream floor = Objects.requireNonNull(FieldFloorIT.class.getResourceAsStream("field-floor.txt"))) {
            List<?> used = (List<?>) context.newPage().evaluate(KNOWN, named(scripts));
            assertThat(new TreeSet<>(used).stream().map(String::valueOf).collect(Collectors.joining("\n")))
                    .isEqualTo(new String(floor.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }

    @Test
    void aLaterScriptIsNoticed() throws IOException {
        Path later = Files.createTempFile("later", ".js");
        try {
            Files.writeString(later, "let a; a ??= 1;");
            assertThat(catchThrowable(() -> named(List.of(later)))).hasMessageContaining("SyntaxError");
        } finally {
            Files.delete(later);
        }
    }

    @Test
    void theStyleUsesNothingThatCameLater() throws IOException {
        for (Path style : files("(field|tokens)[.]css")) {
            assertThat(LATER_STYLE.matcher(Files.readString(style)).results())
                    .as(style.toString())
                    .isEmpty();
        }
    }
}
