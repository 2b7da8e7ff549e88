package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.allinone.recount.RawLedger;
import vn.soto.allinone.recount.Recount;
import vn.soto.contracts.access.Role;
import vn.soto.plans.DryRun;

/**
 * Random histories of commands: every list and count that a question gives equals the one counted from the events.
 * Every command that an answer offers is accepted.
 */
@Tag("threads")
@Tag("long")
final class RecountedAnswersTest {

    private static final int STEPS = 500;
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> QUARTERS = List.of("2026-Q1", "2026-Q2");
    private static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2026, 2, 20), LocalDate.of(2026, 4, 30), LocalDate.of(2026, 6, 15));

    /** {@code -Dsoto.seed=N} runs that one alone. */
    static LongStream seeds() {
        Long only = Long.getLong("soto.seed");
        return only != null ? LongStream.of(only) : LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyListAndCountIsTheOneTheEventsGive(long seed) {
        RandomTeams teams = new RandomTeams(seed);
        RandomCare care = new RandomCare(teams);
        long founded = teams.ledger.tail().number();
        for (int step = 0; step < STEPS; step++) {
            teams.clock.set(teams.clock.instant().plus(Duration.ofMinutes(7)));
            teams.anyAccepted();
            care.any();
            care.any();
            care.anyCorrectedDay();
        }
        long tail = teams.ledger.tail().number();
        RawLedger ledger = RawLedger.of(teams.ledger);
        try (teams;
                AnnotationConfigApplicationContext queries = RecordsLeftBehindTest.querySide(teams)) {
            WebTestClient http = QuerySideInMemory.auditor(queries);
            for (long asOf : new long[] {(founded + tail) / 2, tail}) {
                new Recount(ledger, asOf, path -> answer(http, path), "seed " + seed).everything(QUARTERS, DAYS);
            }
            offersWhatIsAccepted(teams, queries, ledger, seed);
        }
    }

    /** Each answer about a subject leads to the commands that its state permits. */
    private static void offersWhatIsAccepted(
            RandomTeams teams, AnnotationConfigApplicationContext queries, RawLedger ledger, long seed) {
        OfferedCommands.addTo(teams);
        try (DryRun dryRun = DryRun.over(teams.side, "tester")) {
            OfferedCommands offered = new OfferedCommands(
                    teams, QuerySideInMemory.client(queries, Role.ADMINISTRATOR), dryRun, "seed " + seed);
            assertThat(offered.compare(ledger::ids)).isGreaterThan(10);
        }
        WebTestClient own = QuerySideInMemory.client(queries, "tester", Role.MEMBER);
        WebTestClient another = QuerySideInMemory.client(queries, "another", Role.MEMBER);
        OfferedCommands.compareOwn(teams, own, another, "in time, seed " + seed, ledger::ids);
        teams.clock.set(teams.clock.instant().plus(Duration.ofDays(3)));
        OfferedCommands.compareOwn(teams, own, another, "too late, seed " + seed, ledger::ids);
    }

    private static JsonNode answer(WebTestClient http, String path) {
        byte[] body =
                http.get().uri(path).exchange().expectBody().returnResult().getResponseBody();
        JsonNode answer = JSON.readTree(body);
        assertThat(answer.has("answer")).as(path + ": " + answer).isTrue();
        return answer.get("answer");
    }
}
