package vn.soto.e2e.openapi;

import static vn.soto.e2e.openapi.Schemas.JSON;
import static vn.soto.e2e.openapi.Schemas.reference;
import static vn.soto.e2e.openapi.Schemas.type;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.batch.Batch;
import vn.soto.command.batch.Envelope;
import vn.soto.command.binding.CommandCatalogue;
import vn.soto.command.binding.Field;
import vn.soto.command.binding.JsonBinder;
import vn.soto.command.binding.RecordReader;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.e2e.openapi.Endpoints.Endpoint;

/** An annotated endpoint as an operation: path, parameters and what its method returns. */
final class EndpointPaths {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final Map<String, ObjectNode> COMMON = Map.of(
            "asOf", reference("parameters", "AsOf"),
            "atLeast", reference("parameters", "AtLeast"));

    private final Schemas named;
    private final AnswerSchemas answers;
    private final CommandSchemas requests;
    private final Map<String, List<String>> parameters;

    /** @param parameters of the query string, that each path takes for a question */
    EndpointPaths(Schemas named, AnswerSchemas answers, CommandSchemas requests, Map<String, List<String>> parameters) {
        this.named = named;
        this.answers = answers;
        this.requests = requests;
        this.parameters = parameters;
    }

    ObjectNode operation(Endpoint endpoint) {
        boolean question = endpoint.method() == RequestMethod.GET;
        ObjectNode operation =
                JSON.createObjectNode().put("operationId", endpoint.name()).put("summary", endpoint.name());
        operation.putArray("tags").add(question ? "questions" : "others");
        ArrayNode list = operation.putArray("parameters");
        VARIABLE.matcher(endpoint.path())
                .results()
                .forEach(found -> list.addObject()
                        .put("name", found.group(1))
                        .put("in", "path")
                        .put("required", true)
                        .set("schema", type("string")));
        parameters.getOrDefault(endpoint.path(), List.of()).forEach(name -> list.add(question(name)));
        asked(endpoint)
                .forEach(parameter -> list.addObject()
                        .put("name", parameter.getParameter().getName())
                        .put("in", "query")
                        .set("schema", answers.of(parameter.getParameterType())));
        if (plan(endpoint) || recordBody(endpoint).isPresent()) {
            list.add(reference("parameters", "IdempotencyKey"));
        } else if (isCommand(endpoint)) {
            list.add(reference("parameters", "CorrelationId"));
        }
        list.add(reference("parameters", "AcceptLanguage"));
        if (takesBody(endpoint)) {
            operation.set("requestBody", body(endpoint));
        }
        ObjectNode responses = operation.putObject("responses");
        responses.set("200", answer(endpoint));
        if (beginsSomething(endpoint)) {
            responses.set("202", answer(endpoint).put("description", "Recorded as a plan, to be carried out."));
        }
        responses.set("401", reference("responses", "Problem401"));
        responses
                .putObject("default")
                .put("description", "Not answered, and why.")
                .putObject("content")
                .putObject("application/problem+json")
                .set("schema", reference("schemas", "Problem"));
        return operation;
    }

    private static ObjectNode question(String name) {
        ObjectNode common = COMMON.get(name);
        return common != null
                ? common
                : JSON.createObjectNode().put("name", name).put("in", "query").set("schema", type("string"));
    }

