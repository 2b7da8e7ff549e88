package vn.soto.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    @TempDir
    private Path folder;

    /** Nor do hostile requests that came before make it do so. */
    @Test
    void callsNobodyAndLeavesTheHomeFolderAlone() throws IOException {
        SharedProducts.version1().awaitCaughtUp();

        SharedProducts.watchOfVersion1().assertCalledNobody();
    }

    @Test
    @Tag("long")
    void callsNobodyLeavesTheHomeFolderAloneAndKeepsItsDataToItself() throws IOException {
        assumeTrue(Watch.isThere(), "SKIPPED: strace is not installed");
        Watch watch = Watch.in(folder);
        Path data = folder.resolve("data");

        try (AllInOne product = AllInOne.start(watch.before(), data, "--soto.demo=false")) {
            assertThat(product.get("auditor", "/api/units").statusCode()).isEqualTo(200);
            assertThat(AllInOne.start(data, "--soto.demo=false").awaitExit())
                    .as("a second process")
                    .isNotZero();
            assertThat(product.get("auditor", "/api/units").statusCode()).isEqualTo(200);
        }

        watch.assertCalledNobody();
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
        SharedProducts.demo();

        assertThat(Files.getPosixFilePermissions(SharedProducts.demoFolder().resolve("data/accounts")))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
    }
}
