package vn.soto.query.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.contracts.team.TeamEvent.TeamRenamed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitEvent.UnitRenamed;
import vn.soto.contracts.unit.UnitId;
import vn.soto.ledger.Chain;
import vn.soto.ledger.Commit;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/** The citations of an auditor: a commit by its number, and the commit an answer was made from. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CommitIT {

    private static final String GENESIS = Chain.genesis("test/query").toString();

    private final Sample sample = new Sample(5, 0);
    private final TeamId team = sample.teams.getFirst();
    private final Commit wanted;
    private final Commit head;

    @AutoClose
    private final QuerySideFixture side;

    private final Json json;

    CommitIT() {
        wanted = sample.scribe.write(
                "lan",
                "đặt lại tên cho đúng quyết định",
                null,
                new TeamRenamed(team, "Tổ Sông", Sample.DECISION, Sample.DAY),
                new UnitRenamed(new UnitId("c0"), "Phường Sông", Sample.DECISION, Sample.DAY));
        head = sample.scribe.write(new TeamRenamed(team, "Tổ Núi", Sample.DECISION, Sample.DAY));
        side = QuerySideFixture.inMemory(sample.scribe).upTo(head.number());
        json = new Json(side.http("AUDITOR"));
    }

    private static Map<String, Object> moment(Commit commit) {
        return Map.of(
                "commit", (int) commit.number(),
                "at", commit.at().toString(),
                "chain", commit.chain().toString());
    }

    private Map<String, Object> freshness(String asOf) {
        return json.freshness("/api/teams/" + team + asOf);
    }

    @Test
    void theHashOfAnAnswerIsThatOfTheCommitAskedAbout() {
        assertThat(freshness("?asOf=" + wanted.number()))
                .containsEntry("asOf", (int) wanted.number())
                .containsEntry("moment", moment(wanted))
                .containsEntry("head", moment(head));
        assertThat(freshness("?asOf=" + wanted.at().plusMillis(1))).containsEntry("moment", moment(wanted));
        assertThat(freshness("")).containsEntry("moment", moment(head)).containsEntry("head", moment(head));
    }

    @Test
    void beforeTheFirstCommitTheHashIsThatOfTheOrigin() {
        assertThat(json.freshness("/api/units?asOf=0"))
                .containsEntry("moment", Map.of("commit", 0, "chain", GENESIS))
                .containsEntry("head", moment(head));
    }

    @Test
    void aCommitSaysWhoWhyWhatAndWhen() {
        Map<String, Object> answer = json.answer("/api/commits/" + wanted.number());
        assertThat(answer)
                .containsEntry("commit", (int) wanted.number())
                .containsEntry("at", wanted.at().toString())
                .containsEntry("chain", wanted.chain().toString())
                .containsEntry("previous", wanted.previous().toString())
                .containsEntry("who", "lan")
                .containsEntry("why", "đặt lại tên cho đúng quyết định")
                .containsEntry("command", "test")
                .containsEntry("commandId", wanted.id().toString())
                .containsEntry("correlation", wanted.correlation())
                .doesNotContainKeys("task", "corrects");
        List<?> events = (List<?>) Objects.requireNonNull(answer.get("events"));
        assertThat(events).hasSize(2);
        assertThat(Json.map(events.getFirst()))
                .containsEntry("position", (int) wanted.first())
                .containsEntry("event", wanted.events().getFirst().id())
                .containsEntry("name", "team.renamed.v1")
                .containsEntry("aggregate", team.value())
                .containsEntry("sequence", 1)
                .extractingByKey("body")
                .satisfies(body -> assertThat(Json.map(body)).containsEntry("name", "Tổ Sông"));
    }

    @Test
    void eachCommitNamesTheHashOfTheOneBeforeIt() {
        String before = GENESIS;
        for (long number = 1; number <= head.number(); number++) {
            Map<String, Object> commit = json.answer("/api/commits/" + number);
            assertThat(commit).containsEntry("previous", before);
            before = Objects.toString(commit.get("chain"));
        }
        assertThat(before).isEqualTo(head.chain().toString());
    }

    @Test
    void aCommitThatWasNotThereIsNotFound() {
        assertThat(json.status("/api/commits/" + (head.number() + 1))).isEqualTo(404);
        assertThat(json.status("/api/commits/0")).isEqualTo(404);
        assertThat(json.status("/api/commits/" + head.number() + "?asOf=" + wanted.number()))
                .isEqualTo(404);
        assertThat(json.status("/api/commits/x")).isEqualTo(400);
    }
}
