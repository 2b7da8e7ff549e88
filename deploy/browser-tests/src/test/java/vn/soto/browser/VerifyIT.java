package vn.soto.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A reader's browser recomputes the chain and believes no hash that the server sends. */
@Tag("browser")
@Tag("processes")
@ResourceLock(value = RunningProduct.DEMO, mode = ResourceAccessMode.READ)
final class VerifyIT {

    private static final boolean LONG = Boolean.getBoolean("soto.long");
    private static final JsonMapper JSON = new JsonMapper();
    private static final int HELD = 2000;
    private static final int HELD_OF_TAMPERED = 800;

    /** The position at which the streams below are altered: within the second request. */
    private static final int ALTERED = 743;

    /** One browser; each tampered stream gets a tab, which has a memory of its own. */
    @AutoClose
    private static Visit reader;

    @BeforeAll
    static void enter() {
        reader = Visit.of("auditor");
    }

    private static String chain(Visit visit, int commit) {
        return visit.product()
                .json("auditor", "/api/commits/" + commit, "/answer/chain")
                .asString();
    }

    private static void verify(Page page, int commit, String chain) {
        page.navigate("/verify?commit=" + commit);
        page.fill("#chain", chain);
        page.locator("[data-verify=start]").click();
    }

    /** Only the commits up to the hash that is held, and what a liar makes of them. */
    private static void shorten(Page page, int last, Consumer<List<ObjectNode>> lie) {
        page.route("**/api/leaves*", route -> answer(route, last, lie));
    }

    private static void answer(Route route, int last, Consumer<List<ObjectNode>> lie) {
        APIResponse answer = route.fetch();
        List<ObjectNode> lines = new ArrayList<>();
        answer.text().lines().map(line -> (ObjectNode) JSON.readTree(line)).forEach(lines::add);
        lines.removeIf(line -> line.get("n").asInt() > last);
        lie.accept(lines);
        StringBuilder body = new StringBuilder();
        lines.forEach(line -> body.append(line).append('\n'));
        route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(body.toString()));
    }

    @Test
    void theHashThatIsHeldIsFoundInTheChain() {
        try (Visit visit = Visit.of("auditor")) {
            shorten(visit.page(), HELD, lines -> {});
            verify(visit.page(), HELD, chain(visit, HELD));

            assertThat(visit.page().locator("[data-verify=result]")).containsText("✓ Mã đang giữ đúng");
            assertThat(visit.page().locator("[data-verify=head]")).hasText(chain(visit, HELD));
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void aHashThatIsNotInTheChainIsRefusedWhateverTheServerSays() {
        try (Visit visit = Visit.of("auditor")) {
            shorten(
                    visit.page(),
                    HELD,
                    lines -> lines.forEach(line -> {
                        if (line.get("n").asInt() == HELD) {
                            line.put("chain", "ab".repeat(32));
                        }
                    }));
            verify(visit.page(), HELD, "ab".repeat(32));

            assertThat(visit.page().locator("[data-verify=result]")).containsText("✗ Lần ghi 2.000");
            assertThat(visit.page().locator("[data-verify=result]")).containsText("Đang giữ: abab");
        }
    }

    @Test
    @Tag("long")
    void whatWasComputedIsKeptWhenTheConnectionFails() {
        try (Visit visit = Visit.of("auditor")) {
            Page page = visit.page();
            String chain = chain(visit, HELD);
            shorten(page, HELD, lines -> {});
            page.route(Pattern.compile("/api/leaves\\?from=1001&"), Route::abort, new Page.RouteOptions().setTimes(1));
            verify(page, HELD, chain);
            assertThat(page.locator("[data-verify=result]")).containsText("Chưa tính tiếp được");
            assertThat(page.locator("[data-verify=bar]")).hasAttribute("value", "1000");

            page.reload();
            List<String> asked = new ArrayList<>();
            page.onRequest(request -> {
                if (request.url().contains("/api/leaves")) {
                    asked.add(request.url());
                }
            });
            assertThat(page.locator("#chain")).hasValue(chain);
            page.locator("[data-verify=start]").click();

            assertThat(page.locator("[data-verify=result]")).containsText("✓ Mã đang giữ đúng");
            assertThat(asked.getFirst()).contains("from=1001");
        }
    }

    @Test
    @Tag("long")
    void whoMayNotReadTheLedgerIsTold() {
        try (Visit visit = Visit.of("member")) {
            verify(visit.page(), HELD, "ab".repeat(32));
            assertThat(visit.page().locator("[data-verify=result]")).containsText("không có quyền");
        }
    }

    /**
     * A stream that was tampered with.
     *
     * @param found the commit that must be named
     */
    record Tampered(String how, int found, Consumer<List<ObjectNode>> lie) {

        @Override
        public String toString() {
            return how;
        }
    }

    static Stream<Tampered> tampered() {
        Stream<Tampered> always = Stream.of(
                new Tampered("the last byte of a body's hash", ALTERED, at(line -> flip(line, -1))),
                new Tampered("the end cut off", 601, lines -> lines.removeIf(line -> number(line) > 600)));
        Stream<Tampered> atLength = Stream.of(
                new Tampered("another chain hash", ALTERED, at(line -> line.put("chain", "00".repeat(32)))),
                new Tampered("a commit left out", ALTERED, lines -> lines.removeIf(line -> number(line) == ALTERED)),
                new Tampered("a bit of the time", ALTERED, at(line -> flip(line, 40))),
                new Tampered("another number in the leaf", ALTERED, at(line -> flip(line, 8))),
                new Tampered("another first position", ALTERED, at(line -> flip(line, 16))),
                new Tampered("another version", ALTERED, at(line -> flip(line, 0))),
                new Tampered(
                        "a leaf cut short",
                        ALTERED,
                        at(line -> line.put("leaf", Base64.getEncoder().encodeToString(new byte[] {1, 0, 0})))),
                new Tampered("two commits changed places", ALTERED, VerifyIT::exchange));
        return LONG ? Stream.concat(always, atLength) : always;
    }

    private static int number(ObjectNode line) {
        return line.get("n").asInt();
    }

    private static Consumer<List<ObjectNode>> at(Consumer<ObjectNode> lie) {
        return lines -> lines.stream().filter(line -> number(line) == ALTERED).forEach(lie);
    }

    /** @param at index of the byte, from the end if it is negative */
    private static void flip(ObjectNode line, int at) {
        byte[] leaf = Base64.getDecoder().decode(line.get("leaf").asString());
        leaf[at < 0 ? leaf.length + at : at] ^= 1;
        line.put("leaf", Base64.getEncoder().encodeToString(leaf));
    }

    private static void exchange(List<ObjectNode> lines) {
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (number(lines.get(i)) == ALTERED) {
                Collections.swap(lines, i, i + 1);
                return;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tampered")
    void theFirstCommitThatDiffersIsNamed(Tampered stream) {
        try (Page page = reader.tab()) {
            shorten(page, HELD_OF_TAMPERED, stream.lie);
            verify(page, HELD_OF_TAMPERED, chain(reader, HELD_OF_TAMPERED));

            assertThat(page.locator("[data-verify=result]")).containsText("✗ Lần ghi " + stream.found + ":");
        }
    }
}
