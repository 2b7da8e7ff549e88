package vn.soto.page.form;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.page.Addresses;
import vn.soto.page.InnerQuestions;
import vn.soto.page.InnerQuestions.Sending;
import vn.soto.page.InnerQuestions.Sent;
import vn.soto.page.PagesSettings;
import vn.soto.page.SentContent;
import vn.soto.web.AnswerKeys;
import vn.soto.web.ClearJson;
import vn.soto.web.PageReading;

/**
 * Gives commands in the name of a form's sender, to the endpoints in this process or to those of
 * {@link PagesSettings#commands}. The sender's own session or token goes along. The command side decides as if the
 * sender had sent the command there.
 */
@Component
public final class Commands {

    private static final String KEY = "Idempotency-Key";
    private static final String BATCH = "/api/commands";
    private static final String IMPORTS = "/api/imports/";
    private static final String ACCOUNTS = "/api/local-accounts";
    private static final String PREVIEW = "/api/corrections/preview";

    /** A write that waits for its turn is answered within the proxy's time. */
    private static final Duration LONGEST = Duration.ofSeconds(50);

    /** The headers that identify the sender and the route of the request. */
    private static final List<String> OF_THE_SENDER =
            List.of(HttpHeaders.COOKIE, HttpHeaders.AUTHORIZATION, "X-Forwarded-For", "X-Forwarded-Proto");

    private final InnerQuestions inner;
    private final @Nullable URI elsewhere;
    private final JsonMapper json = ClearJson.mapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    Commands(InnerQuestions inner, PagesSettings settings) {
        this.inner = inner;
        this.elsewhere = settings.commands();
    }

    /**
     * A line of a batch: a command with all its fields, those of its address too.
     *
     * @param id of the command
     */
    public record Line(String id, String name, ObjectNode payload) {}

    /** @param key id of the command: however often it is given, it is recorded once */
    public Mono<CommandReply> give(CommandBody command, String key, String language, ServerWebExchange page) {
        return sent(
                        command.path(),
                        MediaType.APPLICATION_JSON,
                        command.json().toString(),
                        Map.of(KEY, key),
                        language,
                        page)
                .map(this::reply);
    }

    /** The effects of a command, or the reason for its refusal; nothing is recorded. */
    public Mono<CommandReply> tried(CommandBody command, String key, String language, ServerWebExchange page) {
        return sent(
                        command.path() + "?dryRun=true",
                        MediaType.APPLICATION_JSON,
                        command.json().toString(),
                        Map.of(KEY, key),
                        language,
                        page)
                .map(this::reply);
    }

    /** The figures, reports and honours that a tried command would change. */
    public Mono<CommandReply> preview(JsonNode tried, String language, ServerWebExchange page) {
        SentContent content = SentContent.of(MediaType.APPLICATION_JSON, tried.toString());
        return inner.send(new Sending(PREVIEW, content, Map.of()), language, page)
                .map(this::reply);
    }

    /** Status of the one result of a batch to which no answer came: its commands may be recorded, and are sent again with their keys. */
    static final String UNKNOWN = "unknown";

    public Mono<BatchReply> batch(List<Line> lines, String language, ServerWebExchange page) {
        StringBuilder body = new StringBuilder();
        lines.forEach(line -> {
            ObjectNode each = json.createObjectNode().put("id", line.id).put("name", line.name);
            each.set("payload", line.payload);
            body.append(each).append('\n');
        });
        return sent(BATCH, MediaType.APPLICATION_NDJSON, body.toString(), Map.of(), language, page)
                .map(sent -> new BatchReply(lines(sent)));
    }

