package vn.soto.page.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;

/**
 * The part of a filled form that a correction sends: the values that its sender changed. Unchanged fields take the
 * value in force at sending, even if somebody corrected it since. They keep the ledger's value even if a field shows
 * less of it, such as no seconds.
 */
record Correction(Part command, Map<String, List<String>> opened, Map<String, List<String>> inForce) {

    /** The commit as of which a form shows the fact. */
    static final String AS_OF = "_asOf";

    /** Fields of which one that is left out stays as it is, together with those beside it; of other commands it means: none. */
    private static final Map<String, List<Set<String>>> STAYS = Map.of(
            "correct-assistance",
            List.of(
                    Set.of("helpers"),
                    Set.of("jointHelpers"),
                    Set.of("household", "business", "walkIn"),
                    Set.of("note")));

    /** The values of the opened form: those of the address, then those in force. */
    static Mono<Typed> filled(FormExchange asked, Part command, Typed given) {
        return FormDefaults.fact(command, given)
                .map(question -> asked.ask(question)
                        .map(fact -> fact.isProblem()
                                ? given
                                : given.orElse(said(command, fact, given))
                                        .with(
                                                AS_OF,
                                                fact.freshness().get("commit").text())))
                .orElseGet(() -> Mono.just(given));
    }

    private static Map<String, List<String>> said(Part command, ApiAnswer fact, Typed given) {
        Map<String, List<String>> said = new HashMap<>(FormDefaults.of(command, fact));
        said.putAll(CorrectedFacts.of(command, fact, given));
        return said;
    }

    /** The values that a filled form sends; those of a form of no correction are unchanged. */
    static Mono<Typed> sent(FormExchange asked, Part command, Typed typed) {
        String asOf = typed.text(AS_OF);
        return FormDefaults.fact(command, asked.given().merged(typed))
                .filter(question -> asOf.matches("[0-9]{1,18}"))
                .map(question -> asked.ask(List.of(Addresses.with(question, "asOf", asOf), question))
                        .map(facts -> facts.stream().anyMatch(ApiAnswer::isProblem)
                                ? typed
                                : new Correction(
                                                command,
                                                said(command, facts.getFirst(), typed),
                                                said(command, facts.getLast(), typed))
                                        .of(typed, asked.page())))
                .orElseGet(() -> Mono.just(typed));
    }

    Typed of(Typed typed, PageContext page) {
        Typed sent = typed;
        for (Map.Entry<String, List<String>> field : opened.entrySet()) {
            String path = field.getKey();
            if (sent.has(path) && isUnchanged(path, typed, page)) {
                sent = inForce.containsKey(path)
                        ? sent.with(path, inForce.getOrDefault(path, List.of()))
                        : sent.without(path);
            }
        }
        for (Set<String> fields : STAYS.getOrDefault(command.get("name").text(), List.of())) {
            if (fields.stream().allMatch(path -> isUnchanged(path, typed, page))) {
                for (String path : fields) {
                    sent = sent.without(path);
                }
            }
        }
        return sent;
    }

    /** Whether a field holds what it was opened with, in the form in which the page shows it. */
    private boolean isUnchanged(String path, Typed typed, PageContext page) {
        List<String> before = opened.getOrDefault(path, List.of());
        List<String> now = typed.all(path);
        return now.equals(before)
                || now.equals(
                        before.stream().map(value -> page.format().text(value)).toList())
                || now.equals(before.stream().map(FormState::localTime).toList());
    }
}
