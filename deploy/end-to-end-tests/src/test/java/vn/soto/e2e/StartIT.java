package vn.soto.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.demo.loaded.LoadedDemo;
import vn.soto.harness.AllInOne;
import vn.soto.harness.DemoData;
import vn.soto.harness.EmptyData;
import vn.soto.ledger.sqlite.SqliteLedgerReader;
import vn.soto.testkit.Await;

/** The effects of a start, and their limits. */
@Tag("processes")
final class StartIT {

    private static final List<String> WATCH =
            List.of("/usr/bin/strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=connect,sendto,sendmsg", "-o");

    @TempDir
    private Path folder;

    /** The process connects to loopback only: it downloads, reports and resolves nothing. */
    @Test
    void callsNobodyLeavesTheHomeFolderAloneAndKeepsItsDataToItself() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/strace")), "SKIPPED: strace is not installed");
        Path calls = folder.resolve("calls");
        Path home = Files.createDirectory(folder.resolve("home"));
        List<String> before = new ArrayList<>(WATCH);
        before.addAll(
                List.of(calls.toString(), "/usr/bin/env", "HOME=" + home, "JAVA_TOOL_OPTIONS=-Duser.home=" + home));
        Path data = folder.resolve("data");

        try (AllInOne product = AllInOne.start(before, data, "--soto.demo=false")) {
            assertThat(product.get("auditor", "/api/units").statusCode()).isEqualTo(200);
            if (Boolean.getBoolean("soto.long")) {
                assertThat(AllInOne.start(data, "--soto.demo=false").awaitExit())
                        .as("a second process")
                        .isNotZero();
                assertThat(product.get("auditor", "/api/units").statusCode()).isEqualTo(200);
            }
        }

        try (Stream<String> lines = Files.lines(calls)) {
            List<String> outbound = lines.filter(line -> line.contains("AF_INET"))
                    .filter(line -> !line.contains("127.0.0.1")
                            && !line.contains("\"::1\"")
                            && !line.contains("::ffff:127.0.0.1"))
                    .toList();
            assertThat(outbound).isEmpty();
        }
        assertThat(Files.size(calls)).as("the watch saw something").isPositive();
        try (Stream<Path> files = Files.walk(home)) {
            assertThat(files).containsExactly(home);
        }
    }

    @Test
    @Tag("long")
    void productionRefusesADemoLedger() {
        AllInOne product = AllInOne.start(DemoData.copyTo(folder.resolve("data")), "--soto.demo=false");

        assertThat(product.awaitExit()).isNotZero();
        assertThat(product.output()).contains("demo/binh-duong");
    }

    @Test
    @Tag("long")
    void aDemoRefusesALedgerOfProduction() {
        AllInOne demo = AllInOne.start(EmptyData.in(folder.resolve("data")));

        assertThat(demo.awaitExit()).isNotZero();
        assertThat(demo.output()).contains("soto/binh-duong");
    }

    /** The other tests have a demo that was loaded before. */
    @Test
    @Tag("long")
    void aDemoThatIsKilledWhileItLoadsLeavesNoLedger() throws IOException {
        Path data = folder.resolve("data");
        AllInOne demo = AllInOne.start(data);
        Await.until("a command of the demo", () -> demo.output().contains("demo:   0 %"));
        demo.kill();

        assertThat(data.resolve("demo-loading/ledger.sqlite")).isNotEmptyFile();
        assertThat(data.resolve("ledger.sqlite")).doesNotExist();
    }

    @Test
    @Tag("long")
    void aFirstStartLoadsAsMuchAsOtherTestsRead() {
        try (SqliteLedgerReader loaded =
                        SqliteLedgerReader.open(LoadedDemo.folder().resolve("ledger.sqlite"));
                AllInOne demo = AllInOne.start(folder.resolve("data"))) {
            demo.awaitCaughtUp();
            assertThat(demo.json("auditor", "/api/units")
                            .at("/freshness/ledger")
                            .asLong())
                    .isGreaterThanOrEqualTo(loaded.tail().number());
        }
    }

    @Test
    void tellsWhereThePasswordsAreAndNone() {
        AllInOne product = SharedProducts.demo();

        assertThat(product.output())
                .contains(SharedProducts.demoFolder().resolve("data/accounts").toString());
        for (String role : List.of("administrator", "officer", "leader", "member", "auditor")) {
            assertThat(product.output()).as("the password of %s", role).doesNotContain(product.password(role));
        }
    }

    @Test
    void keepsAccountsToTheOwnerOfTheDataFolder() throws IOException {
        assertThat(Files.getPosixFilePermissions(DemoData.accounts()))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
    }
}
