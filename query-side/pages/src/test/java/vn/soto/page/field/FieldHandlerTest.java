package vn.soto.page.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import vn.soto.page.Assets;
import vn.soto.page.Rendered;

/** The page that a phone keeps: the same for everybody, small, and whole without a network. */
final class FieldHandlerTest {

    /** Bytes of the page with all that it loads, compressed. */
    private static final int SHELL = 30_000;

    private static final Pattern KEPT = Pattern.compile("'(/[^']*)'");

    private final Assets assets = Rendered.assets();
    private final FieldHandler field = new FieldHandler(Rendered.pages(), new FieldFiles(assets));

    private MockServerHttpResponse get(String address) {
        MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get(address));
        field.handle(exchange).block();
        return exchange.getResponse();
    }

    private String text(String address) {
        return Objects.requireNonNull(get(address).getBodyAsString().block());
    }

    private List<String> kept(String worker) {
        return KEPT.matcher(text(worker).split("\n", 4)[2])
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }

    private static int compressed(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.size();
    }

    @ParameterizedTest
    @CsvSource({"/sw.js, /field, lang=\"vi\"", "/sw.js?vi, /field, lang=\"vi\"", "/sw.js?en, /field/en, lang=\"en\""})
    void thePageInItsLanguageWithAllThatItLoadsIsWithinThirtyKilobytes(String worker, String page, String language) {
        Map<String, byte[]> files = assets.files();
        List<String> kept = kept(worker);

        assertThat(text(page)).contains(language);
        assertThat(kept).startsWith(page).doesNotHaveDuplicates();
        assertThat(kept.stream()
                        .mapToInt(address -> compressed(
                                address.equals(page)
                                        ? text(page).getBytes(StandardCharsets.UTF_8)
                                        : Objects.requireNonNull(files.get(
                                                address.substring(assets.path().length())))))
                        .sum())
                .isBetween(20_000, SHELL);
    }

    @Test
    void theWorkerKeepsEveryScriptOfTheFieldAndNoOther() {
        assertThat(kept("/sw.js"))
                .filteredOn(address -> address.endsWith(".js"))
                .allMatch(address -> address.startsWith(assets.path() + "field"))
                .hasSize((int) assets.files().keySet().stream()
                        .filter(name -> name.startsWith("field") && name.endsWith(".js"))
                        .count());
        assertThat(text("/sw.js").lines().findFirst())
                .hasValueSatisfying(version -> assertThat(version).matches("const VERSION = '[0-9a-f]{12}';"));
        assertThat(text("/sw.js?en").lines().findFirst())
                .isNotEqualTo(text("/sw.js?vi").lines().findFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/field", "/field/en", "/sw.js", "/field.webmanifest"})
    void isAskedForAgainAtEachOpeningAndChangesNothing(String address) {
        assertThat(get(address).getHeaders().getCacheControl()).isEqualTo("no-cache");
        MockServerWebExchange posted = MockServerWebExchange.from(MockServerHttpRequest.post(address));
        field.handle(posted).block();
        assertThat(posted.getResponse().getStatusCode()).isEqualTo(HttpStatus.METHOD_NOT_ALLOWED);
    }
}
