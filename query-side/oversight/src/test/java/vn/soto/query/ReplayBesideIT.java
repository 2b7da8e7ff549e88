package vn.soto.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.team.TeamEvent.TeamRenamed;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.DelegatingDocuments;
import vn.soto.projection.DocumentDifferences;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Documents;
import vn.soto.projection.MemoryDocuments;
import vn.soto.projection.Projection;
import vn.soto.projection.Projector;
import vn.soto.projection.ReadModel;
import vn.soto.projection.ReadModelStore;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/** Questions asked while a replay runs that the test holds up, and after one. */
@Tag("threads")
final class ReplayBesideIT {

    /** The replay of a projection of four segments holds four threads up. */
    private static final Map<String, Object> SETTINGS =
            Map.of("soto.query.workers", 8, "soto.query.read-your-writes-timeout", "2m");

    private final Sample sample = new Sample(21, 60);
    private final TeamId team = sample.teams.getFirst();
    private final Held held = new Held(new MemoryDocuments());

    /** Documents; what is made anew beside them is written only once it is let. */
    private record Held(Documents documents, CountDownLatch gate) implements DelegatingDocuments {

        Held(Documents documents) {
            this(documents, new CountDownLatch(1));
        }

        @Override
        public Documents beside() {
            return new Waiting(documents.beside(), gate);
        }

        @Override
        public DocumentDifferences differences(List<DocumentType<?>> types, Documents made) {
            return documents.differences(types, ((Waiting) made).documents);
        }

        @Override
        public void replace(List<DocumentType<?>> types, Documents made) {
            documents.replace(types, ((Waiting) made).documents);
        }
    }

    private record Waiting(Documents documents, CountDownLatch gate) implements DelegatingDocuments {

        @Override
        public <T extends ReadModel> void write(DocumentType<T> kind, Collection<T> written) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            documents.write(kind, written);
        }
    }

    private QuerySideFixture side(Documents documents) {
        return new QuerySideFixture(
                sample.scribe.ledger,
                sample.scribe.codec,
                sample.scribe.clock,
                SETTINGS,
                new ReadModelStore.InMemory(documents));
    }

    private long rename(String name) {
        return sample.scribe
                .write(new TeamRenamed(team, name, Sample.DECISION, Sample.DAY))
                .number();
    }

    @Test
    void whileAReplayRunsFiguresStayNewWorkIsSeenAndAnswersSayWhatIsBeingMadeAnew() {
        long tail = sample.scribe.ledger.tail().number();
        String dashboard = "/api/dashboards/p?quarter=2026-Q3";
        try (QuerySideFixture side = side(held);
                AutoCloseable _ = held.gate::countDown) {
            Json json = new Json(side.upTo(tail).http());
            Object figures = json.answer(dashboard).get("total");
            assertThat(Json.map(figures).get("assistances")).isNotEqualTo(0);
            assertThat(json.freshness(dashboard)).containsEntry("stale", false).doesNotContainKey("replaying");
            Projection activity = side.projections().named("activity").orElseThrow();
            Projection teams = side.projections().named("teams").orElseThrow();

            activity.replay();
            teams.replay();
            long next = rename("Tổ trong lúc dựng lại");
            side.signal();

            assertThat(json.answer(dashboard + "&atLeast=" + next)).containsEntry("total", figures);
            assertThat(json.answer("/api/teams/" + team + "?atLeast=" + next))
                    .containsEntry("name", "Tổ trong lúc dựng lại");
            assertThat(json.freshness(dashboard))
                    .containsEntry("commit", (int) next)
                    .containsEntry("lagCommits", 0)
                    .containsEntry("stale", true)
                    .doesNotContainKey("missing")
                    .extractingByKey("replaying")
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .allSatisfy(each -> assertThat(Json.map(each))
                            .containsEntry("to", (int) next)
                            .extractingByKey("commit", InstanceOfAssertFactories.INTEGER)
                            .isLessThan((int) next))
                    .extracting(each -> Json.map(each).get("projection"))
                    .containsExactlyInAnyOrder("activity", "teams");

            held.gate.countDown();
            side.replayed();

            assertThat(json.answer(dashboard)).containsEntry("total", figures);
            assertThat(json.freshness(dashboard)).containsEntry("stale", false).doesNotContainKey("replaying");
            long last = rename("Tổ sau khi dựng lại");
            side.signal();
            assertThat(json.answer("/api/teams/" + team + "?atLeast=" + last))
                    .containsEntry("name", "Tổ sau khi dựng lại");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aReplayMendsWhatIsWrongInTheReadModel() {
        long tail = sample.scribe.ledger.tail().number();
        Documents documents = new MemoryDocuments();
        try (QuerySideFixture side = side(documents)) {
            Json json = new Json(side.upTo(tail).http());
            String dashboard = "/api/dashboards/p?quarter=2026-Q3";
            Object right = json.answer(dashboard);
            Projection activity = side.projections().named("activity").orElseThrow();
            side.beans(Projector.class).stream()
                    .filter(projector -> projector.name().equals("activity"))
                    .forEach(projector -> projector.documentTypes().forEach(documents::drop));
            String another = dashboard + "&boundaries=as-was";
            Object wrong = json.answer(another);
            assertThat(wrong).as("no answer that was made before").isNotEqualTo(right);

            activity.replay();
            side.replayed();

            assertThat(json.answer(dashboard)).isEqualTo(right);
            assertThat(json.answer(another)).as("nor the wrong one").isEqualTo(right);
        }
    }

    /** A fault of a projector, or of somebody else, shows as the differences of a replay; without one there are none. */
    @Test
    void whatAReplayChangesIsCounted() {
        long tail = sample.scribe.ledger.tail().number();
        Documents documents = new MemoryDocuments();
        try (QuerySideFixture side = side(documents)) {
            side.upTo(tail).replayAll();
            assertThat(side.projections().all())
                    .allSatisfy(each -> assertThat(each.differences()).contains(DocumentDifferences.NONE));
            Projector of = side.beans(Projector.class).stream()
                    .filter(projector -> projector.name().equals("activity"))
                    .findFirst()
                    .orElseThrow();
            of.documentTypes().forEach(documents::drop);
            Projection activity = side.projections().named("activity").orElseThrow();
            activity.replay();
            DocumentDifferences found = side.replayed()
                    .projections()
                    .named("activity")
                    .flatMap(Projection::differences)
                    .orElseThrow();
            assertThat(found.added()).isPositive();
            assertThat(found).isEqualTo(new DocumentDifferences(0, 0, found.added()));
        }
    }

    @Test
    void aCancelledReplayLeavesTheOldReadModel() throws Exception {
        long tail = sample.scribe.ledger.tail().number();
        String dashboard = "/api/dashboards/p?quarter=2026-Q3";
        try (QuerySideFixture side = side(held);
                AutoCloseable _ = held.gate::countDown) {
            Json json = new Json(side.upTo(tail).http());
            Object figures = json.answer(dashboard).get("total");
            Projection activity = side.projections().named("activity").orElseThrow();
            activity.replay();
            assertThat(activity.replayed()).isPresent();
            held.gate.countDown();
            activity.cancelReplay();
            assertThat(activity.replayed()).isEmpty();
            assertThat(json.freshness(dashboard)).doesNotContainKey("replaying");
            long next = rename("Tổ sau khi thôi dựng lại");
            side.signal();
            assertThat(json.answer(dashboard + "&atLeast=" + next)).containsEntry("total", figures);
        }
    }
}
