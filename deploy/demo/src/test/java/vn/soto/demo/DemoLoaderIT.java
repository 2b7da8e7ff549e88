package vn.soto.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Tail;
import vn.soto.ledgerwriter.memory.MemoryLedger;

/** Loads the demo; what the whole of it holds is tested over the ledger that the product makes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("long")
final class DemoLoaderIT {

    private final DemoClock clock = new DemoClock();
    private final MemoryLedger ledger = new MemoryLedger("demo/binh-duong", clock);
    private final CommandSide commands = CommandSide.start(
            ledger, ledger, EventCodec.product(), clock, DefaultPolicy.standard(), new SimpleMeterRegistry());
    private final DemoLoader loader = new DemoLoader(commands, clock, (done, total, day) -> {});
    private final List<DemoDay> days = new DemoScript().days().toList();
    private final long steps =
            days.stream().mapToLong(day -> day.steps().size()).sum();

    @BeforeAll
    void load() {
        assertThat(loader.load(days.stream(), steps)).isEqualTo(steps);
    }

    @AfterAll
    void stop() {
        commands.close();
        ledger.close();
    }

    @Test
    void changesNothingWhenLoadedAgain() {
        Tail before = ledger.tail();
        assertThat(before.number()).isEqualTo(steps).isPositive();
        assertThat(loader.load(days.stream(), steps)).isEqualTo(steps);
        assertThat(ledger.tail()).isEqualTo(before);
    }

    @Test
    void stopsAtTheFirstCommandThatIsRefused() {
        DemoScript contradiction = new DemoScript(Story.SEED + 1, DemoUnits.all());
        assertThatThrownBy(() -> loader.load(contradiction.play()))
                .isInstanceOf(DemoFailedException.class)
                .hasMessageContaining("demo-administrator");
    }
}
