package vn.soto.openapi;

import static vn.soto.openapi.Schemas.JSON;
import static vn.soto.openapi.Schemas.reference;
import static vn.soto.openapi.Schemas.text;
import static vn.soto.openapi.Schemas.type;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.batch.Envelope;
import vn.soto.command.binding.CommandCatalogue;
import vn.soto.command.binding.Field;
import vn.soto.command.binding.JsonBinder;
import vn.soto.command.binding.RecordReader;
import vn.soto.command.http.LineAnswer;
import vn.soto.contracts.plan.PlanKind;

/** The whole API as one OpenAPI 3.1 document. */
final class ApiDocument {

    private static final String API = "/api/";
    private static final Map<String, String> PROBLEMS = new TreeMap<>(Map.of(
            "400", "The request cannot be understood; `field` says where.",
            "401", "Nobody is signed in.",
            "403", "This account may not ask for it.",
            "404", "What it is about is not in the ledger.",
            "409", "The id is in use, or others were faster; if `retryable`, send it again with the same id.",
            "413", "More than may be sent at once.",
            "415", "A request that changes data names one of these content types, also without a body.",
            "429", "Too many at once from this network address; send it again after `Retry-After` seconds.",
            "503", "Not available for the moment; send it again with the same id after `Retry-After` seconds."));

    private final Schemas schemas = new Schemas();
    private final CommandSchemas commands = new CommandSchemas(schemas);
    private final ObjectNode paths = JSON.createObjectNode();

    private ApiDocument() {}

    static String written() {
        return JSON.writeValueAsString(new ApiDocument().whole()) + "\n";
    }

    private ObjectNode whole() {
        CommandPaths operations = new CommandPaths(commands, schemas);
        Map<String, ObjectNode> byPath = new TreeMap<>();
        CommandCatalogue.product()
                .all()
                .forEach(command ->
                        byPath.put(command.path(), JSON.createObjectNode().set("post", operations.operation(command))));
        ObjectNode described = Endpoints.described(schemas);
        described.get("paths").properties().stream()
                .filter(path -> path.getKey().startsWith(API))
                .forEach(path -> byPath.merge(path.getKey(), (ObjectNode) path.getValue(), ApiDocument::both));
        accounts()
                .get("paths")
                .properties()
                .forEach(path -> byPath.merge(path.getKey(), (ObjectNode) path.getValue(), ApiDocument::both));
        byPath.forEach(paths::set);
        addLines();
        ObjectNode document = JSON.createObjectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Sổ Tổ")
                .put("version", "1")
                .put(
                        "description",
                        "The ledger of community digital technology teams. Commands are recorded or refused by a named"
                                + " rule; queries are answered as of any commit. Made from the code.");
        document.putArray("servers").addObject().put("url", "/");
        ArrayNode security = document.putArray("security");
        security.addObject().putArray("basic");
        security.addObject().putArray("token");
        document.set("paths", paths);
        document.set("components", components((ObjectNode) described.at("/components/schemas")));
        return document;
    }

