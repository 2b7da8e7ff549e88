package vn.soto.e2e.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.soto.e2e.SharedProducts;
import vn.soto.harness.AllInOne;
import vn.soto.harness.ProductClient;

/** The product serves a description of its API, and its answers conform to it. */
@Tag("processes")
final class OpenApiIT {

    private static final String PROBLEM = "Problem";

    @TempDir
    private Path folder;

    private static AllInOne product;
    private static String document = "";

    @BeforeAll
    static void start() {
        product = SharedProducts.demo();
        document = product.get("auditor", "/api/openapi.json").body();
    }

    @Test
    void isServed() {
        assertThat(product.get("auditor", "/api/openapi.json").headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
    }

    /** Every query without an id parameter. */
    @Test
    void answersAreWhatItSays() {
        JsonNode json = ProductClient.json(product.get("auditor", "/api/openapi.json"));
        List<String> asked = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : json.get("paths").properties()) {
            String reference = path.getValue()
                    .at("/get/responses/200/content/application~1json/schema/$ref")
                    .asString("");
            if (!path.getKey().contains("{") && !reference.isEmpty()) {
                asked.add(path.getKey());
                assertThat(schema(reference.substring(reference.lastIndexOf('/') + 1))
                                .validate(
                                        product.get("auditor", path.getKey() + required(path.getValue()))
                                                .body(),
                                        InputFormat.JSON))
                        .as(path.getKey())
                        .isEmpty();
            }
        }
        assertThat(asked).contains("/api/catalogue", "/api/units", "/api/teams");
    }

    /** A value for each parameter that a query cannot do without. */
    private static String required(JsonNode path) {
        String values = path.at("/get/parameters")
                .valueStream()
                .filter(parameter -> parameter.path("required").asBoolean(false))
                .map(parameter -> parameter.path("name").asString() + "=1")
                .collect(Collectors.joining("&"));
        return values.isEmpty() ? "" : "?" + values;
    }

    @Test
    void refusalsAreWhatItSays() {
        HttpResponse<String> refused = product.get("auditor", "/api/units?no-such-parameter=1");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(schema(PROBLEM).validate(refused.body(), InputFormat.JSON)).isEmpty();
    }

    /** Springdoc generates the description during the build; neither it nor its JSON library ships with the product. */
    @ParameterizedTest
    @ValueSource(strings = {"soto.jar", "soto.command-node.jar", "soto.query-node.jar"})
    void isAllThatIsLeftOfItsMaking(String jar) throws IOException {
        assertThat(entries(Path.of(System.getProperty(jar))))
                .contains("vn/soto/openapi/openapi.json")
                .noneMatch(entry -> entry.startsWith("vn/soto/openapi/") && entry.endsWith(".class"))
                .noneMatch(entry -> entry.startsWith("com/fasterxml/jackson/databind/"))
                .noneMatch(entry -> entry.startsWith("org/springdoc/"));
    }

    private static Schema schema(String name) {
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        registry -> registry.schemas(Map.of("https://soto.vn/openapi.json", document)))
                .getSchema(SchemaLocation.of("https://soto.vn/openapi.json#/components/schemas/" + name));
    }

    /** Names of all entries of the nested jars: each is copied, as a file tells its names without being inflated. */
    private List<String> entries(Path file) throws IOException {
        List<String> names = new ArrayList<>();
        try (JarFile jar = new JarFile(file.toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                if (entry.getName().endsWith(".jar")) {
                    Path nested = folder.resolve("nested.jar");
                    try (InputStream bytes = jar.getInputStream(entry)) {
                        Files.copy(bytes, nested, StandardCopyOption.REPLACE_EXISTING);
                    }
                    try (JarFile inner = new JarFile(nested.toFile())) {
                        inner.stream().map(JarEntry::getName).forEach(names::add);
                    }
                }
            }
        }
        return names;
    }
}
