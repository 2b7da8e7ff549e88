package vn.soto.page.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;
import vn.soto.web.FoldedText;

/** Fills the fields of a form that choose: asks for what is chosen, for the reader's own, and for what is searched for. */
public final class Choosers {

    /** Before the path of the field in which something is searched for. */
    public static final String QUERY = "_q.";

    private static final String HOLDER = "holder";

    private final FormExchange asked;
    private final Typed typed;

    private Choosers(FormExchange asked, Typed typed) {
        this.asked = asked;
        this.typed = typed;
    }

    /** A field with the choices to be asked for. */
    private record Wanted(
            FormField field,
            ChoiceSource source,
            String query,
            List<String> chosen,
            List<String> lists,
            List<String> recent) {

        boolean isFixed() {
            return field.inPath() && !chosen.isEmpty();
        }

        List<String> ones() {
            return chosen.stream().flatMap(id -> one(id).stream()).toList();
        }

        /** The question about one of what the source names. */
        Optional<String> one(String id) {
            return Optional.of(source.one())
                    .filter(question -> !question.isEmpty())
                    .map(question -> question.replace("{id}", Addresses.encoded(id)));
        }
    }

    /** Kinds of places; a field with a single possible place is filled without a question. */
    private static final Set<String> PLACES = Set.of("unit", "team", "member");

    /** A form whose choosers are filled. */
    public record FilledForm(Typed typed, Map<String, Chooser> choosers) {}

    /** @param opened lists of groups to which a row is added */
    static Mono<Map<String, Chooser>> of(FormExchange asked, Part command, Typed typed, Set<String> opened) {
        return filled(asked, FormField.choosing(command, typed, opened), typed).map(FilledForm::choosers);
    }

    /**
     * Fields of a form. A required field with one possible value gets it, and the questions that depend on it are asked
     * too.
     */
    public static Mono<FilledForm> filled(FormExchange asked, List<FormField> fields, Typed typed) {
        Choosers made = new Choosers(asked, typed);
        List<Wanted> wanted = fields.stream()
                .flatMap(field -> ChoiceSource.of(field.kind()).map(source -> made.wanted(field, source)).stream())
                .toList();
        return made.withRecent(wanted).flatMap(answers -> {
            Typed more = typed;
            Map<String, Chooser> choosers = new LinkedHashMap<>();
            for (Wanted each : wanted) {
                String path = each.field.path();
                choosers.put(path, made.chooser(each, answers));
                Optional<String> only = made.only(each, answers);
                more = only.isPresent() ? more.with(path, only.get()) : more;
            }
            return more == typed ? Mono.just(new FilledForm(typed, choosers)) : filled(asked, fields, more);
        });
    }

    private Optional<String> only(Wanted wanted, Map<String, ApiAnswer> answers) {
        boolean asks = wanted.field.isNeeded()
                && PLACES.contains(wanted.field.kind())
                && wanted.chosen.isEmpty()
                && wanted.query.isEmpty();
        return asks && isWhole(wanted, answers) && listed(wanted, answers).size() == 1
                ? listed(wanted, answers).keySet().stream().findFirst()
                : Optional.empty();
    }

    /** One field of a page of its own. */
    public static Mono<Chooser> one(FormExchange asked, String path, String kind, boolean several, Typed typed) {
        return filled(asked, List.of(FormField.of(path, kind, several, false)), typed)
                .map(filled -> Objects.requireNonNull(filled.choosers.get(path)));
    }

    private Wanted wanted(FormField field, ChoiceSource source) {
        String query = typed.text(QUERY + field.path());
        List<String> chosen = field.several()
                ? typed.all(field.path())
                : Stream.of(typed.text(field.path()))
                        .filter(value -> !value.isEmpty())
                        .toList();
        boolean settled = field.inPath() && !chosen.isEmpty() && query.isEmpty();
        return new Wanted(
                field,
                source,
                query,
                chosen,
                settled ? List.of() : source.asked(known(query), query),
                settled || !query.isEmpty()
                        ? List.of()
                        : RecentChoices.of(asked).ids(field.kind()));
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
        page.me().ownMember().ifPresent(member -> values.put("member", List.of(member)));
        if (!query.isEmpty()) {
            values.put("q", List.of(query));
        }
        return new ChoiceSource.Known(values);
    }