    /**
     * Signing in and local accounts, which the embedded product alone has. Its module builds on this one, so they are described by hand;
     * a test there compares them with its endpoints.
     */
    private static ObjectNode accounts() {
        try (InputStream described = ApiDocument.class.getResourceAsStream("accounts.json")) {
            return (ObjectNode) Schemas.JSON.readTree(
                    Objects.requireNonNull(described, "accounts.json").readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Merges endpoints of one address and method that differ in content type; OpenAPI has one operation for both. */
    private static ObjectNode both(ObjectNode command, ObjectNode endpoint) {
        if (endpoint.at("/post/requestBody/content") instanceof ObjectNode content) {
            ((ObjectNode) command.at("/post/requestBody/content")).setAll(content);
        }
        ObjectNode other = endpoint.deepCopy();
        other.remove("post");
        return command.setAll(other);
    }

    /** Describes bodies of one JSON object per line, which springdoc takes for arrays or texts. */
    private void addLines() {
        ObjectNode batch = (ObjectNode) paths.at("/~1api~1commands/post");
        batch.set("requestBody", lines("One object a line.", List.of("application/x-ndjson"), batchLine()));
        ((ObjectNode) batch.at("/responses/200/content/application~1x-ndjson"))
                .set("schema", reference("schemas", "LineAnswer"));
        ((ObjectNode) paths.at("/~1api~1plans/post"))
                .set(
                        "requestBody",
                        lines("One step a line.", List.of("application/x-ndjson", "application/json"), planLine()));
    }

    private static ObjectNode lines(String meaning, List<String> types, ObjectNode schema) {
        ObjectNode body = JSON.createObjectNode().put("description", meaning).put("required", true);
        ObjectNode content = body.putObject("content");
        types.forEach(type -> content.putObject(type).set("schema", schema));
        return body;
    }

    private ObjectNode batchLine() {
        return schemas.named("BatchLine", Envelope.class, () -> {
            JsonBinder.Fields shape = new RecordReader<>(Envelope.class).shape();
            ObjectNode line = commands.object(shape.fields(), Field::required);
            addNames((ObjectNode) line.at("/properties/name"));
            ((ObjectNode) line.get("properties")).set("payload", payload(CommandSchemas.nullable(type("object"))));
            return line;
        });
    }

    private ObjectNode planLine() {
        return schemas.named("PlanLine", PlanKind.class, () -> {
            ObjectNode step = type("object");
            ObjectNode properties = step.putObject("properties");
            addNames(properties.putObject("name").put("type", "string"));
            properties.set("payload", payload(type("object")));
            step.putArray("required").add("name").add("payload");
            return step.put("additionalProperties", false);
        });
    }

    private static void addNames(ObjectNode schema) {
        ArrayNode names = schema.putArray("enum");
        CommandCatalogue.product().all().forEach(command -> names.add(command.name()));
    }

    private static ObjectNode payload(ObjectNode schema) {
        return schema.put("description", "All of the command's fields, those of its path among them.");
    }

    private ObjectNode components(ObjectNode described) {
        ObjectNode components = JSON.createObjectNode();
        schemas.named("Problem", "RFC 9457", ApiDocument::problem);
        ObjectNode responses = JSON.createObjectNode();
        responses.set("Done", outcome("Recorded, durable."));
        responses.set("Repeat", outcome("Recorded before, by the same command; nothing was written."));
        responses.set(
                "Waits",
                response(
                        "Needs two persons: a proposal, which waits for somebody else to approve it; see the plan.",
                        "application/json",
                        reference("schemas", "PlanAccepted")));
        responses.set("Problem", refusal("Not answered, and why."));
        PROBLEMS.forEach((status, meaning) -> responses.set("Problem" + status, refusal(meaning)));
        components.set("schemas", schemas(described));
        components.set("responses", responses);
        components.set("parameters", parameters());
        ObjectNode signIn = components.putObject("securitySchemes");
        signIn.putObject("basic").put("type", "http").put("scheme", "basic");
        signIn.putObject("token").put("type", "http").put("scheme", "bearer").put("bearerFormat", "JWT");
        return components;
    }

    /** Schemas of commands, which are strict, take precedence over springdoc's schemas of the same records. */
    private ObjectNode schemas(ObjectNode described) {
        Map<String, JsonNode> all = new TreeMap<>();
        described.properties().forEach(schema -> all.put(schema.getKey(), schema.getValue()));
        accounts().get("schemas").properties().forEach(schema -> all.put(schema.getKey(), schema.getValue()));
        schemas.all().properties().forEach(schema -> all.put(schema.getKey(), schema.getValue()));
        ObjectNode named = JSON.createObjectNode().setAll(all);
        ArrayNode words = ((ObjectNode) named.at("/LineAnswer/properties/status")).putArray("enum");
        for (LineAnswer.Status status : LineAnswer.Status.values()) {
            words.add(status.word());
        }
        return named;
    }

    private static ObjectNode refusal(String meaning) {
        return response(meaning, "application/problem+json", reference("schemas", "Problem"));
    }

    private static ObjectNode outcome(String meaning) {
        return response(meaning, "application/json", reference("schemas", "CommandAnswer"));
    }

    private static ObjectNode response(String meaning, String type, ObjectNode schema) {
        ObjectNode response = JSON.createObjectNode().put("description", meaning);
        response.putObject("content").putObject(type).set("schema", schema);
        return response;
    }

    private static ObjectNode problem() {
        ObjectNode problem = type("object");
        ObjectNode properties = problem.putObject("properties");
        properties.set("type", text("uri").put("example", "urn:soto:problem:bad-input"));
        properties.set("title", type("string"));
        properties.set("status", type("integer"));
        properties.set("detail", type("string"));
        properties.set("instance", text("uri-reference"));
        properties.set("rule", type("string"));
        properties.set("arguments", type("array"));
        properties.set("field", type("string"));
        properties.set("retryAfter", type("integer"));
        problem.putArray("required").add("type").add("title").add("status").add("detail");
        return problem;
    }

    private static ObjectNode parameters() {
        ObjectNode parameters = JSON.createObjectNode();
        parameters.set(
                "IdempotencyKey",
                header(
                        "Idempotency-Key",
                        "The command's id; sent again, it is a repeat. Not of version 8.",
                        text("uuid")));
        parameters.set(
                "CorrelationId",
                header(
                        "Correlation-Id",
                        "Shared by the commands of one undertaking. Does not begin with plan-.",
                        type("string").put("pattern", "^[A-Za-z0-9._:-]{1,64}$")));
        parameters.set(
                "AcceptLanguage", header("Accept-Language", "Vietnamese unless English comes first.", type("string")));
        parameters.set(
                "AsOf",
                query("asOf", "The commit, or the instant, as known at which it is to be answered.", type("string")));
        parameters.set(
                "AtLeast",
                query(
                        "atLeast",
                        "Wait until the answer knows this commit.",
                        type("integer").put("format", "int64")));
        return parameters;
    }

    private static ObjectNode header(String name, String meaning, ObjectNode schema) {
        return JSON.createObjectNode()
                .put("name", name)
                .put("in", "header")
                .put("description", meaning)
                .set("schema", schema);
    }

    private static ObjectNode query(String name, String meaning, ObjectNode schema) {
        return JSON.createObjectNode()
                .put("name", name)
                .put("in", "query")
                .put("description", meaning)
                .set("schema", schema);
    }
}
