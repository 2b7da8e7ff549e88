package vn.soto.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** Pages made from answers that a test wrote, without a server. */
public final class Rendered {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final QuestionPage page;
    private final Pages pages;
    private final List<String> asked = new ArrayList<>();

    public Rendered(QuestionPage page) {
        this.page = page;
        this.pages = new Pages(List.of(page), new Assets());
    }

    public static ApiAnswer answer(String question, String address, String json) {
        return new ApiAnswer(question, address, 200, JSON.readTree(json));
    }

    public static PageContext context(String address, Map<String, String> options) {
        ApiAnswer me = answer("/api/me", "/api/me", "{\"answer\":{\"account\":\"auditor\",\"places\":[]}}");
        return new PageContext(
                address, options, me, new Preferences(Locale.of("vi"), "", ""), "/assets/x/", "http://127.0.0.1:8080");
    }

    /** The page of an answer, where its further questions are answered by their addresses. */
    public String html(ApiAnswer answer, PageContext context, Function<String, String> ledger) {
        asked.clear();
        List<ApiAnswer> first = answers(page.further(answer, context), ledger);
        List<ApiAnswer> all = new ArrayList<>(first);
        all.addAll(answers(page.thereafter(answer, first, context), ledger));
        Made made = pages.renderMain(page.view(answer, all, context), answer, context, true);
        return new String(pages.render(made, context), StandardCharsets.UTF_8);
    }

    private List<ApiAnswer> answers(List<String> addresses, Function<String, String> ledger) {
        asked.addAll(addresses);
        return addresses.stream()
                .map(address -> answer("", address, ledger.apply(address)))
                .toList();
    }

    /** The further questions of the last page, in their order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }
}