    private List<JsonNode> lines(Sent sent) {
        return sent.status() == CommandReply.UNKNOWN
                ? List.of(json.createObjectNode().put("status", UNKNOWN))
                : new String(sent.body(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .<JsonNode>map(json::readTree)
                        .toList();
    }

    /** A plan of commands in their order, each a commit of its own. */
    public Mono<CommandReply> planned(
            String kind, List<Line> lines, String key, String language, ServerWebExchange page) {
        StringBuilder body = new StringBuilder();
        lines.forEach(line -> {
            ObjectNode each = json.createObjectNode().put("name", line.name);
            each.set("payload", line.payload);
            body.append(each).append('\n');
        });
        SentContent content = SentContent.of(MediaType.APPLICATION_NDJSON, body.toString());
        return sent("/api/plans?kind=" + kind, content, Map.of(KEY, key), language, page)
                .map(this::reply);
    }

    /** The plan that accepts the reports of a sample. */
    public Mono<CommandReply> acceptedSample(String sample, String language, ServerWebExchange page) {
        return sent(
                        "/api/report-samples/" + Addresses.encoded(sample) + "/acceptance",
                        MediaType.APPLICATION_JSON,
                        "{}",
                        Map.of(),
                        language,
                        page)
                .map(this::reply);
    }

    /** A file of rows: with {@code dryRun=true} what is wrong with them, otherwise the plan that records them. */
    public Mono<CommandReply> imported(
            String kind, SentContent file, String query, String language, ServerWebExchange page) {
        return sent(IMPORTS + kind + "?" + query, file, Map.of(), language, page)
                .map(this::reply);
    }

    /** The rows that earlier files of the sender left out. */
    public Mono<CommandReply> leftOut(String kind, String query, String language, ServerWebExchange page) {
        return sent(IMPORTS + kind + "/left-out" + query, MediaType.APPLICATION_JSON, "{}", Map.of(), language, page)
                .map(this::reply);
    }

    /** An account with a login name: its id and its one-time password, or why there is none. */
    public Mono<CommandReply> newAccount(String name, String language, ServerWebExchange page) {
        String body = json.createObjectNode().put("name", name).toString();
        return sent(ACCOUNTS, MediaType.APPLICATION_JSON, body, Map.of(), language, page)
                .map(this::reply);
    }

    /** Locks, unlocks or resets an account; what a reset made is answered once. */
    public Mono<CommandReply> onAccount(
            String account, String act, boolean removesFactor, String language, ServerWebExchange page) {
        String body =
                json.createObjectNode().put("removeSecondFactor", removesFactor).toString();
        return sent(
                        ACCOUNTS + "/" + Addresses.encoded(account) + "/" + act,
                        MediaType.APPLICATION_JSON,
                        body,
                        Map.of(),
                        language,
                        page)
                .map(this::reply);
    }

    /** @param act {@code lock} or {@code unlock} */
    public Mono<CommandReply> onDevice(
            String account, String device, String act, String language, ServerWebExchange page) {
        String address = "/api/accounts/" + Addresses.encoded(account) + "/devices/" + Addresses.encoded(device);
        return sent(address + "/" + act, MediaType.APPLICATION_JSON, "{}", Map.of(), language, page)
                .map(this::reply);
    }

    private Mono<Sent> sent(
            String address,
            MediaType type,
            String body,
            Map<String, String> headers,
            String language,
            ServerWebExchange page) {
        return sent(address, SentContent.of(type, body), headers, language, page);
    }

    private Mono<Sent> sent(
            String address, SentContent content, Map<String, String> headers, String language, ServerWebExchange page) {
        Mono<Sent> sent = elsewhere == null
                ? inner.send(new Sending(address, content, headers), language, page)
                : forwarded(elsewhere.resolve(address), content, headers, language, page);
        return sent.doOnNext(answered -> {
            PageReading reading = page.getAttribute(AnswerKeys.PAGE);
            if (reading != null) {
                reading.changed();
            }
        });
    }

    private Mono<Sent> forwarded(
            URI address, SentContent content, Map<String, String> headers, String language, ServerWebExchange page) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(LONGEST)
                .POST(body(content))
                .header(HttpHeaders.CONTENT_TYPE, content.type().toString())
                .header(
                        HttpHeaders.ACCEPT,
                        MediaType.APPLICATION_JSON_VALUE + ", " + MediaType.APPLICATION_NDJSON_VALUE)
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                // The form came from a page of this site, or it would not be here.
                .header("Sec-Fetch-Site", "same-origin");
        ofTheSender(page).forEach(request::header);
        headers.forEach(request::header);
        return Mono.fromFuture(() -> http.sendAsync(request.build(), BodyHandlers.ofByteArray()))
                .map(answer -> new Sent(answer.statusCode(), answer.body()))
                .onErrorResume(IOException.class, lost -> Mono.just(new Sent(CommandReply.UNKNOWN, new byte[0])));
    }

    private static BodyPublisher body(SentContent content) {
        Flow.Publisher<ByteBuffer> bytes = JdkFlowAdapter.publisherToFlowPublisher(content.bytes());
        return content.length() > 0
                ? BodyPublishers.fromPublisher(bytes, content.length())
                : BodyPublishers.fromPublisher(bytes);
    }

    private static Map<String, String> ofTheSender(ServerWebExchange page) {
        Map<String, String> headers = new LinkedHashMap<>();
        OF_THE_SENDER.forEach(name -> {
            List<String> values = page.getRequest().getHeaders().getOrEmpty(name);
            if (!values.isEmpty()) {
                headers.put(name, String.join(name.equals(HttpHeaders.COOKIE) ? "; " : ", ", values));
            }
        });
        return headers;
    }

    private CommandReply reply(Sent sent) {
        try {
            JsonNode body = sent.body().length == 0 ? MissingNode.getInstance() : json.readTree(sent.body());
            return new CommandReply(sent.status(), body);
        } catch (JacksonException e) {
            return new CommandReply(sent.status(), MissingNode.getInstance());
        }
    }
}
