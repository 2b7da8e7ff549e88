package vn.soto.page;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.web.AnswerKeys;
import vn.soto.web.MemoryShare;
import vn.soto.web.SharedResults;

/**
 * Pages that tell of no person, and the answers they show, made once for all readers with the same rights. A page is a function of what
 * its key holds; it is given nothing else of who reads. Thread-safe.
 */
@Component
final class SharedPages {

    /** Most bytes of a parsed answer, but for few. */
    private static final long ANSWER = 300_000;

    private static final List<String> OF_ALL = List.of("role", "everywhere", "unit", "team", "organisation", "may");

    private final SharedResults<Key, Made> pages =
            new SharedResults<>(MemoryShare.PAGES.bytes(), page -> sized(page.answer(), page.size()));
    private final SharedResults<Question, ApiAnswer> answers =
            new SharedResults<>(MemoryShare.ANSWERS_OF_PAGES.bytes(), answer -> sized(answer, ANSWER));

    private static OptionalLong sized(ApiAnswer answer, long bytes) {
        return answer.isProblem() ? OptionalLong.empty() : OptionalLong.of(bytes);
    }

    /** @param address of the page, with all its parameters */
    record Key(String address, String language, String site, AnswerKeys.Key depends) {}

    /** @param address of the question, with its parameters */
    private record Question(String address, String language, AnswerKeys.Key depends) {}

    /** The page of a key: the one that is there or being made, otherwise a new one. Problems are not kept. */
    Mono<Made> page(Key key, Supplier<Mono<Made>> make) {
        return pages.of(key, () -> make.get().map(Made::shared));
    }

    /** The answer to a question that a page of the key shows; of several pages it may be the same. */
    Mono<ApiAnswer> answer(String address, Key key, Supplier<Mono<ApiAnswer>> ask) {
        return answers.of(new Question(address, key.language, key.depends), ask);
    }

    /** The part of a reader's own answer that a shared page may use: the rights without their holder. */
    static ApiAnswer anybody(ApiAnswer me) {
        JsonNode answer = me.answer().value();
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        kept.set("on", answer.path("on"));
        kept.set("quarter", answer.path("quarter"));
        kept.set("granted", answer.path("granted"));
        ArrayNode rights = kept.putArray("rights");
        answer.path("rights").forEach(right -> {
            ObjectNode held = rights.addObject();
            OF_ALL.stream().filter(right::has).forEach(name -> held.set(name, right.get(name)));
        });
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("answer", kept);
        return new ApiAnswer(me.question(), me.address(), me.status(), body);
    }
}
