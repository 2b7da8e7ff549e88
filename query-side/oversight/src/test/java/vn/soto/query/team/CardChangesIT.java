package vn.soto.query.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.contracts.team.TeamEvent.TeamRenamed;
import vn.soto.contracts.team.TeamId;
import vn.soto.ledger.Commit;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/** The changes of a team between two commits: steps add up, and each names the event that made it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CardChangesIT {

    private static final long SEED = 23;

    private final Sample sample = new Sample(SEED, 400);
    private final TeamId team = sample.teams.getFirst();
    private final Commit renamed = sample.scribe.write(
            "lan", "theo quyết định", null, new TeamRenamed(team, "Tổ Sông", Sample.DECISION, Sample.DAY));
    private final long tail = renamed.number();

    @AutoClose
    private final QuerySideFixture side =
            QuerySideFixture.inMemory(sample.scribe).upTo(tail);

    private final Json json = new Json(side.http());

    private List<Map<String, Object>> changes(String of, String parameters) {
        return ((List<?>) Objects.requireNonNull(json.answer("/api/teams/" + of + "/changes?" + parameters)
                        .get("changes")))
                .stream().map(Json::map).toList();
    }

    private static String key(Map<String, Object> change) {
        return change.get("field") + "/" + change.get("member");
    }

    @Test
    void aStepNamesTheFieldTheEventWhoAndWhy() {
        List<Map<String, Object>> step = changes(team.value(), "to=" + tail);
        assertThat(step).hasSize(1);
        assertThat(step.getFirst())
                .containsEntry("field", "name")
                .containsEntry("now", List.of("Tổ Sông"))
                .containsEntry("times", 1);
        assertThat(Json.map(step.getFirst().get("last")))
                .containsEntry("commit", (int) tail)
                .containsEntry("event", renamed.events().getFirst().id())
                .containsEntry("name", "team.renamed.v1")
                .containsEntry("who", "lan")
                .containsEntry("why", "theo quyết định");
        assertThat(changes(team.value(), "from=" + tail + "&to=" + tail)).isEmpty();
    }

    @Test
    void stepsAddUpToTheDifferenceOfAnyTwoMoments() {
        Random random = new Random(SEED);
        for (TeamId each : List.of(sample.teams.get(1), sample.teams.get(2), team)) {
            long middle = sample.founded + random.nextLong(tail - sample.founded);
            Map<String, Object> state = new TreeMap<>();
            Map<String, Object> atMiddle = Map.of();
            for (long commit : commitsOf(each)) {
                if (commit > middle && atMiddle.isEmpty()) {
                    atMiddle = new TreeMap<>(state);
                }
                for (Map<String, Object> change : changes(each.value(), "to=" + commit)) {
                    assertThat(state.getOrDefault(key(change), List.of())).isEqualTo(change.get("old"));
                    state.put(key(change), Objects.requireNonNull(change.get("now")));
                    assertThat(Json.map(change.get("last"))).containsEntry("commit", (int) commit);
                }
            }
            Map<String, Object> before = atMiddle.isEmpty() ? state : atMiddle;
            Map<String, Object> sinceMiddle = new TreeMap<>(before);
            changes(each.value(), "from=" + middle + "&to=" + tail).forEach(change -> {
                assertThat(before.getOrDefault(key(change), List.of())).isEqualTo(change.get("old"));
                sinceMiddle.put(key(change), Objects.requireNonNull(change.get("now")));
            });
            state.values().removeIf(value -> value.equals(List.of()));
            sinceMiddle.values().removeIf(value -> value.equals(List.of()));
            assertThat(sinceMiddle).as("team %s from %s", each, middle).isEqualTo(state);
            Map<String, Object> fromNothing = new TreeMap<>();
            changes(each.value(), "from=0&to=" + tail)
                    .forEach(change -> fromNothing.put(key(change), Objects.requireNonNull(change.get("now"))));
            assertThat(fromNothing).isEqualTo(state);
            assertThat(state).containsKeys("name/null", "coverage/null");
        }
    }

    private List<Long> commitsOf(TeamId of) {
        return sample.scribe.ledger.commits(1, (int) tail).stream()
                .filter(commit ->
                        commit.events().stream().anyMatch(event -> event.tags().contains("team:" + of)))
                .map(Commit::number)
                .toList();
    }

    @Test
    void boundsAreKept() {
        assertThat(json.status("/api/teams/" + team + "/changes?from=9&to=8")).isEqualTo(400);
        assertThat(json.status("/api/teams/" + team + "/changes?to=" + (tail + 1)))
                .isEqualTo(400);
        assertThat(json.status("/api/teams/zzz/changes")).isEqualTo(404);
    }
}
