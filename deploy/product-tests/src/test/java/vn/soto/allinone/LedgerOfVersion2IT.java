package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.allinone.PeopleOfAreas.ADMINISTRATOR;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.ledger.Hash;
import vn.soto.ledger.Head;
import vn.soto.ledger.sqlite.LedgerCheck;
import vn.soto.testkit.JsonDifferences;

/**
 * The product starts on the files of version 2, in which reports go up the levels and nobody is honoured or paid yet.
 * It answers as that did on the same day, and goes on.
 */
@Tag("threads")
@Tag("slow")
@Tag("long")
final class LedgerOfVersion2IT {

    private static final Path LEFT = Path.of("..", "end-to-end-tests", "src/test/resources/version-2");
    private static final JsonMapper JSON = new JsonMapper();
    private static final LocalDate DAY = LocalDate.of(2026, 10, 8);

    /** Answers that may differ from those of version 2, by a pattern of address, field and values, with the reason. */
    private static final Map<String, String> DIFFERENCES = Map.of(
            "/api/units/.*/reports\\?.*/(authorities|authorityText|levels|reports/[0-9]+/leader):  is now .*",
            "an overview tells by whom reports wait to be accepted, and who leads a team",
            "/api/units/.*/reports/.*/(changed: 0|parts/.*/(lacks|waiting): |lines/[0-9]+/(silent|sumOfParts): ) is now .*",
            "a consolidated report tells what its parts lack, and what waits at every level below, also where that is 0",
            "/api/units/.*/reports\\?.*/own/differing: 0 is now .*",
            "likewise the overview",
            "/api/units/.*/(targets\\?.*/(on|days)|periods/possible):  is now .*",
            "targets say of which days they are, and periods what may be done about them",
            "/api/units/.*/coverage: \\[.* is now \\{.*",
            "coverage comes in pages",
            "/api/dashboards/.*/(codes|countedOnce|days):  is now .*",
            "a dashboard tells which figures lead to events",
            "/api/teams/.*/timeline/(total|perWeek|kinds|corrections):  is now .*",
            "a timeline tells how many events there are, of which kind and when",
            "/api/members/.*/activity\\?.*/(latest|services|weeks|days|records/.*):  is now .*",
            "a member's work tells the day, the place and the kind of each record",
            "/api/teams/.*/(late:  is now .*|indicators: 4 is now 6|reports/[^/]*/figures: .* is now .*\"P04\\.unsure\".*)",
            "a history tells what was recorded late; a draft is by the definitions of today, which have more lines",
            "/api/teams/.*/sentence:  is now .*",
            "what an event says is told in a sentence");

    @TempDir
    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.list(LEFT)) {
            for (Path file : files.toList()) {
                Path copy = Files.copy(file, folder.resolve(file.getFileName()));
                // Secrets that others on the machine may read are refused.
                Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-------"));
            }
        }
    }

    private static JsonNode left(String name) throws IOException {
        return JSON.readTree(Files.readString(LEFT.resolve(name)));
    }

    private void assertSound() throws IOException {
        String[] head = left("made.json").get("head").asString().split(":", 2);
        Head expected = new Head(Long.parseLong(head[0]), Hash.parse(head[1]));
        assertThat(LedgerCheck.of(folder.resolve("ledger.sqlite"), List.of(expected), commits -> {})
                        .number())
                .isGreaterThanOrEqualTo(expected.number());
    }

    @Test
    void answersAreThoseOfVersion2AndTheNextRoundIsScoredFromThem() throws IOException {
        assertSound();
        List<String> differences = new ArrayList<>();
        try (CommuneClient commune = new CommuneClient(folder, DAY)) {
            long tail = commune.tail();
            for (Map.Entry<String, JsonNode> asked : left("answers.json").properties()) {
                String path = asked.getKey();
                differences.addAll(JsonDifferences.of(
                        path, asked.getValue(), commune.ask(path + (path.contains("?") ? "&" : "?") + "asOf=" + tail)));
            }
            honoured(commune);
        }
        assertSound();
        assertThat(differences)
                .filteredOn(found -> DIFFERENCES.keySet().stream().noneMatch(found::matches))
                .isEmpty();
    }

    /** The honour for the first by the reports and records of version 2. */
    private static void honoured(CommuneClient commune) {
        String round =
                "/api/recognition-rounds/" + commune.made(ADMINISTRATOR, "/api/units/east/recognition-rounds", """
                        {"kind":"COLLECTIVE","rule":1,"firstQuarter":"2026-Q3","lastQuarter":"2026-Q3","quota":1,"objectionDays":0}
                        """);
        commune.tell(ADMINISTRATOR, round + "/scoring", "{}");
        JsonNode scored = commune.ask(round);
        assertThat(commune.ask(round + "/present-scores").get("same").asBoolean())
                .isTrue();
        assertThat(scored.get("ranked").size() + scored.get("excluded").size())
                .as("the teams of the commune")
                .isEqualTo(4);
    }
}
