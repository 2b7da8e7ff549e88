package vn.soto.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.MissingNode;

/**
 * The page on which readers recompute the chain with their own machines. It answers no question: its script asks for raw leaves, with
 * the reader's rights.
 */
@Component
record VerifyHandler(InnerQuestions questions, Pages pages, Assets assets, ObjectProvider<OpenVerify> open)
        implements PlacedHandler {

    private static final String ME = "/api/me";

    @Override
    public List<String> addresses() {
        return List.of("/verify");
    }

    /** Of a reader without an account, or with the code of a sheet, another page finds that sheet. */
    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        Optional<OpenVerify> sheets = open.stream().filter(OpenVerify::isOpen).findFirst();
        boolean hasCode = exchange.getRequest().getQueryParams().containsKey("code");
        return sheets.map(found -> exchange.getPrincipal()
                        .hasElement()
                        .flatMap(known -> known && !hasCode ? chain(exchange) : found.handle(exchange)))
                .orElseGet(() -> chain(exchange));
    }

    private Mono<Void> chain(ServerWebExchange exchange) {
        Preferences preferences = Preferences.of(exchange);
        return questions.ask(ME, preferences.language().getLanguage(), exchange).flatMap(me -> {
            String address = Addresses.with(
                    Addresses.with("/verify", "commit", parameter(exchange, "commit", "[0-9]{1,15}")),
                    "chain",
                    parameter(exchange, "chain", "[0-9a-fA-F]{64}"));
            PageContext page = new PageContext(address, Map.of(), me, preferences, assets.path(), Pages.site(exchange));
            ApiAnswer none = new ApiAnswer("", "", 200, MissingNode.getInstance());
            return write(
                    pages.render(pages.renderMain(view(me, page), none, page, true), page),
                    page,
                    exchange.getResponse());
        });
    }

    /** @param me tells where the ledger is, for the length of a bar and no more */
    static View view(ApiAnswer me, PageContext page) {
        return new View(
                page.t("verify.title"),
                "verify.jte",
                Map.of("head", me.freshness().get("head")));
    }

    /** A parameter of an address if it is a number or a hash; otherwise empty. */
    private static String parameter(ServerWebExchange exchange, String name, String form) {
        String value = exchange.getRequest().getQueryParams().getFirst(name);
        return value != null && value.matches(form) ? value : "";
    }

    private static Mono<Void> write(byte[] bytes, PageContext page, ServerHttpResponse response) {
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
        headers.set(HttpHeaders.CONTENT_LANGUAGE, page.language().getLanguage());
        headers.setCacheControl("no-store");
        headers.setContentLength(bytes.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
    }
}
