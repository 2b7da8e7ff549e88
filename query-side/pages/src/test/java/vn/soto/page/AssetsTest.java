package vn.soto.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** The files that a phone loads beside a page, compressed; each is asked for by some page. */
final class AssetsTest {

    private static final int STYLE = 8_000;
    private static final int EVERY_PAGE = 7_000;
    private static final int A_FORM = 3_000;
    private static final int THE_PLAYER = 2_000;
    private static final int VERIFYING = 4_000;

    private static final Pattern IMPORTED = Pattern.compile("(?m)^import .*?'\\./([a-z-]+\\.js)';$");
    private static final Pattern ASKED = Pattern.compile("page\\.assets\\(\\)}([a-z-]+\\.[a-z]+)\"");
    private static final Path TEMPLATES = Path.of("../../query-side/pages/src/main/jte");

    private final Map<String, byte[]> files = new Assets().files();

    private String text(String name) {
        return new String(Objects.requireNonNull(files.get(name), name), StandardCharsets.UTF_8);
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }

    /** The scripts and all that they import. */
    private Set<String> loaded(Stream<String> scripts) {
        Set<String> loaded = new LinkedHashSet<>();
        scripts.forEach(script -> {
            if (loaded.add(script)) {
                loaded.addAll(loaded(found(IMPORTED, text(script)).stream()));
            }
        });
        return loaded;
    }

    private int bytes(Set<String> names) {
        return names.stream().mapToInt(name -> compressed(text(name))).sum();
    }

    private static int compressed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.size();
    }

    private Set<String> beyond(Set<String> common, String... scripts) {
        Set<String> more = loaded(Stream.of(scripts));
        more.removeAll(common);
        return more;
    }

    @Test
    void theStyleOfPagesIsOneFileOfEightKilobytes() {
        assertThat(files.keySet()).filteredOn(name -> name.endsWith(".css")).containsExactly("field.css", "soto.css");
        assertThat(compressed(text("soto.css"))).isLessThanOrEqualTo(STYLE);
    }

    @Test
    void scriptsStayWithinTheirBars() {
        Set<String> common = loaded(Stream.of("page.js", "time.js", "live.js"));

        assertThat(bytes(common)).isLessThanOrEqualTo(EVERY_PAGE);
        assertThat(bytes(beyond(common, "draft.js", "changed.js"))).isLessThanOrEqualTo(A_FORM);
        assertThat(bytes(beyond(common, "player.js"))).isLessThanOrEqualTo(THE_PLAYER);
        assertThat(bytes(beyond(common, "verify.js"))).isLessThanOrEqualTo(VERIFYING);
    }

    @Test
    void whatIsServedIsAskedForByAPage() throws IOException {
        Set<String> asked = new LinkedHashSet<>();
        try (Stream<Path> templates = Files.walk(TEMPLATES)) {
            for (Path template :
                    templates.filter(file -> file.toString().endsWith(".jte")).toList()) {
                asked.addAll(found(ASKED, Files.readString(template)));
            }
        }
        asked.addAll(loaded(asked.stream().filter(name -> name.endsWith(".js")).toList().stream()));

        assertThat(asked).isEqualTo(files.keySet());
    }
}
