package vn.soto.query.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import vn.soto.projection.DelegatingDocuments;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Documents;
import vn.soto.projection.MemoryDocuments;
import vn.soto.projection.Projection;
import vn.soto.projection.ReadModel;
import vn.soto.projection.ReadModelStore;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;
import vn.soto.testkit.Await;

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
    private static final class Gate implements DelegatingDocuments {

        private final Documents documents = new MemoryDocuments();
        private int permits;
        private int waiting;

        @Override
        public Documents documents() {
            return documents;
        }

        @Override
        public <T extends ReadModel> void write(DocumentType<T> kind, Collection<T> written) {
            await();
            documents.write(kind, written);
        }

        private synchronized void await() {
            waiting++;
            try {
                while (permits == 0) {
                    wait();
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                waiting--;
            }
            permits--;
        }

        private synchronized void allow(int more) {
            permits += more;
            notifyAll();
        }

        private synchronized void close() {
            permits = 0;
        }

        /** The one thread that projects waits with a batch: no projection can move. */
        private synchronized boolean standsStill() {
            return waiting > 0 && permits == 0;
        }

        @Override
        public Documents beside() {
            return new Beside(documents.beside(), this);
        }

        @Override
        public void replace(List<DocumentType<?>> types, Documents made) {
            documents.replace(types, ((Beside) made).documents);
        }
    }

    /** Documents made anew, which are written as the same gate allows. */
    private record Beside(Documents documents, Gate gate) implements DelegatingDocuments {

        @Override
        public <T extends ReadModel> void write(DocumentType<T> kind, Collection<T> written) {
            gate.await();
            documents.write(kind, written);
        }
    }

    /** The last commit that is projected, while a replay runs that of the replay. */
    private static long reached(Projection activity) {
        return activity.replayed().orElseGet(activity::folded).number();
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
        gate.allow(1_000_000);
    }

    @Test
    void downOnceNothingMovesAndUpWhenItGoesOn() throws Exception {
        try (side;
                AutoCloseable _ = this::open) {
            assertThat(standsStillBeforeTheEnd()).isTrue();
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
            gate.close();

            Projection activity = side.projections().named("activity").orElseThrow();
            activity.replay();
            assertThat(reached(activity)).as("the replay begins anew").isLessThan(tail);
            slowly();
            open();
            assertThat(activity.folded().number()).isEqualTo(tail);
        }
    }

    /** Returns whether commits are left; then no projection can move. */
    private boolean standsStillBeforeTheEnd() {
        Projection activity = side.projections().named("activity").orElseThrow();
        Await.until("a write that stands still", () -> gate.standsStill() || reached(activity) >= tail);
        return reached(activity) < tail;
    }

    /** Between any two steps of a projection there is one observation less than makes it stalled. */
    private void slowly() {
        Projection activity = side.projections().named("activity").orElseThrow();
        while (standsStillBeforeTheEnd()) {
            long before = reached(activity);
            observe(ProjectionWatch.OBSERVATIONS);
            assertThat(watch.stalled(activity)).isFalse();
            awaitStep(activity, before);
        }
    }

    private void awaitStep(Projection activity, long before) {
        do {
            gate.allow(1);
        } while (standsStillBeforeTheEnd() && reached(activity) == before);
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
