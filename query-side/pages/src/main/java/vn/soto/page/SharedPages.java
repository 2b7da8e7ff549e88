package vn.soto.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pages that tell of no person, made once for all readers with the same rights: readers who ask while a page is being made wait for it,
 * those who ask later get its bytes. A page is a function of what its key holds; it is given nothing else of who reads. Thread-safe.
 */
@Component
final class SharedPages {

    /** Some 100 kB each. */
    private static final int MOST = 200;

    private final Map<Key, Mono<Made>> pages = new LinkedHashMap<>(MOST, 0.75f, true);

    /**
     * What a page depends on.
     *
     * @param address of the page, with all its parameters
     * @param rights  of the reader today, without what says whose they are
     * @param moment  how far the ledger and the read models are
     */
    record Key(String address, String language, String site, JsonNode rights, JsonNode moment) {

        /** @param me answer of {@code /api/me}, asked at the same time as the page */
        static Key of(PageContext context, ApiAnswer me) {
            return new Key(
                    context.address(),
                    context.language().getLanguage(),
                    context.site(),
                    rights(me),
                    moment(me.freshness().value()));
        }

        /** What a shared page may know of its reader. */
        PageContext context(PageContext whole) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.set("answer", rights);
            ApiAnswer somebody =
                    new ApiAnswer(whole.me().question(), whole.me().address(), HttpStatus.OK.value(), body);
            Preferences language = new Preferences(whole.language(), "", "");
            return new PageContext(whole.address(), whole.options(), somebody, language, whole.assets(), whole.site());
        }

        private static JsonNode rights(ApiAnswer me) {
            ObjectNode kept = JsonNodeFactory.instance.objectNode();
            JsonNode answer = me.answer().value();
            kept.set("on", answer.path("on"));
            kept.set("granted", answer.path("granted"));
            JsonNode rights = answer.path("rights").deepCopy();
            rights.forEach(right -> {
                if (right instanceof ObjectNode each) {
                    each.remove("grant");
                    each.remove("cause");
                }
            });
            kept.set("rights", rights);
            return kept;
        }

        private static JsonNode moment(JsonNode freshness) {
            return freshness instanceof ObjectNode whole
                    ? whole.deepCopy().without("lagSeconds")
                    : MissingNode.getInstance();
        }
    }

    /** The page of a key: the one that is there or being made, otherwise a new one. Problems are not kept. */
    Mono<Made> of(Key key, Supplier<Mono<Made>> make) {
        synchronized (pages) {
            Mono<Made> present = pages.get(key);
            if (present != null) {
                return present;
            }
            Mono<Made> made = Mono.defer(make)
                    .doOnNext(page -> {
                        if (page.answer().isProblem()) {
                            drop(key);
                        }
                    })
                    .doOnError(failed -> drop(key))
                    .cache();
            pages.put(key, made);
            if (pages.size() > MOST) {
                pages.remove(pages.keySet().iterator().next());
            }
            return made;
        }
    }

    private void drop(Key key) {
        synchronized (pages) {
            pages.remove(key);
        }
    }

    int size() {
        synchronized (pages) {
            return pages.size();
        }
    }
}
