package vn.soto.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Content that the policy of every answer would refuse in a browser, and things forbidden in templates. */
final class TemplatesTest {

    private static final Path TEMPLATES = Path.of("../../query-side/pages/src/main/jte");
    private static final Path FILES = Path.of("../../query-side/pages/src/main/resources/assets");
    private static final Path WORKER = Path.of("../../query-side/pages/src/main/resources/field/sw.js");

    static Stream<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".jte")).toList().stream();
        }
    }

    static Stream<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return Stream.concat(
                    files.filter(file -> file.toString().endsWith(".js")).toList().stream(), Stream.of(WORKER));
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aTemplateHasNoScriptAndNoStyleOfItsOwn(Path template) throws IOException {
        String text = Files.readString(template);
        assertThat(text).doesNotContain("style=", "<style", "$unsafe").doesNotContainPattern("\\son[a-z]+=");
        assertThat(text).doesNotContainPattern("<script(?![^>]*src=)");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aTemplateLoadsNothingOfAnotherOrigin(Path template) throws IOException {
        assertThat(Files.readString(template)).doesNotContainPattern("(src|href|action)=\"https?:");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aTemplateIsShort(Path template) throws IOException {
        assertThat(Files.readAllLines(template)).hasSizeLessThanOrEqualTo(120);
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void aScriptIsShortAndCallsNobodyElse(Path script) throws IOException {
        List<String> lines = Files.readAllLines(script);
        assertThat(lines).hasSizeLessThanOrEqualTo(150);
        assertThat(String.join("\n", lines)).doesNotContainPattern("https?://").doesNotContain("eval(", "innerHTML");
    }
}
