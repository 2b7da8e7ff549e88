package vn.soto.page.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    /** A field in a row of a list. */
    private static final Pattern ROW = Pattern.compile("(.*?)\\.[0-9]+\\..*");

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
        if (command.get("name").text().startsWith("adopt-")) {
            // What is adopted has a decision and a day of its own.
            said.keySet().removeIf(path -> path.startsWith("instrument.") || path.equals("effectiveFrom"));
        }
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
        for (String list : lists(opened)) {
            if (isUnchangedList(list, typed, page)) {
                for (String path : rows(list, opened.keySet())) {
                    sent = sent.without(path);
                }
                for (String path : rows(list, inForce.keySet())) {
                    sent = sent.with(path, inForce.getOrDefault(path, List.of()));
                }
            }
        }
        for (Map.Entry<String, List<String>> field : opened.entrySet()) {
            String path = field.getKey();
            if (!ROW.matcher(path).matches() && sent.has(path) && isUnchanged(path, typed, page)) {
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

    /** The lists whose rows are groups; the rows of a list change together. */
    private static Set<String> lists(Map<String, List<String>> values) {
        return values.keySet().stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> row.group(1))
                .collect(Collectors.toSet());
    }

    private static List<String> rows(String list, Set<String> paths) {
        return paths.stream()
                .filter(path -> path.startsWith(list + ".") && ROW.matcher(path).matches())
                .toList();
    }

    private boolean isUnchangedList(String list, Typed typed, PageContext page) {
        return rows(list, opened.keySet()).stream().allMatch(path -> isUnchanged(path, typed, page))
                && rows(list, typed.names()).stream()
                        .allMatch(path ->
                                opened.containsKey(path) || typed.text(path).isEmpty());
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
