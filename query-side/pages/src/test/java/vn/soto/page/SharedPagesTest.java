package vn.soto.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

final class SharedPagesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String OFFICER =
            "{\"role\":\"OFFICER\",\"unit\":\"hcm-013\",\"cause\":\"GRANT\",\"grant\":\"%s\"}";

    private final SharedPages pages = new SharedPages();
    private final AtomicInteger made = new AtomicInteger();

    /** Answer of {@code /api/me} to somebody with rights, when the ledger ends with a commit. */
    private static ApiAnswer me(String account, String rights, long commit) {
        String body = """
                {"freshness":{"commit":%d,"lagCommits":0,"lagSeconds":0,"deadLetters":0},
                 "answer":{"account":"%s","name":"%s","on":"2026-11-26","granted":true,"rights":[%s]}}
                """.formatted(commit, account, account, rights);
        return new ApiAnswer("/api/me", "/api/me", 200, JSON.readTree(body));
    }

    private static PageContext context(ApiAnswer me, String address, Locale language) {
        return new PageContext(
                address, Map.of(), me, new Preferences(language, "", ""), "/assets/0/", "https://so-to.example");
    }

    private static SharedPages.Key key(ApiAnswer me, String address, Locale language) {
        return SharedPages.Key.of(context(me, address, language), me);
    }

    private static SharedPages.Key key(ApiAnswer me) {
        return key(me, "/dashboards/u", Locale.ENGLISH);
    }

    private Mono<Made> page(int status) {
        return Mono.fromSupplier(() -> made("page " + made.incrementAndGet(), status));
    }

    private static Made made(String text, int status) {
        ApiAnswer answer =
                new ApiAnswer("/api/dashboards/{unit}", "/api/dashboards/u", status, MissingNode.getInstance());
        return new Made(answer, text, text.getBytes(StandardCharsets.UTF_8), false);
    }

    private static Made now(Mono<Made> page) {
        return Objects.requireNonNull(page.block());
    }

    private String title(SharedPages.Key key) {
        return now(pages.of(key, () -> page(200))).title();
    }

    @Test
    void whoeverHasTheSameRightsSharesAPage() {
        String first = title(key(me("an", OFFICER.formatted("g-1"), 7)));

        assertThat(title(key(me("binh", OFFICER.formatted("g-2"), 7)))).isEqualTo(first);
        assertThat(made).hasValue(1);
    }

    @Test
    void otherRightsAnotherCommitLanguageOrAddressMakeAnother() {
        ApiAnswer officer = me("an", OFFICER.formatted("g"), 7);
        title(key(officer));
        title(key(me("an", OFFICER.formatted("g").replace("hcm-013", "hcm-014"), 7)));
        title(key(me("an", "", 7)));
        title(key(me("an", OFFICER.formatted("g"), 8)));
        title(key(officer, "/dashboards/u", Locale.of("vi")));
        title(key(officer, "/dashboards/u?asOf=3", Locale.ENGLISH));

        assertThat(made).hasValue(6);
    }

    @Test
    void aPageIsMadeOnceForAllWhoWaitForIt() {
        SharedPages.Key key = key(me("an", OFFICER.formatted("g"), 7));
        Sinks.One<Made> later = Sinks.one();
        AtomicInteger asked = new AtomicInteger();
        Mono<Made> one = pages.of(key, () -> {
            asked.incrementAndGet();
            return later.asMono();
        });
        Mono<Made> other = pages.of(key, () -> page(200));
        AtomicInteger told = new AtomicInteger();
        one.subscribe(page -> told.incrementAndGet());
        other.subscribe(page -> told.incrementAndGet());

        later.tryEmitValue(made("the page", 200));

        assertThat(told).hasValue(2);
        assertThat(asked).hasValue(1);
        assertThat(made).hasValue(0);
    }

    @Test
    void problemsAndFailuresAreNotKept() {
        SharedPages.Key key = key(me("an", OFFICER.formatted("g"), 7));
        now(pages.of(key, () -> page(503)));
        assertThat(now(pages.of(key, () -> Mono.<Made>error(new IllegalStateException("down")))
                                .onErrorReturn(made("failed", 500)))
                        .title())
                .isEqualTo("failed");

        assertThat(title(key)).isEqualTo("page 2");
        assertThat(title(key)).isEqualTo("page 2");
    }

    @Test
    void aSharedPageKnowsNothingOfWhoReads() {
        ApiAnswer me = me("nguyen-van-an", OFFICER.formatted("g-1"), 7);
        PageContext whole = context(me, "/dashboards/u", Locale.ENGLISH);

        PageContext shared = SharedPages.Key.of(whole, me).context(whole);

        assertThat(shared.me().body().toString()).contains("OFFICER").doesNotContain("nguyen-van-an", "g-1");
    }

    @Test
    void noMoreAreKeptThanFit() {
        ApiAnswer me = me("an", OFFICER.formatted("g"), 7);
        for (int i = 0; i < 1_000; i++) {
            title(key(me, "/dashboards/u" + i, Locale.ENGLISH));
        }

        assertThat(pages.size()).isEqualTo(200);
    }
}
