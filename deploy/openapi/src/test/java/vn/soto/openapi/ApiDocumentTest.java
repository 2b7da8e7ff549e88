package vn.soto.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.soto.testkit.GoldenList;

/** The document that the build wrote. */
final class ApiDocumentTest {

    private static final Path OUTLINE = Path.of("src/test/resources/openapi/outline.txt");
    private static final String RENEW = GoldenList.howToRenew("deploy/openapi", ApiDocumentTest.class);

    private static String text = "";
    private static JsonNode document = Schemas.JSON.createObjectNode();

    @BeforeAll
    static void read() throws IOException {
        try (InputStream written = ApiDocumentTest.class.getResourceAsStream("/vn/soto/openapi/openapi.json")) {
            text = new String(Objects.requireNonNull(written).readAllBytes(), StandardCharsets.UTF_8);
        }
        document = Schemas.JSON.readTree(text);
    }

    /** What a change of the API is reviewed by: paths, parameters, bodies and names of schemas. */
    @Test
    void hasTheOutlineThatWasReviewed() throws IOException {
        String stored = Files.readString(OUTLINE);
        if (GoldenList.RENEWING && !stored.equals(outline())) {
            Files.writeString(OUTLINE, outline());
        }
        assertThat(stored).as(RENEW).isEqualTo(outline());
    }

    @Test
    void isADocumentOfOpenApi31() throws IOException {
        try (InputStream published =
                ApiDocumentTest.class.getResourceAsStream("/openapi/oas-3.1-schema-2026-08-03.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(published);

            assertThat(schema.validate(text, InputFormat.JSON)).isEmpty();
        }
    }

    @Test
    void namesOnlyWhatItHolds() {
        List<String> references = new ArrayList<>();
        collect(document, references);

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
        assertThat(document.findValuesAsString("operationId")).doesNotHaveDuplicates();
    }

    @Test
    void saysOfABatchWhatABatchIs() {
        assertThat(document.at("/paths/~1api~1commands/post/requestBody/content/application~1x-ndjson/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/BatchLine");
        assertThat(document.at("/components/schemas/BatchLine/required").toString())
                .isEqualTo("[\"id\",\"name\"]");
    }

    private static void collect(JsonNode node, List<String> references) {
        if (node.path("$ref").isString()) {
            references.add(node.get("$ref").asString());
        }
        node.forEach(below -> collect(below, references));
    }

    private static String outline() {
        Stream<String> operations = document.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()
                                + parameters(operation.getValue()) + body(operation.getValue())));
        Stream<String> schemas = document.at("/components/schemas").properties().stream()
                .map(Map.Entry::getKey)
                .map(name -> "schema " + name);
        return Stream.concat(operations, schemas).sorted().collect(Collectors.joining("\n", "", "\n"));
    }

    /** Those of the query string. */
    private static String parameters(JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .map(parameter -> parameter.has("$ref")
                        ? document.at(parameter.get("$ref").asString().substring(1))
                        : parameter)
                .filter(parameter -> parameter.path("in").asString().equals("query"))
                .map(parameter -> parameter.get("name").asString())
                .collect(Collectors.joining("&", "?", ""))
                .replaceFirst("\\?$", "");
    }

    private static String body(JsonNode operation) {
        return operation.at("/requestBody/content").properties().stream()
                .map(content -> content.getKey() + schema(content.getValue().path("schema")))
                .collect(Collectors.joining(", ", " < ", ""))
                .replaceFirst(" < $", "");
    }

    private static String schema(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? "" : " " + reference.substring(reference.lastIndexOf('/') + 1);
    }
}
