package vn.soto.e2e.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API that the product serves. */
record ApiDescription(JsonNode document) {

    /**
     * @param bodies schemas by content type
     * @param roles  roles that may issue it, if it is a command; otherwise empty
     */
    record Operation(
            String method, String path, List<Parameter> parameters, Map<String, JsonNode> bodies, Set<String> roles) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** @param in path, query or header */
    record Parameter(String name, String in, boolean required, JsonNode schema) {}

    static ApiDescription parse(String json) {
        return new ApiDescription(new JsonMapper().readTree(json));
    }

    /**
     * All operations except those that {@code SignInIT} attacks. These are about accounts and signing in, with which a
     * caller would be locked out, and streams, whose answers go on until their reader leaves.
     */
    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> !method.getValue().has("x-deployment") && !isStream(method.getValue()))
                        .forEach(method ->
                                operations.add(operation(path.getKey(), method.getKey(), method.getValue()))));
        return operations;
    }

    private static boolean isStream(JsonNode described) {
        return described.path("responses").path("200").path("content").has("text/event-stream");
    }

    private Operation operation(String path, String method, JsonNode described) {
        Map<String, JsonNode> bodies = new LinkedHashMap<>();
        resolved(described.path("requestBody"))
                .path("content")
                .properties()
                .forEach(type -> bodies.put(type.getKey(), type.getValue().path("schema")));
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                described.path("parameters").valueStream().map(this::parameter).toList(),
                bodies,
                described.path("x-roles").valueStream().map(JsonNode::asString).collect(Collectors.toSet()));
    }

    private Parameter parameter(JsonNode described) {
        JsonNode parameter = resolved(described);
        return new Parameter(
                parameter.get("name").asString(),
                parameter.get("in").asString(),
                parameter.path("required").asBoolean(false),
                parameter.path("schema"));
    }

    /** The schema itself, where the node only refers to it. */
    JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isMissingNode()
                ? node
                : resolved(document.at(reference.asString().substring(1)));
    }
}
