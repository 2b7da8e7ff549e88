package vn.soto.e2e.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.RequestMethod;
import tools.jackson.databind.JsonNode;
import vn.soto.e2e.AllInOne;
import vn.soto.e2e.openapi.Endpoints.Endpoint;

/** The description of the API that the product serves is what its code says, and is one. */
@Tag("processes")
final class OpenApiIT {

    private static final Path DOCUMENT =
            Path.of(System.getProperty("soto.root"), "deploy/edge/src/main/resources/vn/soto/edge/openapi.json");
    private static final String RENEW =
            "Renew it: mvn verify -pl deploy/end-to-end-tests -am -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false"
                    + " -Dit.test=OpenApiIT -Dfailsafe.failIfNoSpecifiedTests=false -Dsoto.renew";
    private static final boolean RENEWING = System.getProperty("soto.renew") != null;
    private static final Pattern KNOWN = Pattern.compile("Known parameters: (.*)\\.");

    @TempDir
    private static Path folder;

    private static AllInOne product;

    private static String made;

    @BeforeAll
    static void start() throws IOException {
        product = AllInOne.start(folder.resolve("data"), "--soto.demo=false");
        List<Endpoint> endpoints = Endpoints.all();
        made = ApiDocument.written(endpoints, parameters(endpoints));
        if (RENEWING) {
            Files.writeString(DOCUMENT, made);
        }
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void isWhatTheCodeSays() throws IOException {
        assertThat(Files.readString(DOCUMENT)).as(RENEW).isEqualTo(made);
    }

    @Test
    void isServed() throws IOException {
        assertThat(product.get("auditor", "/api/openapi.json").headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        if (!RENEWING) {
            assertThat(product.get("auditor", "/api/openapi.json").body()).isEqualTo(Files.readString(DOCUMENT));
        }
    }

    @Test
    void isADocumentOfOpenApi31() throws IOException {
        try (InputStream published = OpenApiIT.class.getResourceAsStream("/openapi/oas-3.1-schema-2026-08-03.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(published);

            assertThat(schema.validate(Files.readString(DOCUMENT), InputFormat.JSON))
                    .isEmpty();
        }
    }

    @Test
    void namesOnlyWhatItHolds() throws IOException {
        JsonNode document = Schemas.JSON.readTree(Files.readString(DOCUMENT));
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

    /** What a client would make of the document is taken by the product. */
    @Test
    void saysOfABatchWhatABatchIs() throws IOException {
        JsonNode document = Schemas.JSON.readTree(Files.readString(DOCUMENT));

        assertThat(document.at("/paths/~1api~1commands/post/requestBody/content/application~1x-ndjson/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/BatchLine");
        assertThat(document.at("/components/schemas/BatchLine/required").toString())
                .isEqualTo("[\"id\",\"name\"]");
        assertThat(document.at("/paths/~1api~1imports~1{kind}/post/requestBody/content")
                        .propertyNames())
                .contains("text/csv");
    }

    private static void collect(JsonNode node, List<String> references) {
        if (node.path("$ref").isString()) {
            references.add(node.get("$ref").asString());
        }
        node.forEach(below -> collect(below, references));
    }

    /** A question that names a parameter it does not know is told those it knows. */
    private static Map<String, List<String>> parameters(List<Endpoint> endpoints) {
        Map<String, List<String>> parameters = new TreeMap<>();
        for (Endpoint endpoint : endpoints) {
            if (endpoint.method() == RequestMethod.GET) {
                String path = endpoint.path().replaceAll("\\{\\w+}", "x");
                Matcher known = KNOWN.matcher(
                        AllInOne.json(product.get("auditor", path + "?no-such-parameter=1", "Accept-Language", "en"))
                                .path("detail")
                                .asString());
                parameters.put(
                        endpoint.path(), known.find() ? List.of(known.group(1).split(", ")) : List.of());
            }
        }
        return parameters;
    }
}
