package vn.soto.page;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.databind.node.MissingNode;

/** Renders pages from answers; the templates were compiled with the program. */
@Component
public final class Pages {

    private static final ApiAnswer NOBODY =
            new ApiAnswer("", "", HttpStatus.UNAUTHORIZED.value(), MissingNode.getInstance());

    /** Templates that offer files themselves, or none. */
    private static final Set<String> OWN_FILES = Set.of("record/list.jte", "part/names-reason.jte");

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Map<String, QuestionPage> byQuestion;
    private final QuestionPage any = new AnyAnswerPage();

    private final String assets;

    Pages(List<QuestionPage> pages, Assets assets) {
        this.assets = assets.path();
        this.byQuestion = Stream.concat(pages.stream(), Stream.of(TitledPage.values()))
                .collect(Collectors.toUnmodifiableMap(QuestionPage::question, Function.identity()));
    }

    /** The page of a question, by the template of its address. */
    public QuestionPage of(String question) {
        return byQuestion.getOrDefault(question, any);
    }

    /** Parameters that are some page's own. */
    boolean isOption(String question, String parameter) {
        return of(question).options().contains(parameter);
    }

    /** The frame that all pages have, around what {@link #renderMain} made. */
    public byte[] render(Made made, PageContext context) {
        return bytes(
                "layout.jte", Map.of("page", context, "answer", made.answer(), "title", made.title(), "main", (Content)
                        output -> output.writeBinaryContent(made.main())));
    }

    /** A text in the language in which the page will be. */
    public String text(String key, ServerWebExchange exchange) {
        return PageTexts.in(Preferences.of(exchange).language()).text(key);
    }

    /** A page that answers no question, for somebody who is not signed in. */
    public byte[] renderAlone(View view, ServerWebExchange exchange) {
        return renderAlone(view, NOBODY, exchange);
    }

    /** @param me answer of {@code /api/me} for the reader; a signed-in reader gets the frame of all pages */
    public byte[] renderAlone(View view, ApiAnswer me, ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        PageContext context = new PageContext(path, Map.of(), me, Preferences.of(exchange), assets, site(exchange));
        return render(renderMain(view, NOBODY, context, true), context);
    }

    /** A document of its own, the same for everybody, without the frame of pages. */
    public byte[] renderDocument(String template, Locale language, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("page", new PageContext("", Map.of(), NOBODY, new Preferences(language, "", ""), assets, ""));
        return bytes(template, all);
    }

    public static String site(ServerWebExchange exchange) {
        URI asked = exchange.getRequest().getURI();
        return asked.getScheme() + "://" + asked.getRawAuthority();
    }

    /** The part of a page that tells the answer; a script puts it in place of an earlier one. */
    public Made renderMain(View view, ApiAnswer answer, PageContext context, boolean personal) {
        Map<String, Object> values = new HashMap<>(view.values());
        values.put("page", context);
        byte[] main = bytes(
                "part/main.jte",
                Map.of(
                        "page",
                        context,
                        "answer",
                        answer,
                        "title",
                        view.title(),
                        "files",
                        isTakenOut(view, answer),
                        "paper",
                        !answer.isProblem()
                                && of(answer.question()).paper(answer).isPresent(),
                        "content",
                        (Content) output -> templates.render(view.template(), values, output)));
        return new Made(answer.withoutBody(), view.title(), main, personal, null);
    }

    /** Whether the end of the page offers its tables as a file; a list does it at its beginning. */
    private boolean isTakenOut(View view, ApiAnswer answer) {
        return !answer.question().isEmpty()
                && !answer.isProblem()
                && !OWN_FILES.contains(view.template())
                && of(answer.question()).hasTables(answer);
    }

    private byte[] bytes(String template, Map<String, Object> values) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        templates.render(template, values, output);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(output.getContentLength());
        try {
            output.writeTo(bytes::write);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
