package vn.soto.allinone.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.web.Requires;

/** The description of the API says of accounts and of signing in what their endpoints are; they are described by hand. */
final class AccountsDescribedTest {

    private static final Set<Class<?>> ENDPOINTS =
            Set.of(SignInEndpoint.class, OwnAccountEndpoint.class, LocalAccountsEndpoint.class);

    private final JsonNode document = document();

    private static JsonNode document() {
        try (InputStream described = AccountsDescribedTest.class.getResourceAsStream("/vn/soto/openapi/openapi.json")) {
            return new JsonMapper()
                    .readTree(Objects.requireNonNull(described, "no description of the API")
                            .readAllBytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<Method> methods() {
        return ENDPOINTS.stream()
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class));
    }

    private static RequestMapping mapping(Method method) {
        return Objects.requireNonNull(AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class));
    }

    private JsonNode operation(Method method) {
        RequestMapping mapping = mapping(method);
        return document.get("paths")
                .path(mapping.path()[0])
                .path(mapping.method()[0].name().toLowerCase(Locale.ROOT));
    }

    @Test
    void eachEndpointIsDescribedWithItsRightAndTheContentTypesItTakes() {
        assertThat(methods()).hasSizeGreaterThan(15).allSatisfy(method -> {
            JsonNode operation = operation(method);
            assertThat(operation.isMissingNode())
                    .as("%s is not described", method)
                    .isFalse();
            Requires required = Objects.requireNonNull(method.getAnnotation(Requires.class));
            assertThat(operation.path("x-right").asString())
                    .as(method.toString())
                    .isEqualTo(required.value().name());
            Set<String> types = operation.at("/requestBody/content").properties().stream()
                    .map(type -> type.getKey())
                    .collect(Collectors.toSet());
            assertThat(types).as(method.toString()).contains(mapping(method).consumes());
        });
    }

    @Test
    void nothingElseIsDescribedOfThem() {
        Set<String> served = methods()
                .map(method -> mapping(method).method()[0].name() + " "
                        + mapping(method).path()[0])
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> described = document.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(operation -> operation.getValue().has("x-deployment"))
                        .map(operation -> operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(described).isEqualTo(served);
    }

    @Test
    void theFieldsOfABodyAreThoseThatAreRead() {
        assertThat(methods().filter(method -> body(method).isPresent()))
                .isNotEmpty()
                .allSatisfy(method -> {
                    String schema = operation(method)
                            .at("/requestBody/content/application~1json/schema/$ref")
                            .asString();
                    Set<String> fields = document.at(schema.substring(1) + "/properties").properties().stream()
                            .map(field -> field.getKey())
                            .collect(Collectors.toSet());
                    assertThat(fields)
                            .as(method.toString())
                            .containsExactlyInAnyOrderElementsOf(
                                    Arrays.stream(body(method).orElseThrow().getRecordComponents())
                                            .map(RecordComponent::getName)
                                            .toList());
                });
    }

    private static Optional<Class<?>> body(Method method) {
        return Stream.of(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                .<Class<?>>map(Parameter::getType)
                .findFirst();
    }
}
