package vn.soto.edge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** An issuer that answers what a test tells it to, on this machine. */
final class LyingIssuer implements AutoCloseable {

    private final HttpServer server;
    private final List<Map<String, String>> exchanged = new ArrayList<>();
    private final List<String> called = new ArrayList<>();

    /** The answer, by the text of its own address. */
    private Function<String, String> description = LyingIssuer::description;

    private Optional<String> idToken = Optional.empty();
    private int status = 200;

    LyingIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/.well-known/openid-configuration", call -> answer(call, 200, description.apply(name())));
        server.createContext("/token", call -> {
            exchanged.add(form(call));
            answer(call, status, idToken.map(LyingIssuer::tokens).orElse("{\"error\":\"invalid_grant\"}"));
        });
        server.start();
    }

    static String description(String name) {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize?tenant=bd","token_endpoint":"%1$s/token",
                 "code_challenge_methods_supported":["plain","S256"]}""".formatted(name);
    }

    private static String tokens(String idToken) {
        return "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\"" + idToken + "\"}";
    }

    private void answer(HttpExchange call, int answered, String body) throws IOException {
        called.add(call.getRequestURI().getPath());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        if (answered == 302) {
            call.getResponseHeaders().set("Location", name() + "/elsewhere");
        }
        call.sendResponseHeaders(answered, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    private static Map<String, String> form(HttpExchange call) throws IOException {
        Map<String, String> form = new HashMap<>();
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        for (String field : body.split("&", -1)) {
            String[] pair = field.split("=", 2);
            form.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        Optional.ofNullable(call.getRequestHeaders().getFirst("Authorization"))
                .ifPresent(header -> form.put("Authorization", header));
        return form;
    }

    String name() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void describes(Function<String, String> text) {
        description = text;
    }

    /** From now on it gives this ID token for any code. */
    void gives(String token) {
        status = 200;
        idToken = Optional.of(token);
    }

    /** From now on it refuses every code. */
    void refuses(int answered) {
        status = answered;
        idToken = Optional.empty();
    }

    List<Map<String, String>> exchanged() {
        return exchanged;
    }

    List<String> called() {
        return called;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
