package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.command.dispatch.CommandOutcome;
import vn.soto.contracts.shared.Flag;
import vn.soto.domain.shared.Warning;

/**
 * Random histories of commands. The list of records to correct equals a check of every record against the present
 * ledger. Every answer tells how many records its commit adds.
 */
@Tag("threads")
@Tag("slow")
@Tag("long")
final class RecordsLeftBehindTest {

    private static final boolean LONG = Boolean.getBoolean("soto.long");
    private static final int COMMANDS = LONG ? 600 : 150;
    private static final int BETWEEN_CHECKS = 10;

    private final JsonMapper json = new JsonMapper();

    /** {@code -Dsoto.seed=N} runs that one alone. */
    static LongStream seeds() {
        Long only = Long.getLong("soto.seed");
        return only != null ? LongStream.of(only) : LongStream.rangeClosed(1, LONG ? 20 : 1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void areListedAndCountedAsACheckOfEachOneFindsThem(long seed) {
        RandomTeams teams = new RandomTeams(seed);
        try (teams;
                AnnotationConfigApplicationContext queries = querySide(teams)) {
            WebTestClient http = QuerySideInMemory.auditor(queries);
            Set<String> warned = new HashSet<>();
            long last = 0;
            for (int done = 0; done < COMMANDS; done++) {
                CommandOutcome outcome = teams.anyAccepted();
                last = outcome.commit();
                Map<String, Set<Long>> listed = Corrections.of(http, json, last);
                Set<String> added = new HashSet<>();
                for (Map.Entry<String, Set<Long>> record : listed.entrySet()) {
                    if (record.getValue().contains(last)) {
                        added.add(record.getKey());
                    }
                }
                assertThat(counted(outcome))
                        .as("seed %d, commit %d, %s", seed, last, teams.told())
                        .isEqualTo(added.size());
                warned.addAll(added);
                if (done % BETWEEN_CHECKS == 0 || !added.isEmpty()) {
                    assertThat(listed.keySet())
                            .as("seed %d, commit %d, %s", seed, last, teams.told())
                            .isEqualTo(teams.unfit());
                }
            }
            assertThat(warned).hasSizeGreaterThan(5);
        }
    }

    private static int counted(CommandOutcome outcome) {
        List<Warning> warnings = outcome.warnings().stream()
                .filter(warning -> warning.code() == Flag.Code.RECORDS_ARE_LEFT_BEHIND)
                .toList();
        assertThat(outcome.warnings())
                .noneMatch(warning -> warning.code() == Flag.Code.RECORDS_LEFT_BEHIND_ARE_NOT_COUNTED_YET);
        return warnings.isEmpty() ? 0 : (int) warnings.getFirst().arguments().getFirst();
    }

    /** The query side over the ledger of the teams. */
    static AnnotationConfigApplicationContext querySide(RandomTeams teams) {
        return QuerySideInMemory.start(
                teams.ledger,
                teams.clock,
                Map.of("soto.query.read-your-writes-timeout", "2m", "soto.query.page-limit", 1_000));
    }

    /** The list as a client sees it: the commits that left each record behind. */
    private static final class Corrections {

        static Map<String, Set<Long>> of(WebTestClient http, JsonMapper json, long commit) {
            byte[] body = http.get()
                    .uri("/api/corrections?limit=500&atLeast={n}&asOf={n}", commit, commit)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .returnResult()
                    .getResponseBody();
            JsonNode answer = json.readTree(body).get("answer");
            Map<String, Set<Long>> records = new HashMap<>();
            for (JsonNode record : answer.get("records")) {
                Set<Long> commits = records.computeIfAbsent(
                        record.get("kind").asString() + " "
                                + record.get("record").asString(),
                        id -> new HashSet<>());
                record.get("reasons")
                        .forEach(reason -> commits.add(reason.get("commit").asLong()));
            }
            assertThat(answer.has("next")).isFalse();
            return records;
        }
    }
}
