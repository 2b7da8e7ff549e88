package vn.soto.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A copy of the files of a data folder, looked into without the product. */
record LedgerCopy(Path folder) {

    /** Of a folder whose product has ended, without its read models. */
    static LedgerCopy of(Path data, Path copy) {
        try (Stream<Path> files = Files.list(data)) {
            Files.createDirectories(copy);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().startsWith("read-models")) {
                    Files.copy(file, copy.resolve(file.getFileName()));
                }
            }
            return new LedgerCopy(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file() {
        return folder.resolve("ledger.sqlite");
    }

    /** The command of each commit, in their order, numbered from 1 without a gap. */
    List<UUID> commands() {
        List<UUID> commands = new ArrayList<>();
        try (Connection ledger = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = ledger.createStatement();
                ResultSet rows = statement.executeQuery("SELECT number, hex(command) FROM commits ORDER BY number")) {
            while (rows.next()) {
                assertThat(rows.getLong(1)).as("commit number").isEqualTo(commands.size() + 1L);
                commands.add(uuid(rows.getString(2)));
            }
            return commands;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The commands with an event of this name, whatever its version. */
    List<UUID> commandsOf(String event) {
        List<UUID> commands = new ArrayList<>();
        try (Connection ledger = DriverManager.getConnection("jdbc:sqlite:" + file());
                PreparedStatement statement = ledger.prepareStatement(
                        "SELECT DISTINCT hex(command) FROM events JOIN commits ON number = commit_number WHERE type = ?")) {
            statement.setString(1, event);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                commands.add(uuid(rows.getString(1)));
            }
            return commands;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UUID uuid(String hex) {
        return new UUID(
                Long.parseUnsignedLong(hex.substring(0, 16), 16), Long.parseUnsignedLong(hex.substring(16), 16));
    }

    /** {@code deploy/bin/verify} finds it sound. */
    LedgerCopy verified() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        try {
            Process verify = new ProcessBuilder(
                            java,
                            "--enable-native-access=ALL-UNNAMED",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            classPath,
                            "vn.soto.verifier.Main",
                            "verify",
                            file().toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(verify.waitFor()).as(said).isZero();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
