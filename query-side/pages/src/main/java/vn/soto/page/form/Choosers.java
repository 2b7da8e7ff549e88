package vn.soto.page.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.FormExchange;
import vn.soto.page.PageContext;
import vn.soto.page.Part;

/** Fills the fields of a form that choose: asks for what is chosen, for the reader's own, and for what is searched for. */
public final class Choosers {

    /** Before the path of the field in which something is searched for. */
    public static final String QUERY = "_q.";

    private final FormExchange asked;
    private final Typed typed;

    private Choosers(FormExchange asked, Typed typed) {
        this.asked = asked;
        this.typed = typed;
    }

    /** What a field is to choose. */
    private record Wanted(FormField field, ChoiceSource source, String query, List<String> chosen, List<String> lists) {

        boolean isFixed() {
            return field.inPath() && !chosen.isEmpty();
        }

        List<String> ones() {
            return source.one().isEmpty()
                    ? List.of()
                    : chosen.stream()
                            .map(id -> source.one().replace("{id}", Addresses.encoded(id)))
                            .toList();
        }
    }

    /** @param opened lists of groups to which a row is added */
    static Mono<Map<String, Chooser>> of(FormExchange asked, Part command, Typed typed, Set<String> opened) {
        return new Choosers(asked, typed).all(FormField.choosing(command, typed, opened));
    }

    /** One field of a page of its own. */
    public static Mono<Chooser> one(FormExchange asked, String path, String kind, boolean several, Typed typed) {
        ChoiceSource source = ChoiceSource.of(kind).orElseThrow();
        Choosers made = new Choosers(asked, typed);
        Part none = new Part("", tools.jackson.databind.node.MissingNode.getInstance());
        Wanted wanted = made.wanted(new FormField(path, none, several), source);
        return made.answered(List.of(wanted)).map(answers -> made.chooser(wanted, answers));
    }

    private Mono<Map<String, Chooser>> all(List<FormField> fields) {
        List<Wanted> wanted = fields.stream()
                .flatMap(field -> ChoiceSource.of(field.kind()).map(source -> wanted(field, source)).stream())
                .toList();
        return answered(wanted).map(answers -> {
            Map<String, Chooser> made = new HashMap<>();
            wanted.forEach(each -> made.put(each.field.path(), chooser(each, answers)));
            return made;
        });
    }

    private Wanted wanted(FormField field, ChoiceSource source) {
        String query = typed.text(QUERY + field.path());
        List<String> chosen = field.several()
                ? typed.all(field.path())
                : Stream.of(typed.text(field.path()))
                        .filter(value -> !value.isEmpty())
                        .toList();
        boolean settled = field.inPath() && !chosen.isEmpty() && query.isEmpty();
        return new Wanted(field, source, query, chosen, settled ? List.of() : source.asked(known(query), query));
    }

    private ChoiceSource.Known known(String query) {
        PageContext page = asked.page();
        Map<String, List<String>> values = new HashMap<>();
        typed.names().stream()
                .filter(name -> !name.startsWith("_") && !typed.text(name).isEmpty())
                .forEach(name -> values.put(name.substring(name.lastIndexOf('.') + 1), typed.all(name)));
        List<Part> rights = page.me().answer().get("rights").items();
        for (String scope : List.of("team", "unit", "organisation")) {
            List<String> own = rights.stream()
                    .map(right -> right.get(scope).text())
                    .filter(id -> !id.isEmpty())
                    .distinct()
                    .toList();
            if (!own.isEmpty()) {
                values.putIfAbsent(scope, own);
            }
        }
        page.me().answer().get("member").optional().ifPresent(member -> values.put("member", List.of(member)));
        if (!query.isEmpty()) {
            values.put("q", List.of(query));
        }
        return new ChoiceSource.Known(values);
    }

    private Mono<Map<String, ApiAnswer>> answered(List<Wanted> wanted) {
        List<String> addresses = wanted.stream()
                .flatMap(each -> Stream.concat(each.ones().stream(), each.lists.stream()))
                .distinct()
                .toList();
        return asked.ask(addresses)
                .map(answers -> answers.stream()
                        .filter(answer -> !answer.isProblem())
                        .collect(Collectors.toMap(ApiAnswer::address, answer -> answer, (one, other) -> one)));
    }

    private Chooser chooser(Wanted wanted, Map<String, ApiAnswer> answers) {
        AnswerOptions rows = new AnswerOptions(wanted.source, asked.page());
        Map<String, Option> found = new LinkedHashMap<>();
        for (String address : wanted.lists) {
            if (answers.containsKey(address)) {
                rows.of(answers.get(address)).stream()
                        .filter(option -> ChoiceSource.searches(address)
                                || wanted.query.isEmpty()
                                || SearchText.matches(option.name() + " " + option.note(), wanted.query))
                        .forEach(option -> found.putIfAbsent(option.value(), option));
            }
        }
        List<Option> chosen = new ArrayList<>();
        for (String id : wanted.chosen) {
            ApiAnswer answer = answers.get(wanted.source.one().replace("{id}", Addresses.encoded(id)));
            Option known = answer == null ? found.get(id) : rows.one(answer, id);
            chosen.add(known == null ? Option.of(id, asked.page().t("form.chosen")) : known);
        }
        return new Chooser(
                chosen,
                found.values().stream().limit(Chooser.MOST).toList(),
                wanted.query,
                found.size() > Chooser.MOST,
                wanted.field.several(),
                wanted.isFixed());
    }
}
