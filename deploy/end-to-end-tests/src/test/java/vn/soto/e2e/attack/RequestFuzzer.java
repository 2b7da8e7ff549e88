package vn.soto.e2e.attack;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import vn.soto.e2e.attack.ApiDescription.Operation;
import vn.soto.e2e.attack.ApiDescription.Parameter;

/** Requests to the operations of the API: right, nearly right and hostile ones. */
final class RequestFuzzer {

    private static final List<String> METHODS =
            List.of("PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "TRACE", "PROPFIND", "get", "GETPOST");
    private static final List<String> TYPES = List.of(
            "text/plain",
            "text/csv",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/json; charset=utf-16",
            "application/json;;;",
            "application/*",
            "*/*",
            "json",
            "",
            "application/json, text/csv");
    private static final List<String> PATHS = List.of(
            "/api/../api/units",
            "//api//units",
            "/api/units/..;/teams",
            "/api/units/%2e%2e/teams",
            "/api/units/%2fteams",
            "/api/units/%5cteams",
            "/api/units;a=b",
            "/api/units/",
            "/API/UNITS",
            "/api/units/%00",
            "/api/units/%ff",
            "/api/units/%zz",
            "/api/units/%",
            "/api/units/%e1%bb%9",
            "/api/units#x",
            "/api/units?%=%",
            "/api/units?on",
            "/api/units?=&&=",
            "/actuator",
            "/actuator/env",
            "/actuator/heapdump",
            "/error",
            "/favicon.ico",
            "*",
            "http://elsewhere.example/api/units",
            "/api/units?" + "a=b&".repeat(600));
    private static final List<String> HEADERS = List.of(
            "Accept: image/png",
            "Accept: ;;;",
            "Accept: application/json;q=7",
            "Accept-Language: !!!",
            "Accept-Language: en;q=x, *;q=9",
            "Accept-Language: " + "vi,".repeat(900) + "en",
            "Accept-Encoding: gzip;q=0, identity;q=0",
            "Accept-Charset: klingon",
            "Content-Encoding: gzip",
            "Content-Language: \u00ff\u00fe",
            "Cookie: a=\u0001; $Version=1; SESSION=x",
            "Correlation-Id: ../../x",
            "Correlation-Id: a\u0001b",
            "Expect: 200-ok",
            "Forwarded: for=\"_x\";proto=gopher;host=\"[\"",
            "X-Forwarded-Host: [",
            "X-Forwarded-Proto: gopher",
            "X-Forwarded-Port: 99999999",
            "X-Forwarded-Prefix: /../..",
            "X-HTTP-Method-Override: DELETE",
            "Idempotency-Key: 1",
            "Idempotency-Key: \u00e9",
            "Idempotency-Key: " + "0".repeat(4_000),
            "If-Modified-Since: yesterday",
            "If-None-Match: *",
            "Range: bytes=-1,9-0",
            "Origin: null",
            "Authorization: Basic",
            "Authorization: Basic ====",
            "Authorization: Basic " + "A".repeat(3_000),
            "Authorization: Bearer a.b.c",
            "Authorization: Negotiate \u0001",
            "Upgrade: h2c",
            "Upgrade: websocket",
            ": no name",
            "no colon",
            "Spaced : name");

    private static final int SHOWN = 3_000;

    private final RandomGenerator random;
    private final FuzzedValues values;
    private final Map<String, String> passwords;
    private final List<String> senders;
    private final List<Operation> operations;
    private final Deque<Operation> round = new ArrayDeque<>();

    RequestFuzzer(
            RandomGenerator random, List<Operation> operations, FuzzedValues values, Map<String, String> passwords) {
        this.random = random;
        this.operations = operations;
        this.values = values;
        this.passwords = passwords;
        // In one order, and nobody.
        this.senders = Stream.concat(passwords.keySet().stream().sorted(), Stream.of(""))
                .toList();
    }

    /**
     * @param operation of the description; its address and method may have been changed
     * @param raw        its bytes as characters
     * @param wellFormed whether it keeps the syntax of HTTP, so that it reaches the product
     */
    record Request(Operation operation, String method, String language, boolean wellFormed, String raw) {

        byte[] bytes() {
            return raw.getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        public String toString() {
            return operation + " sent as:\n" + (raw.length() > SHOWN ? raw.substring(0, SHOWN) + "..." : raw);
        }
    }

    Request next() {
        Operation operation = nextOperation();
        double hostile = List.of(0.0, 0.0, 0.05, 0.1, 0.3, 1.0).get(random.nextInt(6));
        boolean strange = hostile > 0 && random.nextInt(4) == 0;
        String method = strange && random.nextInt(4) == 0 ? values.oneOf(METHODS) : operation.method();
        String target = strange && random.nextInt(4) == 0 ? values.oneOf(PATHS) : target(operation, hostile);
        List<String> headers = new ArrayList<>(List.of("Host: localhost"));
        String role = values.oneOf(senders);
        if (!role.isEmpty()) {
            headers.add("Authorization: Basic " + basic(role));
        }
        String language = random.nextInt(3) == 0 ? "en" : "";
        if (!language.isEmpty()) {
            headers.add("Accept-Language: en");
        }
        if (random.nextBoolean() && method.equals("POST")) {
            headers.add("Idempotency-Key: " + values.id());
        }
        byte[] body = body(operation, headers, hostile, strange);
        if (strange && random.nextBoolean()) {
            headers.add(values.oneOf(HEADERS));
        }
        headers.add("Content-Length: " + body.length);
        boolean known = headers.stream().noneMatch(header -> HEADERS.contains(header)) && !PATHS.contains(target);
        String spoken = headers.stream()
                                .filter(header -> header.startsWith("Accept-Language"))
                                .count()
                        > 1
                ? "?"
                : language;
        return new Request(operation, method, spoken, known, raw(method + " " + target + " HTTP/1.1", headers, body));
    }

    /** Each operation once in an order of chance, then each again: none is left out by chance. */
    private Operation nextOperation() {
        if (round.isEmpty()) {
            List<Operation> shuffled = new ArrayList<>(operations);
            Collections.shuffle(shuffled, random);
            round.addAll(shuffled);
        }
        return round.removeFirst();
    }

    private String basic(String role) {
        return Base64.getEncoder().encodeToString((role + ":" + passwords.get(role)).getBytes(StandardCharsets.UTF_8));
    }

    private String target(Operation operation, double hostile) {
        String path = operation.path();
        List<String> query = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            String value = random.nextDouble() < hostile
                    ? values.hostileText()
                    : values.text(parameter.schema(), parameter.name());
            switch (parameter.in()) {
                case "path" -> path = path.replace("{" + parameter.name() + "}", encoded(value));
                case "query" -> {
                    if (parameter.required() || random.nextInt(4) == 0) {
                        query.add(parameter.name() + "=" + encoded(queried(parameter, value, hostile)));
                    }
                }
                default -> {}
            }
        }
        if (random.nextDouble() < hostile) {
            query.add(values.oneOf(
                    List.of("x=1", "asOf=-1", "asOf=1&asOf=2", "limit=-1", "limit=2147483647", "from=-5")));
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private String queried(Parameter parameter, String value, double hostile) {
        if (random.nextDouble() < hostile) {
            return value;
        }
        return switch (parameter.name()) {
            case "asOf", "atLeast", "from", "limit", "version", "before" -> Integer.toString(1 + random.nextInt(100));
            case "dryRun", "leaveOutWrong", "keepLeftOut", "discard", "unassigned" ->
                Boolean.toString(random.nextBoolean());
            case "boundaries" -> random.nextBoolean() ? "as-was" : "as-now";
            case "kind" -> values.oneOf(List.of("proposal", "reorganisation", "hand-over"));
            default -> value;
        };
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private byte[] body(Operation operation, List<String> headers, double hostile, boolean strange) {
        if (operation.bodies().isEmpty()) {
            return new byte[0];
        }
        Map.Entry<String, JsonNode> content =
                values.oneOf(List.copyOf(operation.bodies().entrySet()));
        headers.add("Content-Type: " + (strange && random.nextInt(3) == 0 ? values.oneOf(TYPES) : content.getKey()));
        byte[] right = switch (content.getKey()) {
            case "text/csv" -> utf8(table(hostile));
            case "application/x-ndjson" ->
                utf8(IntStream.range(0, 1 + random.nextInt(3))
                        .mapToObj(i -> values.json(content.getValue(), "", hostile))
                        .collect(Collectors.joining("\n", "", "\n")));
            case "application/json" -> utf8(values.json(content.getValue(), "", hostile));
            default -> noise(40);
        };
        return strange && random.nextInt(6) == 0 ? noise(200) : right;
    }

    private String table(double hostile) {
        String titles = values.oneOf(List.of(
                "unit;reference",
                "team,member,organisation,effective_from,full_name,phone",
                "action,unit,kind,name,official_code,parent,successor",
                "unit,kind,name,official_code,parent,instrument,signed_on,effective_from"));
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(row -> titles.replaceAll("[a-z_]+", "@"))
                .map(row -> cells(row, hostile))
                .collect(Collectors.joining("\n", titles + "\n", "\n"));
    }

    private String cells(String row, double hostile) {
        StringBuilder cells = new StringBuilder();
        row.chars()
                .forEach(next -> cells.append(
                        next != '@'
                                ? Character.toString(next)
                                : random.nextDouble() < hostile ? values.hostileText() : "ap-" + random.nextInt(4)));
        return cells.toString();
    }

    private byte[] noise(int most) {
        byte[] noise = new byte[random.nextInt(most)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String raw(String first, List<String> headers, byte[] body) {
        return first + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n"
                + new String(body, StandardCharsets.ISO_8859_1);
    }
}
