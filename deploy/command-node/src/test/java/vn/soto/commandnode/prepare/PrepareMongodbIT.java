package vn.soto.commandnode.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.ledger.mongo.MongoConnection;
import vn.soto.ledger.mongo.MongoLayout;
import vn.soto.testkit.mongo.Emulator;

/** Prepares an emulator without users; {@link AccessTest} covers roles and users. */
final class PrepareMongodbIT {

    @TempDir
    private Path folder;

    @AutoClose
    private final Emulator server = Emulator.start();

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void mayBeRunAnyTimeAgain() {
        Map<String, String> environment = Map.of("SOTO_ADMIN_MONGODB_URI", server.uri());

        assertThat(prepare(environment, "--ledger=x", "--without-users"))
                .as(output())
                .isZero();
        assertThat(prepare(environment, "--ledger=x", "--without-users"))
                .as(output())
                .isZero();

        assertThat(output()).contains("soto/x", "soto-x, soto-x-read-models, soto-x-keys");
        try (MongoClient client =
                MongoClients.create(MongoConnection.settings(server.uri()).build())) {
            MongoLayout.check(client.getDatabase("soto-x"), "soto/x");
        }
    }

    @Test
    void anotherLedgerInTheDatabaseIsLeftAlone() {
        Map<String, String> environment = Map.of("SOTO_ADMIN_MONGODB_URI", server.uri());
        prepare(environment, "--ledger=x", "--without-users");

        assertThat(prepare(environment, "--ledger=y", "--ledger-database=soto-x", "--without-users"))
                .isEqualTo(2);
        assertThat(output()).contains("soto/x", "soto/y");
    }

    @Test
    void secretsComeFromFilesAndAreNeverShown() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "a-very-long-password\n");
        Map<String, String> environment = Map.of(
                "SOTO_ADMIN_MONGODB_URI", server.uri(),
                "SOTO_COMMAND_PASSWORD_FILE", password.toString(),
                "SOTO_QUERY_PASSWORD", "another-long-password");

        assertThat(prepare(environment, "--ledger=x"))
                .as("this server cannot make users")
                .isEqualTo(2);
        assertThat(output()).contains("Not prepared").doesNotContain("long-password");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(prepare(Map.of(), "--ledger=x")).isEqualTo(2);
        assertThat(output()).contains("set SOTO_ADMIN_MONGODB_URI", "usage");

        Map<String, String> environment = Map.of("SOTO_ADMIN_MONGODB_URI", server.uri());
        assertThat(prepare(environment, "--ledger=x")).isEqualTo(2);
        assertThat(output()).contains("set SOTO_COMMAND_PASSWORD");
        assertThat(prepare(environment, "--without-users")).isEqualTo(2);
        assertThat(output()).contains("soto.ledger names the ledger");
        assertThat(prepare(environment, "--password=x")).isEqualTo(2);
        assertThat(output()).contains("unknown: --password");
        assertThat(prepare(
                        Map.of(
                                "SOTO_ADMIN_MONGODB_URI", server.uri(),
                                "SOTO_COMMAND_PASSWORD", "short",
                                "SOTO_QUERY_PASSWORD", "short"),
                        "--ledger=x"))
                .isEqualTo(2);
        assertThat(output()).contains("shorter than 16");
        assertThat(prepare(Map.of("SOTO_ADMIN_MONGODB_URI", "root:secret@db"), "--ledger=x", "--without-users"))
                .isEqualTo(2);
        assertThat(output()).doesNotContain("secret");
    }

    private int prepare(Map<String, String> environment, String... arguments) {
        return PrepareMongodb.run(
                List.of(arguments), environment, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
