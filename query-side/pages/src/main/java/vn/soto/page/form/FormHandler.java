package vn.soto.page.form;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.Assets;
import vn.soto.page.InnerQuestions;
import vn.soto.page.Made;
import vn.soto.page.PageContext;
import vn.soto.page.Pages;
import vn.soto.page.Preferences;
import vn.soto.page.ProblemPage;
import vn.soto.page.SentContent;
import vn.soto.page.View;

/** Answers requests for the pages that have forms: by GET with the form, by POST with what became of it. */
@Component
final class FormHandler implements WebHandler {

    private static final String ME = "/api/me";
    private static final PathPatternParser PATTERNS = new PathPatternParser();

    private final List<Place> places;
    private final InnerQuestions questions;
    private final Commands commands;
    private final Pages pages;
    private final Assets assets;
    private final Supplier<UUID> ids;

    private record Place(PathPattern pattern, FormPage page) {}

    private record Found(FormPage page, Map<String, String> variables) {}

    FormHandler(
            List<FormPage> forms,
            InnerQuestions questions,
            Commands commands,
            Pages pages,
            Assets assets,
            Supplier<UUID> formIds) {
        this.places = forms.stream()
                .map(form -> new Place(PATTERNS.parse(form.path()), form))
                .sorted((one, other) -> one.pattern.compareTo(other.pattern))
                .toList();
        this.questions = questions;
        this.commands = commands;
        this.pages = pages;
        this.assets = assets;
        this.ids = formIds;
    }

    /** Whether some form is at a path. */
    boolean hasFormAt(PathContainer path) {
        return places.stream().anyMatch(place -> place.pattern.matches(path));
    }

    /** Whether what is sent to a path may be a file. */
    boolean takesFilesAt(PathContainer path) {
        return places.stream().anyMatch(place -> place.page instanceof FormPage.OfFiles && place.pattern.matches(path));
    }

    private Found found(PathContainer path) {
        return places.stream()
                .flatMap(place -> Optional.ofNullable(place.pattern.matchAndExtract(path))
                        .map(match -> new Found(place.page, match.getUriVariables()))
                        .stream())
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        Found found = found(exchange.getRequest().getPath().pathWithinApplication());
        Preferences preferences = Preferences.of(exchange);
        return questions.ask(ME, preferences.language().getLanguage(), exchange).flatMap(me -> {
            PageContext context = context(me, preferences, exchange);
            return answered(found, context, exchange).flatMap(answer -> write(answer, context, exchange));
        });
    }

    private Mono<FormPage.Outcome> answered(Found found, PageContext context, ServerWebExchange exchange) {
        if (context.me().isProblem()) {
            return Mono.just(new FormPage.Refused(context.me()));
        }
        try {
            String query = exchange.getRequest().getURI().getRawQuery();
            FormExchange asked = new FormExchange(
                    context,
                    found.variables,
                    Typed.read(query == null ? "" : query),
                    questions,
                    commands,
                    ids,
                    exchange);
            if (exchange.getRequest().getMethod().equals(HttpMethod.POST)
                    && found.page instanceof FormPage.OfFiles page
                    && SentContent.isFileIn(exchange.getRequest())) {
                return isOfTheReader(asked.given(), context)
                        ? page.sent(asked, SentContent.of(exchange.getRequest()))
                        : Mono.just(ofAnother(context));
            }
            return exchange.getRequest().getMethod().equals(HttpMethod.POST)
                    ? typed(exchange)
                            .flatMap(typed -> isOfTheReader(typed, context)
                                    ? found.page.sent(asked, typed)
                                    : Mono.just(ofAnother(context)))
                            .onErrorResume(Typed.UnreadableException.class, e -> Mono.just(unreadable(context)))
                    : found.page.open(asked);
        } catch (Typed.UnreadableException e) {
            return Mono.just(unreadable(context));
        }
    }

    /** Read by the edge, which refuses what is malformed or too large. */
    private static Mono<Typed> typed(ServerWebExchange exchange) {
        return exchange.getFormData().map(Typed::of);
    }

    /** A form that somebody opened is not sent in the name of who signed in at the same browser since. */
    private static boolean isOfTheReader(Typed typed, PageContext context) {
        String account = typed.text("_account");
        return account.isEmpty()
                || account.equals(context.me().answer().get("account").text());
    }

    private static FormPage.Refused ofAnother(PageContext context) {
        return refused(HttpStatus.CONFLICT, "form.of-another", context);
    }

    private static FormPage.Refused unreadable(PageContext context) {
        return refused(HttpStatus.BAD_REQUEST, "form.unreadable", context);
    }

    private static FormPage.Refused refused(HttpStatus status, String text, PageContext context) {
        return new FormPage.Refused(new ApiAnswer(
                "",
                context.address(),
                status.value(),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("title", context.t(text))
                        .put("detail", context.t(text + "-detail"))));
    }

    private PageContext context(ApiAnswer me, Preferences preferences, ServerWebExchange exchange) {
        String address = exchange.getRequest().getPath().pathWithinApplication().value();
        Map<String, String> options = new TreeMap<>();
        for (Map.Entry<String, String> each :
                exchange.getRequest().getQueryParams().toSingleValueMap().entrySet()) {
            if (each.getValue() != null && !each.getValue().isEmpty()) {
                options.put(each.getKey(), each.getValue());
                address = Addresses.with(address, each.getKey(), each.getValue());
            }
        }
        if (exchange.getRequest().getMethod().equals(HttpMethod.POST)) {
            options.put(PageContext.SENT, "");
        }
        return new PageContext(address, options, me, preferences, assets.path(), Pages.site(exchange));
    }

    private Mono<Void> write(FormPage.Outcome answer, PageContext context, ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        return switch (answer) {
            case FormPage.GoTo to -> {
                response.setStatusCode(HttpStatus.SEE_OTHER);
                response.getHeaders().setLocation(URI.create(to.address()));
                yield response.setComplete();
            }
            case FormPage.Refused refused -> {
                ProblemPage.writeRetryAfter(refused.problem(), response.getHeaders());
                yield write(
                        ProblemPage.view(refused.problem(), context),
                        refused.problem().status(),
                        context,
                        exchange);
            }
            case FormPage.Shown shown -> write(shown.view(), shown.status(), context, exchange);
        };
    }

    private Mono<Void> write(View view, int status, PageContext context, ServerWebExchange exchange) {
        ApiAnswer none = new ApiAnswer("", "", status, MissingNode.getInstance());
        Made made = pages.renderMain(view, none, context, true);
        boolean part = exchange.getRequest().getHeaders().containsHeader("HX-Request");
        byte[] bytes = part ? made.main() : pages.render(made, context);
        ServerHttpResponse response = exchange.getResponse();
        HttpHeaders headers = response.getHeaders();
        response.setStatusCode(HttpStatusCode.valueOf(status));
        headers.setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
        headers.set(HttpHeaders.CONTENT_LANGUAGE, context.language().getLanguage());
        // It tells of people, and of who fills it in.
        headers.setCacheControl("no-store");
        headers.setContentLength(bytes.length);
        return exchange.getRequest().getMethod().equals(HttpMethod.HEAD)
                ? response.setComplete()
                : response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
    }
}
