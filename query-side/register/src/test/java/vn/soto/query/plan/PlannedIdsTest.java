package vn.soto.query.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.query.subject.IdKind;

final class PlannedIdsTest {

    /** How the forms call what is no record, or a record that is no subject of questions. */
    private static final Set<String> OTHERS = Set.of(
            "practice",
            "call-back-sample",
            "report-sample",
            "member",
            "unit",
            "team",
            "grant",
            "round",
            "campaign",
            "community-group",
            "organisation");

    @Test
    void everyCommandThatBeginsARecordIsOneOfThem() throws IOException {
        Map<String, IdKind> beginning = new TreeMap<>();
        try (InputStream file = new ClassPathResource("vn/soto/domain/commands/forms.json").getInputStream()) {
            for (JsonNode command : new JsonMapper().readTree(file)) {
                for (JsonNode field : command.path("fields")) {
                    if (field.path("new").asBoolean(false)
                            && !OTHERS.contains(field.path("of").asString(""))) {
                        beginning.put(
                                command.path("name").asString(),
                                IdKind.named(field.path("name").asString()));
                    }
                }
            }
        }
        assertThat(PlannedIds.BEGINNINGS).isEqualTo(beginning);
    }
}
