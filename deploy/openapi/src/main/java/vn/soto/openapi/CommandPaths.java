package vn.soto.openapi;

import static vn.soto.openapi.Schemas.JSON;
import static vn.soto.openapi.Schemas.reference;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.binding.CommandDescriptor;
import vn.soto.command.binding.Field;
import vn.soto.command.binding.ReasonFields;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.shared.ReasonCode;
import vn.soto.domain.DomainModel;
import vn.soto.domain.shared.ReasonList;
import vn.soto.domain.shared.Rule;
import vn.soto.testkit.code.Reach;
import vn.soto.web.FeatureTexts;

/** A command as an operation: path, body, responses, and every rule that may refuse it, in both languages. */
record CommandPaths(CommandSchemas schemas, Schemas named) {

    private static final Reach.Code DOMAIN = Reach.codeAround(DomainModel.class);
    private static final List<String> FAILURES = List.of("400", "401", "403", "404", "409", "413", "415", "429", "503");

    ObjectNode operation(CommandDescriptor command) {
        ObjectNode operation = JSON.createObjectNode()
                .put("operationId", command.name())
                .put("summary", command.name())
                .put("description", "May be issued by: " + String.join(", ", roles(command)) + ".");
        ArrayNode roles = operation.putArray("x-roles");
        roles(command).forEach(roles::add);
        operation.putArray("tags").add("commands");
        ArrayNode parameters = operation.putArray("parameters");
        command.shape().fields().stream()
                .filter(field -> command.variables().contains(field.name()))
                .forEach(field -> parameters.add(variable(field)));
        parameters.add(dryRun());
        Stream.of("IdempotencyKey", "CorrelationId", "AcceptLanguage")
                .forEach(header -> parameters.add(reference("parameters", header)));
        operation.set("requestBody", body(command));
        ObjectNode responses = operation.putObject("responses");
        responses.set("200", reference("responses", "Repeat"));
        responses.set("201", reference("responses", "Done"));
        responses.set("202", reference("responses", "Waits"));
        FAILURES.forEach(status -> responses.set(status, reference("responses", "Problem" + status)));
        responses.set("422", refusals(command));
        return operation;
    }

    private static ObjectNode dryRun() {
        return JSON.createObjectNode()
                .put("name", "dryRun")
                .put("in", "query")
                .put(
                        "description",
                        "true: answers 200 and what the command would record, or the problem of its refusal; keeps nothing.")
                .set("schema", Schemas.type("boolean").put("default", false));
    }

    private ObjectNode variable(Field field) {
        return JSON.createObjectNode()
                .put("name", field.name())
                .put("in", "path")
                .put("required", true)
                .set("schema", schemas.of(field.shape()));
    }

    /** The body is required even if all its members may be left out: without one, clients send no content type. */
    private ObjectNode body(CommandDescriptor command) {
        ObjectNode body = JSON.createObjectNode().put("required", true);
        ObjectNode schema = named.named(
                command.type().getSimpleName(),
                command.type(),
                () -> withReasons(command, schemas.object(command.body(), command::asksFor)));
        body.putObject("content").putObject("application/json").set("schema", schema);
        return body;
    }

    /** The codes that may stand for the reason, in both languages, and the text beside it. */
    private static ObjectNode withReasons(CommandDescriptor command, ObjectNode schema) {
        ReasonList.of(command.type()).ifPresent(list -> {
            boolean required = command.body().stream()
                    .anyMatch(field -> field.name().equals(ReasonFields.CODE) && field.required());
            ObjectNode properties = (ObjectNode) schema.get("properties");
            properties.set(ReasonFields.CODE, required ? codes(list) : CommandSchemas.nullable(codes(list)));
            properties.set(
                    ReasonFields.TEXT,
                    CommandSchemas.nullable(Schemas.type("string")
                            .put("description", "Words beside the reason; sealed. A command in a plan has none.")));
        });
        return schema;
    }

    private static ObjectNode codes(ReasonList list) {
        ObjectNode codes = Schemas.type("string");
        ArrayNode values = codes.putArray("enum");
        ArrayNode texts = codes.putArray("x-reasons");
        for (ReasonCode code : list.codes()) {
            values.add(code.name());
            texts.addObject()
                    .put("code", code.name())
                    .put("vi", code.vietnamese())
                    .put("en", code.english());
        }
        return codes.put(
                "description",
                list.codes().stream()
                        .map(code -> "- `" + code.name() + "`: " + code.vietnamese() + " / " + code.english())
                        .collect(Collectors.joining("\n", "Why, as one of these codes:\n", "")));
    }

    private static ObjectNode refusals(CommandDescriptor command) {
        Reach reach = Reach.of(DomainModel.deciding(command.type()), DOMAIN);
        List<Rule> rules = DomainModel.rules().stream()
                .filter(rule -> reach.uses((Enum<?>) rule))
                .toList();
        ObjectNode refusals = JSON.createObjectNode()
                .put(
                        "description",
                        rules.stream()
                                .map(rule -> "- `" + rule.name() + "`: " + text(rule, "vi"))
                                .collect(Collectors.joining("\n", "Refused by one of these rules:\n", "")));
        refusals.putObject("content")
                .putObject("application/problem+json")
                .set("schema", reference("schemas", "Problem"));
        ArrayNode texts = refusals.putArray("x-rules");
        rules.forEach(rule -> texts.addObject()
                .put("rule", rule.name())
                .put(
                        "problem",
                        "urn:soto:problem:"
                                + rule.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("vi", text(rule, "vi"))
                .put("en", text(rule, "en")));
        return refusals;
    }

    private static String text(Rule rule, String language) {
        return Optional.ofNullable(FeatureTexts.in(Locale.of(language)).get(rule.name()))
                .orElseThrow(() -> new IllegalStateException("no text for " + rule.name()));
    }

    private static List<String> roles(CommandDescriptor command) {
        return Stream.of(Role.values())
                .filter(role -> role == Role.ADMINISTRATOR || command.by().contains(role))
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
