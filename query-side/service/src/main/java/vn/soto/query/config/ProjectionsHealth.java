package vn.soto.query.config;

import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;
import vn.soto.query.projection.Projection;
import vn.soto.query.projection.Projections;

/**
 * Down while a projection cannot write; {@link #INCOMPLETE} while events are set aside: answers go on, and may lack them.
 */
@Component("readModels")
final class ProjectionsHealth implements HealthIndicator {

    static final Status INCOMPLETE = new Status("INCOMPLETE", "events are set aside; see deadLetters");

    private final Projections projections;

    ProjectionsHealth(Projections projections) {
        this.projections = projections;
    }

    @Override
    public Health health() {
        boolean failing = projections.all().stream().anyMatch(Projection::failing);
        Health.Builder health =
                failing ? Health.down() : projections.deadLetters() > 0 ? Health.status(INCOMPLETE) : Health.up();
        projections
                .all()
                .forEach(projection -> health.withDetail(
                        projection.name(),
                        Map.of(
                                "commit",
                                projection.folded().number(),
                                "deadLetters",
                                projection.deadLetters(),
                                "failing",
                                projection.failing())));
        return health.build();
    }
}
