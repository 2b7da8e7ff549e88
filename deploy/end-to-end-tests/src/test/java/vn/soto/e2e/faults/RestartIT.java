package vn.soto.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.soto.harness.AllInOne;
import vn.soto.harness.DemoData;

/** A second start answers like the first, says until then how far it has come, and loses nothing in a power failure. */
@Tag("processes")
@Tag("long")
final class RestartIT {

    @TempDir
    private Path folder;

    @Test
    void whatWasAcknowledgedIsAnsweredAfterAKillAsBefore() {
        Path data = folder.resolve("data");
        SampleCommune commune = new SampleCommune(2, 3);
        AcknowledgedCommands acknowledged = new AcknowledgedCommands();
        AnswerSheet before;
        try (AllInOne first = AllInOne.start(data, "--soto.demo=false")) {
            commune.establish(first, acknowledged);
            first.awaitCaughtUp();
            before = AnswerSheet.of(first, commune, List.of(), 5);
            first.kill();
        }

        try (AllInOne second = AllInOne.start(data, "--soto.demo=false")) {
            JsonNode early = second.json("auditor", "/api/units").get("freshness");
            assertThat(early.get("ledger").asLong()).isEqualTo(acknowledged.commands());
            assertThat(early.get("stale").asBoolean())
                    .isEqualTo(early.get("commit").asLong() < acknowledged.commands());
            second.awaitCaughtUp();
            assertThat(second.json("auditor", "/api/units")
                            .at("/freshness/stale")
                            .asBoolean())
                    .isFalse();
            before.assertEquals(AnswerSheet.of(second, commune, List.of(), 5));
        }
    }

    @Test
    void aStartOfTheDemoFoldsNothingThatAStopLeftFoldedAndSaysSo() {
        try (AllInOne product = AllInOne.start(DemoData.copyTo(folder.resolve("demo")))) {
            JsonNode fresh = product.json("auditor", "/api/units").get("freshness");
            assertThat(product.output())
                    .contains("read models are there up to commit: "
                            + fresh.get("ledger").asLong() + "; phải đọc tiếp / left to fold: 0");
            assertThat(fresh.get("stale").asBoolean()).isFalse();
        }
    }
}
