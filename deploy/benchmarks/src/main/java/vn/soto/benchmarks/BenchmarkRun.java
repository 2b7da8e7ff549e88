package vn.soto.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.axon.UuidV7;
import vn.soto.events.EventCodec;

/** One run: its sizes, its folder, the peers' servers, and the stores that benchmarks share. */
final class BenchmarkRun implements AutoCloseable {

    final Sizes sizes;
    final MarkdownReport report;
    final Clock clock;
    final EventCodec codec = EventCodec.product();
    final UuidV7 ids = UuidV7.system();
    final BenchmarkWorkload village;

    private final Path work;
    private final Path emmett;
    private final Map<String, Double> rates = new HashMap<>();
    private @Nullable Postgres postgres;
    private int databases;

    /**
     * @param work   folder on the disk in question; emptied first
     * @param emmett folder with the driver and its packages
     */
    BenchmarkRun(Sizes sizes, MarkdownReport report, Clock clock, Path work, Path emmett) throws IOException {
        this.sizes = sizes;
        this.report = report;
        this.clock = clock;
        this.village = new BenchmarkWorkload(ids, clock, sizes.teams(), sizes.householdsOfATeam());
        this.work = work;
        this.emmett = emmett;
        delete(work);
        Files.createDirectories(work);
    }

    Path folder(String name) throws IOException {
        return Files.createTempDirectory(work, name);
    }

    /** An empty database; none if PostgreSQL is not installed. */
    Optional<Database> database() throws IOException, SQLException {
        Optional<Path> programs = Postgres.installed();
        if (programs.isEmpty()) {
            return Optional.empty();
        }
        if (postgres == null) {
            postgres = Postgres.start(programs.get(), work);
        }
        postgres.settle();
        databases++;
        return Optional.of(postgres.database("bench" + databases));
    }

    /** Emmett over an empty database of its own; none if it or PostgreSQL is not installed. */
    Optional<Emmett> emmett() throws IOException, SQLException {
        if (!Emmett.installed(emmett)) {
            return Optional.empty();
        }
        Optional<Database> database = database();
        var event = village.recorded(village.assistance());
        return database.isEmpty()
                ? Optional.empty()
                : Optional.of(Emmett.start(
                        emmett,
                        database.get(),
                        codec.typeOf(event.getClass()).name(),
                        codec.encode(event).bytes()));
    }

    /** The contestants and their versions. */
    List<String> versions() throws IOException, SQLException {
        Optional<Database> database = database();
        return List.of(
                "PostgreSQL "
                        + (database.isPresent()
                                ? database.get().server().version()
                                : "**is not installed: its rows are missing**"),
                "Emmett "
                        + (Emmett.installed(emmett)
                                ? Emmett.version(emmett) + ", node "
                                        + Machine.output("node", "--version").orElse("?")
                                : "**is not installed: its rows are missing**"),
                "Axon " + version(org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine.class)
                        + ", axon-mongo 4.12.0, sqlite-jdbc " + org.sqlite.SQLiteJDBCLoader.getVersion());
    }

    private static String version(Class<?> of) {
        return Optional.ofNullable(of.getPackage().getImplementationVersion()).orElse("4.13.0");
    }

    void found(String what, double perSecond) {
        rates.put(what, perSecond);
    }

    OptionalDouble found(String what) {
        Double rate = rates.get(what);
        return rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
        delete(work);
    }
}
