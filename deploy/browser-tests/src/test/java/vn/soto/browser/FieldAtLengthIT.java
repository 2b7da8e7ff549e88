package vn.soto.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import vn.soto.harness.TargetFolder;

/** In the field, at length: a browser that is killed, five hundred items, and how fast a slow phone opens the page. */
@Tag("browser")
@Tag("processes")
@Tag("long")
@ResourceLock(RunningProduct.FIELD)
final class FieldAtLengthIT {

    private static final int SEEDS = 50;
    private static final List<TcpCut.Line> LINES = List.of(TcpCut.Line.values());
    private static final RunningProduct PRODUCT = RunningProduct.ofTheField();

    /** Ids of visits that the page called kept, and of those that it showed as recorded. */
    private record Progress(Set<String> kept, Set<String> recorded) {}

    /** The items of the queue by their ids, with their states. */
    private static Map<String, String> items(FieldPhone phone) {
        phone.go("queue");
        assertThat(phone.page().locator("[data-file]")).isVisible();
        Map<String, String> states = new TreeMap<>();
        ((List<?>) phone.page()
                        .evaluate("() => Array.from(document.querySelectorAll('.item'))"
                                + ".map((each) => each.dataset.id + ' ' + each.dataset.state)"))
                .forEach(each -> {
                    String[] parts = String.valueOf(each).split(" ", 2);
                    states.put(parts[0], parts[1]);
                });
        return states;
    }

    private static int recorded(List<JsonNode> households) {
        return households.stream()
                .mapToInt(
                        each -> FieldPhone.helpOf(PRODUCT, each.get("household").asString()))
                .sum();
    }

    private static void kill(Path folder) {
        ProcessHandle.current()
                .descendants()
                .filter(process -> process.info()
                        .arguments()
                        .map(arguments -> String.join(" ", arguments))
                        .orElse("")
                        .contains(folder.toString()))
                .forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean isStored(String id) {
        return PRODUCT.page("administrator", "/api/assistances/" + id).statusCode() == 200;
    }

    /**
     * Keeps visits until the browser is gone; adds the ids of those that the page called kept. Each that the page shows as recorded
     * is in the ledger.
     */
    private static void untilKilled(FieldPhone phone, Random random, List<JsonNode> households, Progress until) {
        phone.line.set(LINES.get(random.nextInt(LINES.size())));
        phone.reopen().unlock("member");
        items(phone).forEach((id, state) -> {
            if (state.equals("recorded") && until.recorded.add(id)) {
                assertThat(isStored(id)).as(id).isTrue();
            }
        });
        while (true) {
            phone.line.set(LINES.get(random.nextInt(LINES.size())));
            phone.visitTo(
                    households
                            .get(random.nextInt(households.size()))
                            .get("reference")
                            .asString(),
                    "VNeID");
            assertThat(phone.kept()).isVisible();
            until.kept.add(phone.kept().getAttribute("data-receipt"));
        }
    }

    @Test
    void whateverWasCalledKeptIsRecordedOnceThoughTheBrowserIsKilledFiftyTimes() {
        List<JsonNode> households = FieldPhone.households(PRODUCT, "member").subList(20, 40);
        int before = recorded(households);
        Path folder = TargetFolder.emptied("killed-browser");
        Progress until = new Progress(new TreeSet<>(), new TreeSet<>());
        try (TcpCut line = new TcpCut(PRODUCT.address());
                ScheduledExecutorService killer = Executors.newSingleThreadScheduledExecutor()) {
            FieldPhone.keptIn(folder, PRODUCT, line).setUp("member").visit().close();
            for (int seed = 0; seed < SEEDS; seed++) {
                Random random = new Random(seed);
                FieldPhone phone = FieldPhone.keptIn(folder, PRODUCT, line);
                var _ = killer.schedule(() -> kill(folder), 500 + random.nextInt(3_000), TimeUnit.MILLISECONDS);
                try {
                    untilKilled(phone, random, households, until);
                } catch (PlaywrightException killed) {
                    // As it was meant.
                } catch (AssertionError gone) {
                    assertThat(gone).hasMessageContaining("closed");
                }
            }
            line.set(TcpCut.Line.WHOLE);
            FieldPhone phone = FieldPhone.keptIn(folder, PRODUCT, line);
            phone.reopen().unlock("member");
            assertThat(phone.page().locator("#waiting")).containsText("mọi lượt đã gửi");
            Map<String, String> items = items(phone);

            assertThat(until.kept).hasSizeGreaterThan(SEEDS / 2);
            assertThat(items.keySet()).containsAll(until.kept);
            assertThat(items.values()).containsOnly("recorded");
            assertThat(items.keySet()).allMatch(FieldAtLengthIT::isStored);
            System.out.println(
                    "field: killed " + SEEDS + " times; called kept " + until.kept.size() + ", stored " + items.size());
            assertThat(recorded(households)).isEqualTo(before + items.size());
            phone.visit().close();
        }
    }

    @Test
    void fiveHundredItemsAreRecordedInTheirOrder() {
        List<JsonNode> households = FieldPhone.households(PRODUCT, "leader");
        int before = recorded(households);
        try (FieldPhone phone = FieldPhone.of(PRODUCT).setUp("leader")) {
            Page page = phone.page();
            phone.offline(true);
            page.evaluate("""
                    async () => {
                      const from = (name) => import(document.querySelector('script').src.replace('field.js', name));
                      const { state } = await from('field-own.js');
                      const { keep } = await from('field-items.js');
                      const { commands } = await from('field-record.js');
                      const typed = (each) => ({ household: state.pack.households[each % state.pack.households.length].household,
                        services: ['vneid'], mode: 'SELF_PERFORMED', channel: 'HOME_VISIT', outcome: 'DONE' });
                      const made = Array.from({ length: 500 }, (_, each) => commands(state, typed(each), null)).flat();
                      await keep(state.own, ...made);
                      await state.changed();
                    }""");
            assertThat(page.locator("#waiting")).containsText("500 lượt chờ gửi");
            phone.offline(false);

            assertThat(page.locator("#waiting")).containsText("mọi lượt đã gửi");
            assertThat(items(phone))
                    .hasSize(500)
                    .allSatisfy((id, state) -> assertThat(state).isEqualTo("recorded"));
            assertThat(recorded(households)).isEqualTo(before + 500);
        }
    }

    /** From the cache, with a processor four times as slow: what stands in RESULTS.md is what this prints. */
    @Test
    void aSlowPhoneOpensThePageFromItsCache() {
        try (FieldPhone phone = FieldPhone.of(PRODUCT).setUp("member")) {
            phone.offline(true);
            JsonObject slow = new JsonObject();
            slow.addProperty("rate", 4);
            phone.visit().context().newCDPSession(phone.page()).send("Emulation.setCPUThrottlingRate", slow);
            List<Long> times = IntStream.range(0, 9)
                    .mapToObj(_ -> {
                        phone.reopen();
                        assertThat(phone.page().locator("[name=pin]")).isVisible();
                        return ((Number)
                                        phone.page()
                                                .evaluate(
                                                        "() => Math.round(performance.getEntriesByName('field-shown')[0].startTime)"))
                                .longValue();
                    })
                    .sorted()
                    .toList();
            System.out.println("field: opened from the cache, ms: " + times);
            assertThat(times.get(4)).isLessThanOrEqualTo(2_000);
        }
    }
}
