package vn.soto.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL server of our own: private port and folder, every commit synced, gone when closed. */
final class Postgres implements AutoCloseable {

    static final String USER = "bench";

    /** PostgreSQL refuses to run as root. */
    private static final String UNPRIVILEGED = "postgres";

    private static final List<String> SETTINGS = List.of(
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "shared_buffers=1GB",
            "max_wal_size=4GB",
            "checkpoint_timeout=15min",
            "max_connections=200",
            "listen_addresses=127.0.0.1");

    private final Path programs;
    private final Path folder;
    private final int port;
    private final ProcessHandle server;

    private Postgres(Path programs, Path folder, int port, ProcessHandle server) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
        this.server = server;
    }

    /** Debian's folder of the newest version; empty if none is installed. */
    static Optional<Path> installed() {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.exists(bin.resolve("pg_ctl")))
                    .max(Path::compareTo);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Postgres start(Path programs, Path temporary) throws IOException {
        Path folder = Files.createTempDirectory(temporary, "postgres");
        Path data = folder.resolve("data");
        if (isRoot()) {
            run(List.of("chown", UNPRIVILEGED, folder.toString()));
        }
        run(asUser(programs.resolve("initdb").toString(), "-U", USER, "-A", "trust", "-E", "UTF8", data.toString()));
        int port = freePort();
        StringBuilder options = new StringBuilder("-p " + port + " -k " + folder);
        SETTINGS.forEach(setting -> options.append(" -c ").append(setting));
        run(asUser(
                programs.resolve("pg_ctl").toString(),
                "start",
                "-w",
                "-D",
                data.toString(),
                "-l",
                folder.resolve("log").toString(),
                "-o",
                options.toString()));
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
        return new Postgres(programs, folder, port, ProcessHandle.of(pid).orElseThrow());
    }

    /** Makes an empty database. */
    Database database(String name) throws SQLException {
        execute("CREATE DATABASE " + name);
        return new Database(this, name);
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    CpuMeter cpu() {
        return CpuMeter.of(server);
    }

    String version() throws SQLException {
        return new Database(this, "postgres").text("SHOW server_version");
    }

    /** Writes dirty pages back, so that one benchmark does not burden the next. */
    void settle() throws SQLException {
        execute("CHECKPOINT");
    }

    private void execute(String sql) throws SQLException {
        new Database(this, "postgres").execute(sql);
    }

    @Override
    public void close() throws IOException {
        run(asUser(
                programs.resolve("pg_ctl").toString(),
                "stop",
                "-w",
                "-m",
                "fast",
                "-D",
                folder.resolve("data").toString()));
        run(List.of("rm", "-rf", folder.toString()));
    }

    private static boolean isRoot() {
        return Machine.output("id", "-u").equals(Optional.of("0"));
    }

    private static List<String> asUser(String... command) {
        List<String> line = new ArrayList<>();
        if (isRoot()) {
            line.addAll(List.of("runuser", "-u", UNPRIVILEGED, "--"));
        }
        line.addAll(List.of(command));
        return line;
    }

    private static void run(List<String> command) throws IOException {
        Path output = Files.createTempFile("bench", ".log");
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.onExit().completeOnTimeout(process, 2, TimeUnit.MINUTES).join();
        if (process.isAlive() || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " failed:\n" + Files.readString(output));
        }
        Files.delete(output);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
