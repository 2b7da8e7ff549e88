package vn.soto.e2e.openapi;

import static vn.soto.e2e.openapi.Schemas.JSON;
import static vn.soto.e2e.openapi.Schemas.reference;
import static vn.soto.e2e.openapi.Schemas.text;
import static vn.soto.e2e.openapi.Schemas.type;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.binding.CommandCatalogue;
import vn.soto.command.dispatch.CommandOutcome;
import vn.soto.command.http.LineAnswer;
import vn.soto.e2e.openapi.Endpoints.Endpoint;

/** The whole API as one OpenAPI 3.1 document. */
final class ApiDocument {

    private static final Map<String, String> PROBLEMS = new TreeMap<>(Map.of(
            "400", "The request cannot be understood; `field` says where.",
            "401", "Nobody is signed in.",
            "403", "This account may not ask for it.",
            "404", "What it is about is not in the ledger.",
            "409", "The id is in use, or others were faster; if `retryable`, send it again with the same id.",
            "413", "More than may be sent at once.",
            "503", "Not available for the moment; send it again with the same id after `Retry-After` seconds."));

    private final Schemas schemas = new Schemas();
    private final AnswerSchemas answers = new AnswerSchemas(schemas);
    private final CommandSchemas commands = new CommandSchemas(schemas);
    private final Map<String, ObjectNode> paths = new TreeMap<>();

    private ApiDocument() {}

    /** @param parameters of the query string, that each path takes for a question */
    static String written(List<Endpoint> endpoints, Map<String, List<String>> parameters) {
        ApiDocument document = new ApiDocument();
        document.addCommands();
        document.addEndpoints(endpoints, parameters);
        return JSON.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(document.whole()) + "\n";
    }

    private void addCommands() {
        CommandPaths operations = new CommandPaths(commands, schemas);
        CommandCatalogue.product()
                .all()
                .forEach(command -> at(command.path()).set("post", operations.operation(command)));
    }

    /** Two ways to the same address differ in what they take; the document knows one operation for both. */
    private void addEndpoints(List<Endpoint> endpoints, Map<String, List<String>> parameters) {
        EndpointPaths operations = new EndpointPaths(schemas, answers, commands, parameters);
        for (Endpoint endpoint : endpoints) {
            ObjectNode operation = operations.operation(endpoint);
            String method = endpoint.method().name().toLowerCase(Locale.ROOT);
            if (at(endpoint.path()).get(method) instanceof ObjectNode command) {
                ((ObjectNode) command.at("/requestBody/content"))
                        .setAll((ObjectNode) operation.at("/requestBody/content"));
            } else {
                at(endpoint.path()).set(method, operation);
            }
        }
    }

    private ObjectNode at(String path) {
        return paths.computeIfAbsent(path, made -> JSON.createObjectNode());
    }

    private ObjectNode whole() {
        ObjectNode document = JSON.createObjectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Sổ Tổ")
                .put("version", "1")
                .put(
                        "description",
                        "The ledger of community digital technology teams. Commands are recorded or refused by a named"
                                + " rule; questions are answered as of any commit. Made from the code.");
        document.putArray("servers").addObject().put("url", "/");
        ArrayNode security = document.putArray("security");
        security.addObject().putArray("basic");
        security.addObject().putArray("token");
        ObjectNode all = document.putObject("paths");
        paths.forEach(all::set);
        document.set("components", components());
        return document;
    }

    private ObjectNode components() {
        ObjectNode components = JSON.createObjectNode();
        schemas.named("Problem", "RFC 9457", ApiDocument::problem);
        ObjectNode responses = JSON.createObjectNode();
        responses.set("Done", outcome("Recorded, durable."));
        responses.set("Repeat", outcome("Recorded before, by the same command; nothing was written."));
        PROBLEMS.forEach((status, meaning) -> responses.set(
                "Problem" + status, response(meaning, "application/problem+json", reference("schemas", "Problem"))));
        ObjectNode named = schemas.all();
        ArrayNode words = ((ObjectNode) named.at("/LineAnswer/properties/status")).putArray("enum");
        for (LineAnswer.Status status : LineAnswer.Status.values()) {
            words.add(status.word());
        }
        components.set("schemas", named);
        components.set("responses", responses);
        components.set("parameters", parameters());
        ObjectNode signIn = components.putObject("securitySchemes");
        signIn.putObject("basic").put("type", "http").put("scheme", "basic");
        signIn.putObject("token").put("type", "http").put("scheme", "bearer").put("bearerFormat", "JWT");
        return components;
    }

    private ObjectNode outcome(String meaning) {
        return response(meaning, "application/json", answers.of(CommandOutcome.class));
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
        problem.putArray("required").add("type").add("title").add("status").add("detail");
        return problem;
    }

    private static ObjectNode parameters() {
        ObjectNode parameters = JSON.createObjectNode();
        parameters.set(
                "IdempotencyKey",
                header("Idempotency-Key", "The command's id; sent again, it is a repeat.", text("uuid")));
        parameters.set(
                "CorrelationId",
                header(
                        "Correlation-Id",
                        "Shared by the commands of one undertaking.",
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