    private static boolean takesBody(Endpoint endpoint) {
        return !endpoint.takes().isEmpty()
                || Stream.of(endpoint.handler().getMethodParameters())
                        .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class));
    }

    private static Optional<Class<? extends Record>> recordBody(Endpoint endpoint) {
        return Stream.of(endpoint.handler().getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .map(MethodParameter::getParameterType)
                .filter(Class::isRecord)
                .<Class<? extends Record>>map(type -> type.asSubclass(Record.class))
                .findFirst();
    }

    private static boolean isCommand(Endpoint endpoint) {
        return Stream.of(endpoint.handler().getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == CommandRequest.class);
    }

    private static Stream<MethodParameter> asked(Endpoint endpoint) {
        return Stream.of(endpoint.handler().getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class));
    }

    private static boolean lines(Endpoint endpoint) {
        return endpoint.takes().contains(MediaType.APPLICATION_NDJSON);
    }

    private static boolean batch(Endpoint endpoint) {
        return lines(endpoint) && !plan(endpoint);
    }

    private static boolean plan(Endpoint endpoint) {
        return lines(endpoint) && endpoint.path().equals("/api/plans");
    }

    /** Answers before all is done. */
    private static boolean beginsSomething(Endpoint endpoint) {
        return isCommand(endpoint)
                && !batch(endpoint)
                && endpoint.handler()
                        .getMethod()
                        .getGenericReturnType()
                        .getTypeName()
                        .contains("ResponseEntity");
    }

    private ObjectNode body(Endpoint endpoint) {
        ObjectNode body = JSON.createObjectNode().put("required", true);
        ObjectNode content = body.putObject("content");
        ObjectNode schema = plan(endpoint) ? step() : batch(endpoint) ? line() : content(endpoint);
        endpoint.takes().forEach(takes -> content.putObject(takes.toString()).set("schema", schema));
        if (plan(endpoint)) {
            return body.put("description", "One step a line.");
        }
        return batch(endpoint)
                ? body.put("description", "One object a line, at most " + Batch.MOST_LINES + " lines and 1 MB.")
                : body;
    }

    private ObjectNode content(Endpoint endpoint) {
        return recordBody(endpoint).map(this::fields).orElseGet(() -> type("string"));
    }

    private <T extends Record> ObjectNode fields(Class<T> type) {
        return requests.object(new RecordReader<>(type).shape().fields(), Field::required);
    }

    private ObjectNode step() {
        return named.named("PlanLine", PlanKind.class, () -> {
            ObjectNode step = type("object");
            ObjectNode properties = step.putObject("properties");
            ArrayNode names = properties.putObject("name").put("type", "string").putArray("enum");
            CommandCatalogue.product().all().forEach(command -> names.add(command.name()));
            properties.set(
                    "payload",
                    type("object").put("description", "All of the command's fields, those of its path among them."));
            step.putArray("required").add("name").add("payload");
            return step.put("additionalProperties", false);
        });
    }

    private ObjectNode line() {
        return named.named("BatchLine", Envelope.class, () -> {
            JsonBinder.Fields shape = new RecordReader<>(Envelope.class).shape();
            ObjectNode line = requests.object(shape.fields(), Field::required);
            ArrayNode names = ((ObjectNode) line.at("/properties/name")).putArray("enum");
            CommandCatalogue.product().all().forEach(command -> names.add(command.name()));
            ObjectNode payload = CommandSchemas.nullable(type("object"));
            payload.put("description", "All of the command's fields, those of its path among them.");
            ((ObjectNode) line.get("properties")).set("payload", payload);
            return line;
        });
    }

    private ObjectNode answer(Endpoint endpoint) {
        ObjectNode answer = JSON.createObjectNode()
                .put(
                        "description",
                        batch(endpoint) ? "One object a line, in the order of the request." : "The answer.");
        ObjectNode schema = answers.of(answered(endpoint.handler().getMethod().getGenericReturnType()));
        ObjectNode content = answer.putObject("content");
        if (endpoint.gives().isEmpty()) {
            content.putObject(MediaType.APPLICATION_JSON_VALUE).set("schema", schema);
        }
        endpoint.gives().forEach(gives -> content.putObject(gives.toString()).set("schema", schema));
        return answer;
    }

    /** Without what Spring and Reactor wrap around it. */
    private static Type answered(Type type) {
        return type instanceof ParameterizedType wrapped
                        && Set.<Type>of(Mono.class, Flux.class, ResponseEntity.class)
                                .contains(wrapped.getRawType())
                ? answered(wrapped.getActualTypeArguments()[0])
                : type;
    }
}
