package vn.soto.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import tools.jackson.databind.json.JsonMapper;

/** Pages made from answers that a test wrote, without a server. */
public final class Rendered {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Read once: they do not change. */
    private static final Assets ASSETS = new Assets();

    private final QuestionPage page;
    private final Pages pages;
    private final List<String> asked = new ArrayList<>();

    public Rendered(QuestionPage page) {
        this.page = page;
        this.pages = page instanceof TitledPage ? pages() : new Pages(List.of(page), ASSETS);
    }

    /** A bean that an installation may have and this one has not. */
    static <T> ObjectProvider<T> none(Class<T> type) {
        return new StaticListableBeanFactory().getBeanProvider(type);
    }

    public static ApiAnswer answer(String question, String address, String json) {
        return new ApiAnswer(question, address, 200, JSON.readTree(json));
    }

    /** A refusal. */
    public static ApiAnswer refused(String address) {
        return new ApiAnswer("", address, 403, JSON.readTree("{\"status\":403,\"title\":\"Không được phép\"}"));
    }

    /** The context of an auditor's page. */
    public static PageContext context(String address, Map<String, String> options) {
        ApiAnswer me = answer(
                "/api/me",
                "/api/me",
                "{\"answer\":{\"account\":\"auditor\",\"places\":[],"
                        + "\"rights\":[{\"role\":\"AUDITOR\",\"may\":[]}]}}");
        return context(address, options, me);
    }

    public static PageContext context(String address, ApiAnswer me) {
        return context(address, Map.of(), me);
    }

    private static PageContext context(String address, Map<String, String> options, ApiAnswer me) {
        return new PageContext(
                address, options, me, new Preferences(Locale.of("vi"), "", ""), "/assets/x/", "http://127.0.0.1:8080");
    }

    /** Pages that answer no question. */
    public static Pages pages() {
        return new Pages(List.of(), ASSETS);
    }

    public static Assets assets() {
        return ASSETS;
    }

    /** A page that answers no question, as somebody reads it. */
    public static String alone(View view, PageContext context) {
        ApiAnswer none = answer("", "", "{}");
        Pages pages = pages();
        Made made = pages.renderMain(view, none, context, true);
        return new String(pages.render(made, context), StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    }

    /** Answers to further questions, by their addresses, as JSON. */
    public static Function<String, ApiAnswer> saying(Function<String, String> json) {
        return address -> answer("", address, json.apply(address));
    }

    /** The page of a list with its further pages. */
    public String html(ApiAnswer answer, PageContext context, Function<String, ApiAnswer> api, List<ApiAnswer> rest) {
        asked.clear();
        List<ApiAnswer> all = new ArrayList<>(rest);
        all.addAll(answers(page.further(answer, context), api));
        all.addAll(answers(page.thereafter(answer, List.copyOf(all), context), api));
        Made made = pages.renderMain(page.view(answer, all, context), answer, context, true);
        return new String(pages.render(made, context), StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    }

    /** The page of an answer; one blank stands for any space between its words. */
    public String html(ApiAnswer answer, PageContext context, Function<String, ApiAnswer> api) {
        return html(answer, context, api, List.of());
    }

    private List<ApiAnswer> answers(List<String> addresses, Function<String, ApiAnswer> api) {
        asked.addAll(addresses);
        return addresses.stream().map(api).toList();
    }

    /** The further questions of the last page, in their order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }
}
