package vn.soto.query.config;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.soto.projection.Projections;

/**
 * Starts the projections after the warm-up and before the port opens, without waiting for them. So the process answers
 * soon, however long the ledger is, and each answer states its freshness.
 */
@Component
final class ProjectionsLifecycle implements SmartLifecycle {

    private final Projections projections;
    private final ProjectionWatch watch;
    private volatile boolean running;

    ProjectionsLifecycle(Projections projections, ProjectionWatch watch) {
        this.projections = projections;
        this.watch = watch;
    }

    @Override
    public void start() {
        projections.start();
        watch.start();
        running = true;
    }

    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }

    /** Closing the bean stops them. */
    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
