package vn.soto.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.events.EventCodec;
import vn.soto.ledgerwriter.memory.MemoryLedger;
import vn.soto.testkit.LinkCrawl;

/** Walks through the demo by nothing but the links of answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
@Tag("long")
final class LinksIT {

    /** Reports are submitted by then. */
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 1, 31);

    private final DemoClock clock = new DemoClock();
    private final MemoryLedger ledger = new MemoryLedger("demo/links", clock);
    private final EventCodec codec = EventCodec.product();
    private final CommandSide commands =
            CommandSide.start(ledger, ledger, codec, clock, DefaultPolicy.standard(), new SimpleMeterRegistry());
    private final ReadSide side = new ReadSide(ledger, clock);

    @BeforeAll
    void load() {
        new DemoScript()
                .days()
                .takeWhile(day -> !day.day().isAfter(LAST_DAY))
                .flatMap(day -> day.steps().stream())
                .forEach(step -> {
                    clock.advanceTo(step.at());
                    commands.gateway().submit(new CommandRequest(step.id(), step.actor()), step.command());
                });
        side.catchUp();
    }

    @AfterAll
    void stop() {
        side.close();
        commands.close();
        ledger.close();
    }

    @Test
    void everyLinkOfEveryAnswerAnswers() {
        Map<String, Integer> now = new LinkCrawl(side::whole, Map.of("q", "bau%20bang"))
                .from("/api")
                .paths();
        assertThat(now)
                .containsKeys(
                        "/api/units/*",
                        "/api/units/*/households",
                        "/api/dashboards/*",
                        "/api/teams/*/timeline",
                        "/api/teams/*/reports/*/figures/*",
                        "/api/households/*",
                        "/api/assistances/*",
                        "/api/members/*/activity",
                        "/api/search");
    }

    @Test
    void aPastMomentStaysInEveryAddress() {
        String past = "asOf=" + ledger.tail().number() / 2;
        Map<String, Integer> then = new LinkCrawl(
                        address -> {
                            assertThat(address).contains(past);
                            return side.whole(address);
                        },
                        Map.of("q", "bau%20bang"))
                .from("/api?" + past)
                .paths();
        assertThat(then).containsKeys("/api/units/*", "/api/households/*");
    }
}
