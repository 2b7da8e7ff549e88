package vn.soto.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import vn.soto.web.AnswerKeys;

final class SharedPagesTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final SharedPages pages = new SharedPages();
    private final AtomicInteger made = new AtomicInteger();

    private static SharedPages.Key key(String rights, long commit, String language, String address) {
        return new SharedPages.Key(address, language, "https://so-to.example", new AnswerKeys.Key(rights, commit));
    }

    private static SharedPages.Key key() {
        return key("officer of hcm-013", 7, "en", "/dashboards/u");
    }

    private Mono<Made> page(int status) {
        return Mono.fromSupplier(() -> made("page " + made.incrementAndGet(), status));
    }

    private static Made made(String text, int status) {
        return new Made(answer(status), text, text.getBytes(StandardCharsets.UTF_8), false, null);
    }

    private static ApiAnswer answer(int status) {
        return new ApiAnswer("/api/dashboards/{unit}", "/api/dashboards/u", status, MissingNode.getInstance());
    }

    private static Made now(Mono<Made> page) {
        return Objects.requireNonNull(page.block());
    }

    private String title(SharedPages.Key key) {
        return now(pages.page(key, () -> page(200))).title();
    }

    @Test
    void whoeverHasTheSameKeySharesAPage() {
        assertThat(title(key())).isEqualTo(title(key()));
        assertThat(made).hasValue(1);
    }

    @Test
    void otherRightsAnotherCommitLanguageOrAddressMakeAnother() {
        title(key());
        title(key("officer of hcm-014", 7, "en", "/dashboards/u"));
        title(key("", 7, "en", "/dashboards/u"));
        title(key("officer of hcm-013", 8, "en", "/dashboards/u"));
        title(key("officer of hcm-013", 7, "vi", "/dashboards/u"));
        title(key("officer of hcm-013", 7, "en", "/dashboards/u?asOf=3"));

        assertThat(made).hasValue(6);
    }

    @Test
    void aPageIsMadeOnceForAllWhoWaitForIt() {
        Sinks.One<Made> later = Sinks.one();
        AtomicInteger asked = new AtomicInteger();
        Mono<Made> one = pages.page(key(), () -> {
            asked.incrementAndGet();
            return later.asMono();
        });
        Mono<Made> other = pages.page(key(), () -> page(200));
        AtomicInteger told = new AtomicInteger();
        one.subscribe(page -> told.incrementAndGet());
        other.subscribe(page -> told.incrementAndGet());

        later.tryEmitValue(made("the page", 200));

        assertThat(told).hasValue(2);
        assertThat(asked).hasValue(1);
        assertThat(made).hasValue(0);
    }

    @Test
    void anAnswerIsAskedForOnceForAllPagesThatShowIt() {
        AtomicInteger asked = new AtomicInteger();
        Supplier<Mono<ApiAnswer>> ask = () -> Mono.fromSupplier(() -> {
            asked.incrementAndGet();
            return answer(200);
        });
        for (SharedPages.Key each : List.of(
                key(),
                key("officer of hcm-013", 7, "en", "/dashboards/u?view=table"),
                key("auditor", 7, "en", "/dashboards/u"))) {
            pages.answer("/api/dashboards/u", each, ask).block();
        }

        assertThat(asked).as("by rights").hasValue(2);
    }

    @Test
    void problemsAndFailuresAreNotKept() {
        now(pages.page(key(), () -> page(503)));
        assertThat(now(pages.page(key(), () -> Mono.<Made>error(new IllegalStateException("down")))
                                .onErrorReturn(made("failed", 500)))
                        .title())
                .isEqualTo("failed");

        assertThat(title(key())).isEqualTo("page 2");
        assertThat(title(key())).isEqualTo("page 2");
    }

    @Test
    void aRefusalOfOneReaderIsNotThatOfThoseWhoWait() {
        Sinks.One<Made> later = Sinks.one();
        pages.page(key(), later::asMono).subscribe();
        Mono<Made> waiting = pages.page(key(), () -> page(200));
        List<String> told = new ArrayList<>();
        waiting.subscribe(page -> told.add(page.title()));
        later.tryEmitValue(made("too many", 429));

        Sinks.One<ApiAnswer> asked = Sinks.one();
        pages.answer("/api/dashboards/u", key(), asked::asMono).subscribe(answer -> {}, failed -> {});
        pages.answer("/api/dashboards/u", key(), () -> Mono.just(answer(200)))
                .subscribe(answer -> told.add("answer " + answer.status()));
        asked.tryEmitError(new IllegalStateException("down"));

        assertThat(told).containsExactly("page 1", "answer 200");
    }

    @Test
    void aSharedPageKnowsNothingOfWhoReads() {
        ApiAnswer me = new ApiAnswer("/api/me", "/api/me", 200, JSON.readTree("""
                {"freshness":{"commit":7},
                 "answer":{"account":"nguyen-van-an","name":"nguyen-van-an","member":"nguyen-van-an","on":"2026-11-26","quarter":"2026-Q4","granted":true,
                  "rights":[{"role":"OFFICER","everywhere":false,"unit":"hcm-013","from":"2026-01-02","cause":"GRANT","grant":"g-1",
                             "may":["FIGURES"]}],
                  "places":[{"href":"/api/members/nguyen-van-an/activity"}]}}
                """));

        assertThat(SharedPages.anybody(me).body().toString())
                .isEqualTo(
                        "{\"answer\":{\"on\":\"2026-11-26\",\"quarter\":\"2026-Q4\",\"granted\":true,\"rights\":[{\"role\":\"OFFICER\","
                                + "\"everywhere\":false,\"unit\":\"hcm-013\",\"may\":[\"FIGURES\"]}]}}");
    }
}