    /** First what is chosen and listed; what was chosen last is asked about where the list has others than it shows, or none. */
    private Mono<Map<String, ApiAnswer>> withRecent(List<Wanted> wanted) {
        return answered(wanted.stream()
                        .flatMap(each -> Stream.concat(each.ones().stream(), each.lists.stream()))
                        .distinct()
                        .toList())
                .flatMap(first -> {
                    List<String> unlisted = wanted.stream()
                            .filter(each -> !isWhole(each, first))
                            .flatMap(each -> {
                                Map<String, Option> listed = listed(each, first);
                                return each.recent.stream()
                                        .filter(id -> !listed.containsKey(id))
                                        .flatMap(id -> each.one(id).stream());
                            })
                            .filter(address -> !first.containsKey(address))
                            .distinct()
                            .toList();
                    return unlisted.isEmpty()
                            ? Mono.just(first)
                            : answered(unlisted).map(more -> {
                                Map<String, ApiAnswer> both = new HashMap<>(first);
                                both.putAll(more);
                                return both;
                            });
                });
    }

    private Mono<Map<String, ApiAnswer>> answered(List<String> addresses) {
        return asked.ask(addresses)
                .map(answers -> answers.stream()
                        .filter(answer -> !answer.isProblem())
                        .collect(Collectors.toMap(ApiAnswer::address, answer -> answer, (one, other) -> one)));
    }

    /** Whether what the lists answer is all that there is, and fits. */
    private boolean isWhole(Wanted wanted, Map<String, ApiAnswer> answers) {
        int found = listed(wanted, answers).size();
        return found > 0
                && found <= Chooser.MOST
                && wanted.lists.stream()
                        .flatMap(list -> Optional.ofNullable(answers.get(list)).map(ApiAnswer::answer).stream())
                        .noneMatch(list ->
                                list.get("more").isTrue() || list.get("next").exists());
    }

    /** The options that the lists name and the search matches, by id in their order. */
    private Map<String, Option> listed(Wanted wanted, Map<String, ApiAnswer> answers) {
        AnswerOptions rows = new AnswerOptions(wanted.source, asked.page());
        FoldedText searched = FoldedText.of(wanted.query);
        Map<String, Option> found = new LinkedHashMap<>();
        for (String address : wanted.lists) {
            if (answers.containsKey(address)) {
                rows.of(answers.get(address)).stream()
                        .filter(option -> ChoiceSource.searches(address)
                                || wanted.query.isEmpty()
                                || FoldedText.of(option.name() + " " + option.note())
                                        .has(searched))
                        .forEach(option -> found.putIfAbsent(option.value(), option));
            }
        }
        return found;
    }

    /** Whoever holds an office and is in no team has no list: the first account of such a person makes the id. */
    private Optional<Option> newHolder(Wanted wanted, Map<String, Option> found) {
        return wanted.field.kind().equals(HOLDER) && wanted.query.isEmpty()
                ? Optional.of(Option.of(
                        wanted.chosen.stream()
                                .filter(id -> !found.containsKey(id))
                                .findFirst()
                                .orElseGet(asked::newId),
                        asked.page().t("form.new-holder")))
                : Optional.empty();
    }

    private Chooser chooser(Wanted wanted, Map<String, ApiAnswer> answers) {
        AnswerOptions rows = new AnswerOptions(wanted.source, asked.page());
        Map<String, Option> listed = listed(wanted, answers);
        LinkedHashMap<String, Option> found = new LinkedHashMap<>();
        wanted.recent.forEach(id -> Optional.ofNullable(listed.get(id))
                .or(() -> wanted.one(id).map(answers::get).map(answer -> rows.one(answer, id)))
                .ifPresent(option -> found.put(id, option)));
        found.putAll(listed);
        rows.tellApart(found);
        newHolder(wanted, found).ifPresent(option -> found.putFirst(option.value(), option));
        List<Option> chosen = new ArrayList<>();
        for (String id : wanted.chosen) {
            chosen.add(wanted.one(id)
                    .map(answers::get)
                    .map(answer -> rows.one(answer, id))
                    .or(() -> Optional.ofNullable(found.get(id)))
                    .orElseGet(() -> Option.of(id, asked.page().t("form.chosen"))));
        }
        return new Chooser(
                chosen,
                found.values().stream().limit(Chooser.MOST).toList(),
                wanted.query,
                !isWhole(wanted, answers) && !found.isEmpty(),
                wanted.field.several(),
                wanted.field.kind(),
                wanted.isFixed());
    }
}
