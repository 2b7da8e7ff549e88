package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.contracts.access.Role.MEMBER;
import static vn.soto.contracts.access.Role.OFFICER;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Records made up within minutes. A detector points to them, a sample of them is drawn, the named people say that
 * nobody came, and the record is voided. Nothing is deleted, and the records that are confirmed stay as they are.
 */
@Tag("threads")
@Tag("long")
final class CallBackIT {

    private static final String SIGNED = "{\"number\":\"01/NQ-HĐND\",\"signedOn\":\"2026-01-05\"}";
    private static final String LEADER_ID = "00000000-0000-4000-8000-000000000001";
    private static final String HELPER_ID = "00000000-0000-4000-8000-000000000002";
    private static final String CALLER_ID = "00000000-0000-4000-8000-000000000009";
    private static final int HOUSEHOLDS = 6;
    private static final String FINDINGS = "/api/units/xa/findings?quarter=2026-Q3";

    @TempDir
    private static Path folder;

    private static String found(CommuneClient commune) {
        for (String unit : List.of(
                "\"unit\":\"tinh\",\"kind\":\"MUNICIPALITY\",\"name\":\"Hồ Chí Minh\",\"officialCode\":\"79\"",
                "\"unit\":\"xa\",\"kind\":\"COMMUNE\",\"name\":\"Xã Đông\",\"officialCode\":\"27673\",\"parent\":\"tinh\"",
                "\"unit\":\"ap\",\"kind\":\"HAMLET\",\"name\":\"Ấp 1\",\"parent\":\"xa\"")) {
            commune.tell(
                    OFFICER,
                    "/api/units",
                    "{%s,\"instrument\":%s,\"effectiveFrom\":\"2026-01-10\"}".formatted(unit, SIGNED));
        }
        return commune.made(OFFICER, "/api/teams", """
                {"name":"Tổ CNSCĐ ấp 1","foundingDecision":{"number":"12/QĐ-UBND","signedOn":"2026-06-20"},
                 "coverage":["ap"],"leader":"%s","effectiveFrom":"2026-07-01",
                 "members":[{"member":"%s","organisation":"NEIGHBOURHOOD_HEAD"},
                            {"member":"%s","organisation":"YOUTH_UNION"},
                            {"member":"00000000-0000-4000-8000-000000000003","organisation":"WOMENS_UNION"}]}
                """.formatted(LEADER_ID, LEADER_ID, HELPER_ID));
    }

    /** Households, each helped a minute after the other, as the helper says. */
    private static void rush(CommuneClient commune, String team) {
        for (int number = 0; number < HOUSEHOLDS; number++) {
            String household = commune.made(
                    OFFICER, "/api/households", "{\"unit\":\"ap\",\"reference\":\"HO-%d\"}".formatted(number));
            commune.tell(MEMBER, "/api/assistances", """
                    {"team":"%s","household":"%s","helpers":["%s"],
                     "content":{"services":["vneid-level-2"],"channel":"HOME_VISIT","mode":"SELF_PERFORMED","outcome":"DONE",
                                "occurredAt":"2026-07-09T12:0%d:00Z"}}
                    """.formatted(team, household, HELPER_ID, number));
        }
    }

    private static List<JsonNode> list(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false).toList();
    }

    private static String answer(JsonNode record, String result) {
        return "{\"assistance\":\"%s\",\"verifier\":\"%s\",\"result\":\"%s\",\"occurredAt\":\"2026-07-10T00:30:00Z\"}"
                .formatted(record.get("assistance").asString(), CALLER_ID, result);
    }

    @Test
    void whatADetectorPointsToIsAskedAboutAndWhatIsDeniedIsVoided() {
        try (CommuneClient commune = new CommuneClient(folder, LocalDate.of(2026, 6, 25))) {
            String team = found(commune);
            commune.on("2026-07-10");
            rush(commune, team);

            JsonNode line = commune.ask(FINDINGS).get("findings").get(0);
            assertThat(line.get("detector").asString()).isEqualTo("BURST_OF_HELP");
            assertThat(line.get("member").asString()).isEqualTo(HELPER_ID);
            String finding = line.get("finding").asString();
            List<String> records =
                    CommuneClient.texts(commune.ask("/api/findings/" + finding).get("evidence"), "assistance");
            assertThat(records).hasSize(HOUSEHOLDS);

            String sample = commune.made(OFFICER, "/api/units/xa/call-back-samples", """
                    {"quarter":"2026-Q3","size":30,"records":[%s],
                     "selection":{"team":"%s","detector":"BURST_OF_HELP","version":1,"finding":"%s"}}
                    """.formatted(
                    records.stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(",")), team, finding));
            String path = "/api/call-back-samples/" + sample;
            List<JsonNode> drawn = list(commune.ask(path).get("records"));
            assertThat(commune.ask(path).get("repeated").asBoolean()).isTrue();
            assertThat(drawn).hasSize(HOUSEHOLDS);

            IntStream.range(1, HOUSEHOLDS)
                    .forEach(each -> commune.tell(OFFICER, path + "/answers", answer(drawn.get(each), "CONFIRMED")));
            commune.tell(OFFICER, path + "/answers", answer(drawn.getFirst(), "DENIED"));
            denied(commune, path, drawn.getFirst().get("assistance").asString());
        }
    }

    private static void denied(CommuneClient commune, String path, String record) {
        JsonNode asked = commune.ask(path);
        assertThat(asked.get("toCorrect").asInt()).isEqualTo(1);
        JsonNode first = asked.get("records").get(0);
        assertThat(first.get("assistance").asString()).isEqualTo(record);
        assertThat(commune.ask("/api/assistances/" + record).get("voided").asBoolean())
                .as("a denial takes nothing away")
                .isFalse();
        assertThat(asked.get("overall").get("share").asInt()).isEqualTo(833);

        commune.tell(OFFICER, first.get("correct").get(0).get("href").asString(), "{\"reason\":\"WRONG_ENTRY\"}");

        JsonNode after = commune.ask(path);
        assertThat(after.get("toCorrect").asInt()).isZero();
        assertThat(after.get("overall")).isEqualTo(asked.get("overall"));
        assertThat(CommuneClient.texts(after.get("records"), "state")).containsOnlyOnce("VOIDED");
        assertThat(commune.ask("/api/assistances/" + record).get("voided").asBoolean())
                .isTrue();
        assertThat(commune.ask(FINDINGS).get("findings").get(0).get("matches").asInt())
                .isEqualTo(HOUSEHOLDS - 1);
    }
}
