package vn.soto.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** Renders pages from answers written by hand, as {@link PageHandler} does from those of the API. */
public final class RenderedPages {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RenderedPages() {}

    public static ApiAnswer answer(String question, String address, String json) {
        return new ApiAnswer(question, address, 200, JSON.readTree(json));
    }

    /** A refusal. */
    public static ApiAnswer refused(String address) {
        return new ApiAnswer("", address, 403, JSON.readTree("{\"status\":403,\"title\":\"Không được phép\"}"));
    }

    public static PageContext context(String address, ApiAnswer me) {
        return new PageContext(
                address, Map.of(), me, new Preferences(Locale.of("vi"), "", ""), "/assets/x/", "http://127.0.0.1:8080");
    }

    /** @param api answers the further questions by their addresses */
    public static String html(
            QuestionPage page, ApiAnswer answer, PageContext context, Function<String, ApiAnswer> api) {
        List<ApiAnswer> further =
                new ArrayList<>(page.further(answer, context).stream().map(api).toList());
        page.thereafter(answer, List.copyOf(further), context).stream().map(api).forEach(further::add);
        Pages pages = new Pages(List.of(page), new Assets());
        return new String(
                        pages.render(
                                pages.renderMain(page.view(answer, further, context), answer, context, true), context),
                        StandardCharsets.UTF_8)
                .replaceAll("\\s+", " ");
    }

    /** All of the pages that an exchange may ask for without signing in. */
    public static Pages pages() {
        return new Pages(List.of(), new Assets());
    }
}
