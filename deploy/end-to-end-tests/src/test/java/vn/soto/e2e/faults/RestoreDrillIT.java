package vn.soto.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.harness.AllInOne;
import vn.soto.harness.ProductClient;
import vn.soto.harness.Program;
import vn.soto.testkit.Await;

/** {@code deploy/bin/restore-drill} as an operator runs it, beside a product that goes on. It leaves nothing behind, whatever it says. */
@Tag("processes")
@Tag("long")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class RestoreDrillIT {

    private static final int TEAMS = 2;

    /** Residential ones, of which 20 answers can be asked. */
    private static final int UNITS = 10;

    private static final SampleCommune COMMUNE = new SampleCommune(TEAMS, 3);
    private static final AcknowledgedCommands ACKNOWLEDGED = new AcknowledgedCommands();

    @TempDir
    private static Path data;

    @AutoClose
    private static AllInOne product;

    @TempDir
    private Path backups;

    @TempDir
    private Path unpacked;

    private record Said(int exit, String output) {}

    @BeforeAll
    static void start() throws IOException {
        product = AllInOne.start(data, "--soto.demo=false", "--soto.first-administrator=administrator");
        grantRights();
        COMMUNE.establish(product, ACKNOWLEDGED);
        IntStream.range(TEAMS, UNITS).forEach(RestoreDrillIT::hamlet);
        COMMUNE.members().forEach(member -> name(member, "Nguyễn Thị Lan"));
        product.awaitCaughtUp();
    }

    private static void hamlet(int number) {
        SentCommand.of("administrator", "establish-unit", "/api/units", """
                {"unit":"kp-x%1$d","kind":"HAMLET","name":"kp-x%1$d","parent":"c-1",\
                "instrument":{"number":"7/NQ","signedOn":"2024-01-02"},"effectiveFrom":"2024-11-01"}""".formatted(number))
                .send(product, ACKNOWLEDGED);
    }

    /** Of an officer who may read names, of an auditor, and of a second administrator, who approves what takes two persons. */
    private static void grantRights() throws IOException {
        Await.until(
                "the first administrator",
                () -> product.get("administrator", "/api/accounts").body().contains("\"ADMINISTRATOR\""));
        grant("officer", "OFFICER");
        grant("auditor", "AUDITOR");
        grant("administrator-2", "ADMINISTRATOR"); // Last: from then on a right to approve takes two.
        Files.writeString(data.resolve("account-command"), "confirm administrator-2\n");
        Await.until("the command is taken in", () -> Files.exists(data.resolve("account-command.done")));
    }

    private static void grant(String account, String role) {
        SentCommand.of(
                        "administrator",
                        "grant-role",
                        "/api/accounts/" + account + "/roles",
                        "{\"role\":\"%s\",\"effectiveFrom\":\"2026-01-05\",\"reason\":\"DUTY_ASSIGNED\"}"
                                .formatted(role))
                .send(product, ACKNOWLEDGED);
    }

    private static void erase(String member) {
        HttpResponse<String> waiting = product.post(
                "administrator",
                "/api/members/" + member + "/erasure",
                "{\"basis\":\"REQUEST_OF_THE_SUBJECT\",\"reason\":\"REQUEST_OF_PERSON\"}");
        assertThat(waiting.statusCode()).as(waiting.body()).isEqualTo(202);
        String plan = "/api/plans/" + ProductClient.json(waiting).path("plan").asString();
        HttpResponse<String> approved = product.post("administrator-2", plan + "/approval", "{}");
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(201);
        Await.until(
                "the erasure",
                () -> product.json("administrator", plan)
                        .at("/answer/state")
                        .asString()
                        .equals("COMPLETED"));
    }

    /** Of the register of reads, the newest first. */
    private static List<String> readByTheOfficer() {
        return product.json("auditor", "/api/personal-data-reads?account=officer&limit=200")
                .findValuesAsString("subject");
    }

    private Path backup(Path from, String name) {
        Path backup = backups.resolve(name);
        Said said = bin("backup", from.resolve("ledger.sqlite").toString(), backup.toString());
        assertThat(said.exit()).as(said.output()).isZero();
        return backup;
    }

    private static void name(String member, String name) {
        SentCommand.of(
                        "officer",
                        "record-member-profile",
                        "/api/members/" + member + "/profile",
                        "{\"name\":\"%s\"}".formatted(name))
                .send(product, ACKNOWLEDGED);
    }

    private Said drill(String address) {
        return bin("restore-drill", backups.toString(), data.toString(), address);
    }

    private Said drill() {
        return drill(product.address().toString());
    }

    private Said bin(String script, String... arguments) {
        return binOf("officer:" + product.password("officer"), script, arguments);
    }

    private Said binOf(String account, String script, String... arguments) {
        return binIn(unpacked, account, script, (Object[]) arguments);
    }

    /** @param temporary folder for what is restored */
    private Said binIn(Path temporary, String account, String script, Object... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Program.root().resolve("deploy/bin").resolve(script).toString()));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        ProcessBuilder builder = Program.builder(command, List.of("-XX:TieredStopAtLevel=1"));
        builder.environment().put("SOTO_BUILT", "yes");
        builder.environment().put("SOTO_DRILL_ACCOUNT", account);
        builder.environment().put("TMPDIR", temporary.toString());
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), output);
        } catch (IOException e) {
            return new Said(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void assertLeftNothing() {
        assertThat(Objects.requireNonNull(unpacked.toFile().list())).isEmpty();
    }

    /** Records since the backup are no difference; names are opened, and the register of reads has an entry of each. */
    @Test
    void theNewestBackupAnswersLikeTheProductThatGoesOn() throws IOException {
        Files.setLastModifiedTime(backup(data, "old.sqlite"), FileTime.from(Instant.EPOCH));
        backup(data, "new.sqlite");
        Said keys = bin(
                "backup-keys",
                data.resolve("keys.sqlite").toString(),
                backups.resolve("of-keys.sqlite").toString());
        assertThat(keys.exit()).as(keys.output()).isZero();
        String head =
                product.json("officer", "/api/units").at("/freshness/ledger").asString();
        name(COMMUNE.member(0, 0), "Nguyễn Thị Lan Anh");

        Said said = drill();

        assertThat(said.exit()).as(said.output()).isZero();
        assertThat(said.output())
                .contains("new.sqlite", "/ passed: 20 câu trả lời / answers", "5 tên / names, " + head + ":")
                .doesNotContain("Nguyễn");
        assertLeftNothing();
        assertThat(readByTheOfficer()).contains("member:" + COMMUNE.member(0, 0), "member:" + COMMUNE.member(1, 0));
        assertThat(product.get("auditor", "/actuator/health").statusCode()).isEqualTo(200);
    }

    /** Their names are opened nowhere any more; those of all others are, as many as there are, and each stands in the register of reads. */
    @Test
    @Order(Integer.MAX_VALUE)
    void whoeverWasErasedSinceTheBackupIsNoDifference() {
        backup(data, "before.sqlite");
        List<String> erased = List.of(COMMUNE.member(0, 0), COMMUNE.member(1, 2));
        erased.forEach(RestoreDrillIT::erase);
        int before = readByTheOfficer().size();

        Said said = drill();

        assertThat(said.exit()).as(said.output()).isZero();
        assertThat(said.output()).contains("before.sqlite", "4 tên / names");
        List<String> read = readByTheOfficer();
        assertThat(read.subList(0, read.size() - before))
                .containsExactlyInAnyOrderElementsOf(COMMUNE.members()
                        .filter(member -> !erased.contains(member))
                        .map(member -> "member:" + member)
                        .toList());
        assertLeftNothing();
    }

    /** A drill that was killed left names and the key that opens them. */
    @Test
    void whatAKilledDrillLeftIsRemovedByTheNext() throws IOException {
        Path left = unpacked.resolve("soto-drill.99999999.x1");
        Files.createDirectories(left.resolve("data"));
        Files.writeString(left.resolve("data/master.key"), "k");
        backup(data, "one.sqlite");

        assertThat(drill().exit()).isZero();

        assertLeftNothing();
    }

    @Test
    void anAccountThatIsNotInTheBackupOrMayNotReadNamesCannotTell() throws IOException {
        Path backup = backup(data, "one.sqlite");
        String auditor = "auditor:" + product.password("auditor");
        List<String> arguments =
                List.of(backups.toString(), data.toString(), product.address().toString());

        Said nameless = binOf(auditor, "restore-drill", arguments.toArray(String[]::new));
        Files.delete(backups.resolve(backup.getFileName() + ".accounts"));
        Said unknown = drill();

        assertThat(nameless.exit()).as(nameless.output()).isEqualTo(2);
        assertThat(nameless.output()).contains("auditor may not read names");
        assertThat(unknown.exit()).as(unknown.output()).isEqualTo(2);
        assertThat(unknown.output()).contains("officer is no account of the backup");
        assertLeftNothing();
    }

    /** The newest backup is the one that is tried, although an older one is good. */
    @Test
    void aDamagedBackupFailsAndSaysWhich() throws IOException {
        Path good = backup(data, "old.sqlite");
        Files.setLastModifiedTime(good, FileTime.from(Instant.EPOCH));
        byte[] bytes = Files.readAllBytes(good);
        Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 'x');
        Files.write(backups.resolve("damaged.sqlite"), bytes);

        Said said = drill();

        assertThat(said.exit()).as(said.output()).isEqualTo(1);
        assertThat(said.output()).contains("KHÔNG ĐẠT / FAILED", "damaged.sqlite");
        assertLeftNothing();
    }

    /** No room for what is restored says nothing of the backup; a copy of another store beside is none of a ledger. */
    @Test
    void whatCannotBeRestoredIsNotFailed() throws IOException {
        Files.setLastModifiedTime(backup(data, "one.sqlite"), FileTime.from(Instant.EPOCH));
        for (String store : List.of("reads.sqlite", "refused.sqlite")) {
            Files.copy(data.resolve(store), backups.resolve(store));
        }
        Path full = Files.writeString(unpacked.resolve("full"), "");

        Said said = binIn(
                full, "officer:" + product.password("officer"), "restore-drill", backups, data, product.address());

        assertThat(said.exit()).as(said.output()).isEqualTo(2);
        assertThat(said.output()).contains("Không biết được / could not tell");
        Files.delete(full);
        assertThat(drill().output()).contains("one.sqlite", "/ passed");
        assertLeftNothing();
    }

    /** A sound backup of another ledger of the same name: its chain is not the one of the product. */
    @Test
    void aBackupOfAnotherLedgerFails(@TempDir Path other) {
        try (AllInOne another = AllInOne.start(other, "--soto.demo=false")) {
            COMMUNE.founding().getFirst().send(another, new AcknowledgedCommands());
        }
        backup(other, "other.sqlite");

        Said said = drill();

        assertThat(said.exit()).as(said.output()).isEqualTo(1);
        assertThat(said.output()).contains("KHÔNG ĐẠT / FAILED");
        assertLeftNothing();
    }

    @Test
    void withoutTheProductItCannotTell() {
        backup(data, "one.sqlite");

        Said said = drill("http://127.0.0.1:1");

        assertThat(said.exit()).as(said.output()).isEqualTo(2);
        assertThat(said.output()).contains("Không biết được / could not tell");
        assertLeftNothing();
    }
}
