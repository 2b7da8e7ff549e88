package vn.soto.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.axon.UuidV7;
import vn.soto.events.EventCodec;

/** Each contestant appends ten events by each route and reads them back. */
@Tag("slow")
@Tag("long")
final class StoresIT {

    private static final int EVENTS = 10;

    private final EventCodec codec = EventCodec.product();
    private final Clock clock = Clock.systemUTC();
    private final UuidV7 ids = UuidV7.system();
    private final BenchmarkWorkload village = new BenchmarkWorkload(ids, clock, 16, 32);

    @TempDir
    private Path folder;

    @Test
    void embeddedLedger() throws Exception {
        try (Store store = new SqliteStore(folder, codec, clock, ids)) {
            takesAndGivesBack(store);
        }
    }

    @Test
    void ledgerOnTheEmulator() throws Exception {
        try (Store store = new MongoStore(codec, clock, ids)) {
            takesAndGivesBack(store);
        }
    }

    @Test
    void axonMongoOnTheEmulator() throws Exception {
        try (Store store = new AxonMongo(codec, clock)) {
            takesAndGivesBack(store);
        }
    }

    @Test
    void axonOnPostgres() throws Exception {
        var programs = Postgres.installed();
        assumeThat(programs).isPresent();
        try (Postgres server =
                Postgres.start(programs.orElseThrow(), Path.of("target").toAbsolutePath())) {
            Database database = server.database("axon");
            AxonJdbc.prepare(database, codec);
            try (Store store = new AxonJdbc(database, codec, clock, 4, 100)) {
                takesAndGivesBack(store);
            }
        }
    }

    @Test
    void rawSqlite() throws Exception {
        byte[] body = codec.encode(village.recorded(village.assistance())).bytes();
        try (RawSqlite raw = new RawSqlite(folder, ids)) {
            for (int i = 0; i < EVENTS; i++) {
                raw.append(body);
            }
            assertThat(raw.count()).isEqualTo(EVENTS);
        }
    }

    @Test
    void rawDriverOnTheEmulator() {
        byte[] body = codec.encode(village.recorded(village.assistance())).bytes();
        try (RawMongo raw = new RawMongo()) {
            for (int i = 0; i < EVENTS; i++) {
                raw.append(body);
            }
            assertThat(raw.count()).isEqualTo(EVENTS);
        }
    }

    @Test
    void theEventOfARecordHasThreeQuartersOfAKilobyte() {
        assertThat(codec.encode(village.recorded(village.assistance())).bytes().length)
                .isBetween(700, 800);
    }

    private void takesAndGivesBack(Store store) throws Exception {
        village.found(store);
        long before = StreamBenchmark.read(store.engine(), Long.MAX_VALUE);
        for (Route route : Route.values()) {
            for (Work work : Work.values()) {
                AssistanceStreams streams = new AssistanceStreams(store.engine(), village, clock);
                streams.prepare(EVENTS, 2);
                Slice done = new Users(store, work, route, village, streams)
                        .contestant()
                        .run(2, new Budget(EVENTS, Duration.ofMinutes(1)));
                assertThat(done.operations()).isEqualTo(EVENTS);
            }
        }
        long written = List.of(Route.values()).size() * 2L * (EVENTS + EVENTS * AssistanceStreams.EVENTS);
        // Through the whole command path each record is the first help to another household,
        // which is an event of its own.
        long firsts = EVENTS;
        assertThat(StreamBenchmark.read(store.engine(), Long.MAX_VALUE) - before)
                .isEqualTo(written + firsts);
    }
}
