package vn.soto.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Content;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.ServiceCategory;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.projection.Projection;

/** An event some projection cannot take is set aside, seen, and nobody else waits for it. */
final class PoisonIT {

    private final Sample sample = new Sample(5, 0);
    private final TeamId team = sample.teams.getFirst();

    private AssistanceRecorded help(String id, String unit) {
        return new AssistanceRecorded(
                new AssistanceId(id),
                team,
                new HouseholdId("h-" + id),
                new UnitId(unit),
                List.of(),
                new Content(
                        List.of(ServiceCategory.VNEID),
                        Channel.HOME_VISIT,
                        Mode.SELF_PERFORMED,
                        Instant.parse("2026-08-01T01:00:00Z")));
    }

    private static long letters(ReadSide side, String projection) {
        return side.projections().all().stream()
                .filter(p -> p.name().equals(projection))
                .mapToLong(Projection::deadLetters)
                .sum();
    }

    @Test
    void anUnknownEventIsSetAsideByAllWhoReadBodies() {
        sample.scribe.writeUnknown(help("x", "c0-r0"));
        long last = sample.scribe.write(help("y", "c0-r0")).number();
        try (ReadSide side = ReadSide.of(sample.scribe)) {
            Json json = new Json(side.upTo(last).http());
            assertThat(letters(side, "activity")).isEqualTo(1);
            assertThat(letters(side, "timeline")).isZero();
            assertThat(json.freshness("/api/units")).containsEntry("deadLetters", 5);
            assertThat(Json.map(
                            json.answer("/api/dashboards/c0?quarter=2026-Q3").get("total")))
                    .containsEntry("assistances", 1);
            assertThat((List<?>) json.answer("/api/teams/" + team + "/timeline").getOrDefault("entries", List.of()))
                    .extracting(entry -> Json.map(entry).get("name"))
                    .containsExactly("team.formed.v1", "assistance.praised.v1", "assistance.recorded.v1");
            Health health = side.bean(HealthIndicator.class).health();
            assertThat(health == null ? "" : health.getStatus().getCode()).isEqualTo("INCOMPLETE");
            assertThat(side.bean(MeterRegistry.class)
                            .get("soto.projection.dead.letters")
                            .tag("projection", "activity")
                            .gauge()
                            .value())
                    .isEqualTo(1);
        }
    }

    /** A void without its record fails; what follows in the same unit waits behind it, other units go on. */
    @Test
    void whatFollowsInTheSameSequenceWaits() {
        AssistanceRecorded missing = help("gone", "c0-r0");
        sample.scribe.write(
                new AssistanceVoided(missing.assistance(), missing.team(), missing.household(), missing.unit()));
        sample.scribe.write(help("a", "c0-r0"));
        long last = sample.scribe.write(help("b", "c1-r0")).number();
        try (ReadSide side = ReadSide.of(sample.scribe)) {
            Json json = new Json(side.upTo(last).http());
            assertThat(letters(side, "activity")).isEqualTo(2);
            Map<String, Object> total =
                    Json.map(json.answer("/api/dashboards/p?quarter=2026-Q3").get("total"));
            assertThat(total).containsEntry("assistances", 1);
            Projection activity = side.projections().all().stream()
                    .filter(p -> p.name().equals("activity"))
                    .findFirst()
                    .orElseThrow();
            assertThat(activity.retry()).isEqualTo(2);
        }
    }
}
