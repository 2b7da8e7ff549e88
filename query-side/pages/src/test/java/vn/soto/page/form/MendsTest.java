package vn.soto.page.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;
import vn.soto.page.Rendered;

/** Each fact that CORRECTIONS.md says a command corrects is offered that command where the fact stands, filled from the fact. */
final class MendsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path DOMAIN = Path.of("../../command-side/domain");
    private static final Path GOLDEN = Path.of("../../shared-kernel/events/src/test/resources/golden");

    private final Map<String, JsonNode> forms = forms();

    private static Map<String, JsonNode> forms() {
        try {
            return JSON.readTree(
                            Files.readString(DOMAIN.resolve("src/main/resources/vn/soto/domain/commands/forms.json")))
                    .valueStream()
                    .collect(Collectors.toMap(form -> form.path("name").asString(), form -> form));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The commands that correct a fact, by its stored name. */
    private static Map<String, List<String>> corrections() throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        Files.readString(DOMAIN.resolve("CORRECTIONS.md")).lines().forEach(line -> {
            List<String> cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            if (cells.size() == 6 && cells.get(1).contains(".") && !cells.get(3).isEmpty()) {
                found.put(cells.get(1), List.of(cells.get(3).split(", ")));
            }
        });
        return found;
    }

    private static JsonNode body(String fact) throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            Path latest = files.filter(file ->
                            file.getFileName().toString().matches(fact.replace(".", "\\.") + "\\.v[0-9]+\\.json"))
                    .max(Comparator.comparing(file -> file.getFileName().toString()))
                    .orElseThrow();
            return JSON.readTree(Files.readString(latest));
        }
    }

    private static void fields(JsonNode fields, String prefix, Map<String, JsonNode> found) {
        fields.forEach(field -> {
            String path = prefix + field.path("name").asString();
            found.put(path, field);
            fields(field.path("fields"), path + ".", found);
        });
    }

    @Test
    void eachFactThatIsCorrectedOffersItsCorrection() throws IOException {
        Map<String, List<String>> corrections = corrections();
        Set<String> offered = new HashSet<>();
        Mends.table().values().forEach(entries -> entries.forEach(entry -> offered.add(entry.command())));

        assertThat(corrections).hasSizeGreaterThan(50);
        corrections.forEach((fact, commands) -> {
            assertThat(Mends.of(fact).stream().map(Mends.Entry::command))
                    .as(fact)
                    .contains(commands.getFirst());
            assertThat(offered).as(fact).containsAll(commands);
        });
    }

    @Test
    void aFormIsFilledFromWhatItsFactHolds() throws IOException {
        for (Map.Entry<String, List<Mends.Entry>> line : Mends.table().entrySet()) {
            boolean event = !line.getKey().contains("/");
            for (Mends.Entry entry : line.getValue()) {
                Map<String, JsonNode> fields = new TreeMap<>();
                fields(Objects.requireNonNull(forms.get(entry.command())).path("fields"), "", fields);
                Set<String> filled = new HashSet<>();
                for (Mends.Source source : entry.sources()) {
                    if (!source.field().isEmpty()) {
                        assertThat(fields).as(line.getKey()).containsKey(source.field());
                        filled.add(source.field());
                    }
                    if (event && !source.said()) {
                        assertThat(body(line.getKey())
                                        .at("/" + source.place().replace('.', '/'))
                                        .isMissingNode())
                                .as(line.getKey() + " has " + source.place())
                                .isFalse();
                    }
                }
                if (event) {
                    fields.forEach((path, field) -> assertThat(filled.contains(path) || !field.has("in"))
                            .as(line.getKey() + " names " + path)
                            .isTrue());
                }
            }
        }
    }

    private static final String COMMANDS = """
            "commands":{"correct-renaming":{"href":"/api/x","name":"Sửa ngày đổi tên"}}""";

    private static ApiAnswer team(String commands) {
        return Rendered.answer(
                "/api/teams/{team}",
                "/api/teams/t-1",
                "{\"answer\":{\"team\":\"t-1\"},\"links\":{\"ids\":{},%s}}".formatted(commands));
    }

    private static Part renaming(String more) {
        return new Part("", JSON.readTree("""
                {"name":"team.renamed.v1","body":{"team":"t-1","name":"Tổ B","effectiveFrom":"2026-07-01"},"correctedBy":[]%s}""".formatted(more)));
    }

    @Test
    void anEventOffersItsCorrectionToWhomItsSubjectListsIt() {
        PageContext page = Rendered.context("/events/7", Map.of());

        assertThat(Mends.questions(renaming(""))).containsExactly("/api/teams/t-1");
        assertThat(Mends.of(renaming(""), team(COMMANDS), page))
                .containsExactly(new Mends.Mend(
                        "/do/correct-renaming?effectiveFrom=2026-07-01&enteredFrom=2026-07-01&team=t-1&to=%2Fevents%2F7",
                        "Sửa ngày đổi tên", true));
        assertThat(Mends.of(renaming(""), team("\"commands\":{}"), page)).isEmpty();
        assertThat(Mends.of(renaming(",\"voided\":true"), team(COMMANDS), page)).isEmpty();
    }

    @Test
    void aVersionIsWithdrawnOnceWhereItStands() {
        ApiAnswer policy = withdrawal("/api/policy", "withdraw-policy");
        ApiAnswer catalogue = withdrawal("/api/catalogue", "withdraw-service-catalogue");
        PageContext page = Rendered.context("/policy", Map.of());
        Part applying = new Part("", JSON.readTree("{\"version\":2,\"withdrawn\":false}"));
        Part withdrawn = new Part("", JSON.readTree("{\"version\":2,\"withdrawn\":true}"));
        Part first = new Part("", JSON.readTree("{\"version\":1}"));

        assertThat(Mends.at("history", applying, applying, policy, page))
                .containsExactly(new Mends.Mend("/do/withdraw-policy?to=%2Fpolicy&version=2", "Thu hồi", false));
        assertThat(Mends.at("history", withdrawn, withdrawn, policy, page)).isEmpty();
        assertThat(Mends.at("version", applying, applying, catalogue, page)).hasSize(1);
        assertThat(Mends.at("version", first, first, catalogue, page)).isEmpty();
    }

    private static ApiAnswer withdrawal(String question, String command) {
        return Rendered.answer(
                question,
                question,
                "{\"answer\":{},\"links\":{\"commands\":{\"%s\":{\"href\":\"/x\",\"name\":\"Thu hồi\"}}}}"
                        .formatted(command));
    }

    @Test
    void theEventOfAVersionOffersItsWithdrawal() {
        Part adopted = new Part("", JSON.readTree("""
                {"name":"policy.adopted.v5","body":{"version":3},"correctedBy":[]}"""));
        Part calendar = new Part("", JSON.readTree("""
                {"name":"reporting-periods.calendar-adopted.v1","body":{"authority":"u-1","version":2},"correctedBy":[]}"""));

        assertThat(Mends.questions(adopted)).containsExactly("/api/policy");
        assertThat(Mends.of(
                        adopted, withdrawal("/api/policy", "withdraw-policy"), Rendered.context("/events/9", Map.of())))
                .containsExactly(new Mends.Mend("/do/withdraw-policy?to=%2Fevents%2F9&version=3", "Thu hồi", false));
        assertThat(Mends.questions(calendar)).containsExactly("/api/units/u-1");
    }

    @Test
    void aGroupIsOnTheListOfItsTeam() {
        Part closed = new Part("", JSON.readTree("""
                {"name":"community-group.closed.v1","body":{"group":"g-1","team":"t-1","lastDay":"2026-08-30"},"correctedBy":[]}"""));

        assertThat(Mends.questions(closed)).containsExactly("/api/teams/t-1/outreach");
    }

    @Test
    void aFactWithoutItsDayOffersNothing() {
        ApiAnswer business = Rendered.answer(
                "/api/businesses/{business}",
                "/api/businesses/b",
                "{\"answer\":{\"units\":[{\"unit\":\"u-1\"},{\"unit\":\"u-2\"}]},\"links\":{\"commands\":{\"correct-business-relocation\":{\"href\":\"/x\",\"name\":\"Sửa\"}}}}");
        Part first = new Part("", JSON.readTree("{\"unit\":\"u-1\"}"));
        Part moved = new Part("", JSON.readTree("{\"unit\":\"u-2\",\"from\":\"2026-02-01\"}"));
        PageContext page = Rendered.context("/businesses/b", Map.of());

        assertThat(Mends.at("units", first, first, business, page)).isEmpty();
        assertThat(Mends.at("units", moved, moved, business, page))
                .singleElement()
                .satisfies(mend -> assertThat(mend.href()).contains("enteredFrom=2026-02-01"));
    }
}
