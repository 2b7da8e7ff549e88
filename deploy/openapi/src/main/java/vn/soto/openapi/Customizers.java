package vn.soto.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import reactor.core.publisher.Flux;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.http.CommandAnswer;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.http.QueryContext;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/** Details that springdoc cannot derive: resolved arguments, file bodies, problems, names of schemas. */
@Configuration(proxyBeanMethods = false)
class Customizers {

    Customizers() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(CommandRequest.class, QueryContext.class, Asked.class);
    }

    @Bean
    ModelResolver modelResolver(ObjectMapperProvider mappers, Schemas names) {
        return new ModelResolver(mappers.jsonMapper(), new TypeNameResolver() {
                    @Override
                    protected String nameForClass(Class<?> type, Set<Options> options) {
                        return type.getName().startsWith("vn.soto.")
                                ? names.name(type)
                                : super.nameForClass(type, options);
                    }
                })
                .openapi31(true);
    }

    /** Springdoc calls the converter registered last first. */
    @Bean
    ModelConverter recordConverter(ModelResolver resolver) {
        return new RecordConverter();
    }

    /** Responses of commands, whose routes have no annotations. */
    @Bean
    OpenApiCustomizer outcome() {
        return document -> ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(CommandAnswer.class))
                .referencedSchemas
                .forEach(document.getComponents()::addSchemas);
    }

    @Bean
    OperationCustomizer operations() {
        return (operation, handler) -> {
            operation
                    .operationId(name(handler))
                    .summary(name(handler))
                    .tags(List.of(isQuery(handler) ? "queries" : "others"));
            parameters(handler)
                    .forEach(name ->
                            operation.addParametersItem(new Parameter().$ref("#/components/parameters/" + name)));
            addRight(operation, handler);
            addFile(operation, handler);
            addAnswers(operation, handler);
            return operation;
        };
    }

    private static boolean isQuery(HandlerMethod handler) {
        return handler.hasMethodAnnotation(Query.class) || takes(handler, QueryContext.class);
    }

    /** The operation id that the mapping names, or one such as {@code unit-top} for {@code UnitQuestions.top}. */
    private static String name(HandlerMethod handler) {
        RequestMapping mapping = handler.getMethodAnnotation(RequestMapping.class);
        if (mapping != null && !mapping.name().isEmpty()) {
            return mapping.name();
        }
        String endpoint = handler.getBeanType().getSimpleName().replaceFirst("(Endpoint|Questions)$", "");
        return (endpoint + "-" + handler.getMethod().getName())
                .replaceAll("([a-z])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
    }

    private static List<String> parameters(HandlerMethod handler) {
        if (isQuery(handler)) {
            return List.of("AsOf", "AtLeast", "AcceptLanguage");
        }
        return takes(handler, CommandRequest.class)
                ? List.of("IdempotencyKey", "CorrelationId", "AcceptLanguage")
                : List.of("AcceptLanguage");
    }

    private static boolean takes(HandlerMethod handler, Class<?> argument) {
        return Stream.of(handler.getMethodParameters()).anyMatch(each -> each.getParameterType() == argument);
    }

    /**
     * The right that the method asks for, the roles that give it, and the variable or parameter that names its place.
     */
    private static void addRight(Operation operation, HandlerMethod handler) {
        Requires required = Objects.requireNonNull(
                handler.getMethodAnnotation(Requires.class), () -> handler + " declares no right");
        operation.addExtension("x-right", required.value().name());
        // The commands inside a batch, a plan or a file each say who may issue them.
        if (required.value() != EndpointRight.COMMANDS) {
            operation.addExtension(
                    "x-roles",
                    required.value().roles().stream()
                            .map(role -> role.name().toLowerCase(Locale.ROOT))
                            .toList());
        }
        if (!required.of().isEmpty()) {
            operation.addExtension("x-right-of", required.of());
        }
    }

    /** The body of a method that reads the request itself, or only asks for its content type. */
    private static void addFile(Operation operation, HandlerMethod handler) {
        List<String> types = consumed(handler);
        if (types.isEmpty() || operation.getRequestBody() != null) {
            return;
        }
        Content content = new Content();
        for (String type : types) {
            content.addMediaType(
                    type,
                    new MediaType().schema(type.equals("application/json") ? new ObjectSchema() : new StringSchema()));
        }
        operation.requestBody(new RequestBody().required(true).content(content));
    }

    private static List<String> consumed(HandlerMethod handler) {
        return Stream.of(handler.getMethod(), handler.getBeanType())
                .map(declared -> AnnotatedElementUtils.findMergedAnnotation(declared, RequestMapping.class))
                .filter(Objects::nonNull)
                .map(mapping -> List.of(mapping.consumes()))
                .filter(types -> !types.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static void addAnswers(Operation operation, HandlerMethod handler) {
        ApiResponse answer =
                Objects.requireNonNull(operation.getResponses().get("200")).description("The answer.");
        String type = handler.getMethod().getGenericReturnType().getTypeName();
        boolean empty = type.contains(Void.class.getName());
        if (empty) {
            operation.getResponses().remove("200");
            operation
                    .getResponses()
                    .addApiResponse("204", new ApiResponse().description("Done; the answer has no content."));
        }
        boolean begins = takes(handler, CommandRequest.class)
                && !empty
                && type.contains(ResponseEntity.class.getName())
                && !type.contains(Flux.class.getName());
        if (begins) {
            operation
                    .getResponses()
                    .addApiResponse(
                            "202",
                            new ApiResponse()
                                    .description("Recorded as a plan, to be carried out.")
                                    .content(answer.getContent()));
        }
        operation
                .getResponses()
                .addApiResponse("401", new ApiResponse().$ref("#/components/responses/Problem401"))
                .addApiResponse("default", new ApiResponse().$ref("#/components/responses/Problem"));
    }
}
