package vn.soto.query.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import vn.soto.contracts.team.TeamEvent.TeamRenamed;
import vn.soto.contracts.team.TeamId;
import vn.soto.ledger.Commit;
import vn.soto.projection.ReadModelStore;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;
import vn.soto.testkit.Await;

/** Streams as pages receive them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LiveIT {

    private static final ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>> EVENT =
            new ParameterizedTypeReference<>() {};

    private final Sample sample = new Sample(5, 60);
    private final TeamId team = sample.teams.getFirst();

    @AutoClose
    private final QuerySideFixture side = side(sample, Map.of());

    /** Pages are told of what was projected at most twice a second. */
    LiveIT() {
        side.upTo(tail());
        Await.until(
                "pages are told of the tail", () -> side.bean(LiveStreams.class).told() == tail());
    }

    private static QuerySideFixture side(Sample sample, Map<String, Object> settings) {
        return new QuerySideFixture(
                sample.scribe.ledger, sample.scribe.codec, sample.scribe.clock, settings, ReadModelStore.inMemory());
    }

    private long tail() {
        return sample.scribe.ledger.tail().number();
    }

    private static Flux<ServerSentEvent<Map<String, Object>>> stream(WebTestClient client, @Nullable String last) {
        return client.get()
                .uri("/api/live")
                .headers(headers -> {
                    if (last != null) {
                        headers.set("Last-Event-ID", last);
                    }
                })
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(EVENT)
                .getResponseBody();
    }

    /** A page that listens. */
    private static final class Page implements AutoCloseable {

        private final BlockingQueue<Map<String, Object>> told = new LinkedBlockingQueue<>();
        private final CountDownLatch ended = new CountDownLatch(1);
        private final Disposable open;

        Page(WebTestClient client, @Nullable String last) {
            open = stream(client, last)
                    .mapNotNull(ServerSentEvent::data)
                    .doFinally(end -> ended.countDown())
                    .subscribe(told::add);
        }

        Map<String, Object> next() throws InterruptedException {
            return Objects.requireNonNull(told.poll(2, TimeUnit.MINUTES), "nothing is told");
        }

        /** The addresses touched up to a commit. */
        List<Object> touchedUpTo(long commit) throws InterruptedException {
            List<Object> touched = new ArrayList<>();
            Map<String, Object> last;
            do {
                last = next();
                touched.addAll(last.get("touched") instanceof List<?> keys ? keys : List.of("all"));
            } while (((Number) Objects.requireNonNull(last.get("commit"))).longValue() < commit);
            return touched;
        }

        @Override
        public void close() {
            open.dispose();
        }
    }

    /** Waits until so many streams are open; other tests of this class have closed theirs. */
    private static void awaitOpen(QuerySideFixture side, int wanted) {
        Await.until(wanted + " streams open", () -> side.bean(LivePlaces.class).open() == wanted);
    }

    private Commit renamed(String name) {
        Commit commit = sample.scribe.write(new TeamRenamed(team, name, Sample.DECISION, Sample.DAY));
        side.signal();
        return commit;
    }

    @Test
    void itSaysAtOnceWhereTheLedgerIs() {
        ServerSentEvent<Map<String, Object>> first =
                Objects.requireNonNull(stream(side.http(), null).blockFirst(Duration.ofMinutes(2)));
        awaitOpen(side, 0);
        Map<String, Object> moment =
                Json.map(new Json(side.http()).freshness("/api/units").get("moment"));

        assertThat(first.event()).isEqualTo("commit");
        assertThat(first.id()).isEqualTo(String.valueOf(moment.get("commit")));
        assertThat(first.data()).containsAllEntriesOf(moment).containsEntry("touched", "all");
    }

    @Test
    void itTellsOfEachLaterCommitAndWhatItTouched() throws InterruptedException {
        try (Page page = new Page(side.http(), null)) {
            page.next();
            Commit commit = renamed("Tổ Sông");

            List<Object> touched = page.touchedUpTo(commit.number());
            assertThat(touched).contains("teams/" + team).doesNotContain("all");
            assertThat(touched)
                    .as("the figures of the units that the team covers, and of those above")
                    .contains("dashboards/c0-r0", "dashboards/c0", "dashboards/p");
            assertThat(touched.toString()).doesNotContain("Sông");
        }
        awaitOpen(side, 0);
    }

    @Test
    void whoComesBackIsToldWhatWasTouchedMeanwhile() throws InterruptedException {
        try (Page page = new Page(side.http(), null)) {
            Commit before = renamed("Tổ Một");
            page.touchedUpTo(before.number());
            Commit after = renamed("Tổ Hai");
            page.touchedUpTo(after.number());

            try (Page again = new Page(side.http(), Long.toString(before.number()))) {
                Map<String, Object> first = again.next();
                assertThat(first).containsEntry("commit", (int) after.number());
                assertThat((List<?>) first.get("touched")).asString().contains("teams/" + team);
            }
            try (Page again = new Page(side.http(), Long.toString(after.number()))) {
                assertThat(again.next()).containsEntry("touched", List.of());
            }
            try (Page other = new Page(side.http(), "999999")) {
                assertThat(other.next()).containsEntry("touched", "all");
            }
        }
        awaitOpen(side, 0);
    }

    @Test
    void aNinthStreamOfAnAccountIsRefusedUntilAnotherEnds() throws InterruptedException {
        WebTestClient client = side.signedIn("many", "VIEWER");
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Page page = new Page(client, null);
            page.next();
            pages.add(page);
        }
        client.get()
                .uri("/api/live")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .exists("Retry-After");
        try (Page other = new Page(side.signedIn("another", "VIEWER"), null)) {
            assertThat(other.next()).containsKey("commit");
        }
        awaitOpen(side, 8);
        pages.removeFirst().close();
        awaitOpen(side, 7);
        try (Page again = new Page(client, null)) {
            assertThat(again.next()).containsKey("commit");
        }
        pages.forEach(Page::close);
        awaitOpen(side, 0);
    }

    @Test
    void theMomentOfAQuestionAboutThePastIsRefused() {
        side.http().get().uri("/api/live?asOf=3").exchange().expectStatus().isBadRequest();
        side.http().get().uri("/api/live?x=3").exchange().expectStatus().isBadRequest();
        side.http("OPERATOR").get().uri("/api/live").exchange().expectStatus().isForbidden();
    }

    @Test
    void itIsKeptOpenByComments() {
        try (QuerySideFixture talkative = side(new Sample(6, 0), Map.of("soto.live.comment", "5ms"))) {
            assertThat(stream(talkative.http(), null)
                            .filter(event -> event.comment() != null)
                            .blockFirst(Duration.ofMinutes(2)))
                    .isNotNull();
        }
    }

    @Test
    void itEndsAfterItsLife() {
        try (QuerySideFixture shortLived = side(new Sample(6, 0), Map.of("soto.live.life", "100ms"))) {
            assertThat(stream(shortLived.http(), null).then().blockOptional(Duration.ofMinutes(2)))
                    .as("its end, in order")
                    .isEmpty();
            awaitOpen(shortLived, 0);
        }
    }

    @Test
    void streamsEndWhenTheServerStops() throws InterruptedException {
        try (QuerySideFixture stopped = side(new Sample(6, 0), Map.of())) {
            try (Page page = new Page(stopped.http(), null)) {
                page.next();
                LiveStreams streams = stopped.bean(LiveStreams.class);
                streams.stop();
                assertThat(stream(stopped.http(), null).collectList().block(Duration.ofMinutes(2)))
                        .as("a stream opened while the server stops ends after its first message")
                        .hasSize(1);
                assertThat(page.ended.await(2, TimeUnit.MINUTES)).isTrue();
                awaitOpen(stopped, 0);
            }
        }
    }
}
