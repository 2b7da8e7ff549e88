package vn.soto.query.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Documents;
import vn.soto.projection.MemoryDocuments;
import vn.soto.projection.Projection;
import vn.soto.projection.ReadModel;
import vn.soto.projection.ReadModelStore;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/** Health is down while commits are not folded, and up while they are, however slowly. */
@Tag("threads")
final class ProjectionWatchIT {

    /** The watch's own timer never fires within the test; the test observes. */
    private static final Map<String, Object> SETTINGS = Map.of(
            "soto.query.stalled-after", "10d",
            "soto.query.batch-size", 5,
            "soto.query.page-size", 5,
            "soto.query.workers", 1);

    private final Sample sample = new Sample(21, 60);
    private final long tail = sample.scribe.ledger.tail().number();
    private final Gate gate = new Gate();
    private final QuerySideFixture side = new QuerySideFixture(
            sample.scribe.ledger,
            sample.scribe.codec,
            sample.scribe.clock,
            SETTINGS,
            new ReadModelStore.InMemory(gate));
    private final ProjectionWatch watch = side.bean(ProjectionWatch.class);

    /** Documents that are written one batch at a time, as the test allows. */
    private static final class Gate implements Documents {

        private final Documents documents = new MemoryDocuments();
        private final Semaphore permits = new Semaphore(0);

        @Override
        public <T extends ReadModel> Optional<T> find(DocumentType<T> kind, String id) {
            return documents.find(kind, id);
        }

        @Override
        public <T extends ReadModel> Map<String, T> find(DocumentType<T> kind, Collection<String> ids) {
            return documents.find(kind, ids);
        }

        @Override
        public <T extends ReadModel> void write(DocumentType<T> kind, Collection<T> written) {
            permits.acquireUninterruptibly();
            documents.write(kind, written);
        }

        @Override
        public void drop(DocumentType<?> kind) {
            documents.drop(kind);
        }
    }

    private void observe(int times) {
        for (int i = 0; i < times; i++) {
            watch.observe();
        }
    }

    private Health health() {
        return side.bean(ProjectionsHealth.class).health();
    }

    /** Also when a test fails, because nothing can be closed while a batch waits to be written. */
    private void open() {
        gate.permits.release(1_000_000);
    }

    @Test
    void downOnceNothingMovesAndUpWhenItGoesOn() throws Exception {
        try (side;
                AutoCloseable _ = this::open) {
            awaitStandstill();
            observe(ProjectionWatch.OBSERVATIONS);
            assertThat(health().getStatus()).as("one observation less").isEqualTo(Status.UP);

            observe(1);

            assertThat(health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(health().getDetails().get("activity"))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsEntry("stalled", true)
                    .containsEntry("failing", false);

            open();
            side.upTo(tail);
            observe(1);
            assertThat(health().getStatus()).isEqualTo(Status.UP);
        }
    }

    @Test
    void upWhileAProjectionCatchesUpOrReplaysHoweverSlowly() throws Exception {
        try (side;
                AutoCloseable _ = this::open) {
            slowly();
            open();
            side.upTo(tail);
            gate.permits.drainPermits();

            side.projections().named("activity").ifPresent(Projection::replay);
            slowly();
            open();
        }
    }

    /** The one thread that projects waits with a batch: no projection can move. */
    private void awaitStandstill() {
        long begun = System.nanoTime();
        while (!gate.permits.hasQueuedThreads()) {
            if (System.nanoTime() - begun > Duration.ofMinutes(2).toNanos()) {
                throw new AssertionError("nothing is written");
            }
            Thread.onSpinWait();
        }
    }

    /** Between any two steps of a projection there is one observation less than makes it stalled. */
    private void slowly() {
        Projection activity = side.projections().named("activity").orElseThrow();
        while (activity.folded().number() < tail) {
            long before = activity.folded().number();
            observe(ProjectionWatch.OBSERVATIONS);
            assertThat(watch.stalled(activity)).isFalse();
            awaitStep(activity, before);
        }
    }

    private void awaitStep(Projection activity, long before) {
        long begun = System.nanoTime();
        while (activity.folded().number() == before) {
            gate.permits.release();
            if (System.nanoTime() - begun > Duration.ofMinutes(2).toNanos()) {
                throw new AssertionError("stands still at " + before);
            }
            Thread.onSpinWait();
        }
    }

    /** A ledger without a new commit leaves nothing to fold. */
    @Test
    void upWhenThereIsNothingToDo() throws Exception {
        try (side;
                AutoCloseable _ = this::open) {
            open();
            side.upTo(tail);

            observe(3 * ProjectionWatch.OBSERVATIONS);

            assertThat(health().getStatus()).isEqualTo(Status.UP);
        }
    }
}
