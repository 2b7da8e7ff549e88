package vn.soto.page.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageTexts;
import vn.soto.page.Part;

/** The corrections of facts, where the facts stand: for whom the answer lists the command, with its form filled from the fact. */
public final class Mends {

    private static final Map<String, List<Entry>> ALL = all();
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private Mends() {}

    /**
     * @param href  of the form, filled
     * @param mends whether it says what the fact should have been: otherwise something follows it
     */
    public record Mend(String href, String name, boolean mends) {}

    /** @param field of the form; empty for what only has to be there */
    record Source(String field, String place, boolean optional, boolean said) {

        static Source of(String text) {
            if (text.startsWith("+")) {
                return new Source("", text.substring(1), false, false);
            }
            if (text.contains(":")) {
                return new Source(text.split(":", 2)[0], text.split(":", 2)[1], false, true);
            }
            boolean optional = text.endsWith("?");
            String[] halves = (optional ? text.substring(0, text.length() - 1) : text).split("=", 2);
            return new Source(halves[0], halves[halves.length - 1], optional, false);
        }

        Optional<String> value(Part fact, Part within) {
            if (said) {
                return Optional.of(place);
            }
            String path = place.replace('.', '/');
            return fact.at(path).optional().or(() -> within.at(path).optional());
        }
    }

    /** A component that a fact must not have, or must not have with this value. */
    record Exclusion(String place, String value) {

        static Exclusion of(String text) {
            String[] halves = text.split("=", 2);
            return new Exclusion(halves[0], halves.length == 1 ? "" : halves[1]);
        }

        boolean holds(Part fact) {
            Part found = fact.at(place);
            return value.isEmpty()
                    ? found.exists() && !found.text().equals("false")
                    : found.text().equals(value);
        }
    }

    /**
     * @param question question whose answer lists the command of an event; its variables are components of the event;
     *                 empty if the first source names the event's subject
     */
    record Entry(String command, List<Source> sources, List<Exclusion> exclusions, String question) {

        static Entry of(String text) {
            String[] words = text.strip().split(" ", -1);
            return new Entry(
                    words[0],
                    Arrays.stream(words)
                            .skip(1)
                            .filter(word -> !word.startsWith("-") && !word.startsWith("@"))
                            .map(Source::of)
                            .toList(),
                    after("-", words).map(Exclusion::of).toList(),
                    after("@", words).findFirst().orElse(""));
        }

        private static Stream<String> after(String sign, String[] words) {
            return Arrays.stream(words).filter(word -> word.startsWith(sign)).map(word -> word.substring(1));
        }

        private boolean isCorrection() {
            return command.startsWith("correct-") || command.startsWith("revise-");
        }

        /** The form; empty if the fact lacks what fills it, or has what excludes it. */
        private Optional<String> form(String start, Part fact, Part within) {
            if (exclusions.stream().anyMatch(exclusion -> exclusion.holds(fact))) {
                return Optional.empty();
            }
            String form = start;
            for (Source source : sources) {
                Optional<String> value = source.value(fact, within);
                if (value.isEmpty() && !source.optional) {
                    return Optional.empty();
                }
                if (value.isPresent() && !source.field.isEmpty()) {
                    form = Addresses.with(form, source.field, value.get());
                }
            }
            return Optional.of(form);
        }

        /** The question about whom the event is, whose answer lists the command for who may send it. */
        private Optional<String> about(Part event) {
            if (!question.isEmpty()) {
                return Optional.of(VARIABLE.matcher(question)
                        .replaceAll(found -> Matcher.quoteReplacement(Addresses.encoded(
                                event.at("body/" + found.group(1)).text()))));
            }
            Source subject = sources.getFirst();
            return event.at("body/" + subject.place)
                    .optional()
                    .flatMap(id -> ChoiceSource.of(subject.field.equals("session") ? "outreach" : subject.field)
                            .map(source -> source.one().replace("{id}", Addresses.encoded(id))));
        }
    }

    private static Map<String, List<Entry>> all() {
        ResourceBundle table = ResourceBundle.getBundle("vn.soto.page.mends", Locale.ROOT);
        return table.keySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        key -> key,
                        key -> Stream.of(table.getString(key).split(";", -1))
                                .map(Entry::of)
                                .toList()));
    }

    /** The corrections of a fact, by the key of its line in the table. */
    static List<Entry> of(String key) {
        return ALL.getOrDefault(key, List.of());
    }

    static Map<String, List<Entry>> table() {
        return ALL;
    }

    /**
     * The corrections of a fact at a place in an answer.
     *
     * @param within surrounding object with further facts, such as the suspended member
     */
    public static List<Mend> at(String place, Part fact, Part within, ApiAnswer answer, PageContext page) {
        return offered(of(PageTexts.key(answer.question()) + "/" + place), fact, within, answer, page);
    }

    /** The questions about what an event says, whose answers list its corrections for who may send them. */
    public static List<String> questions(Part event) {
        return entries(event).stream()
                .flatMap(entry -> entry.about(event).stream())
                .distinct()
                .toList();
    }

    /** The corrections of an event that none followed yet, of those that an answer about its subject lists. */
    public static List<Mend> of(Part event, ApiAnswer about, PageContext page) {
        String subject = about.address().split("\\?", 2)[0];
        return offered(
                entries(event).stream()
                        .filter(entry ->
                                entry.about(event).filter(subject::equals).isPresent())
                        .toList(),
                event.get("body"),
                event,
                about,
                page);
    }

    private static List<Entry> entries(Part event) {
        return event.get("correctedBy").isEmpty() && !event.get("voided").isTrue()
                ? of(event.get("name").text().replaceFirst("\\.v\\d+$", ""))
                : List.of();
    }

    private static List<Mend> offered(List<Entry> entries, Part fact, Part within, ApiAnswer answer, PageContext page) {
        List<Mend> offered = new ArrayList<>();
        for (Entry entry : entries) {
            Part link = answer.links().get("commands").get(entry.command);
            if (link.exists() && !link.get("refused").exists() && !page.isPast()) {
                entry.form(page.form(entry.command, answer), fact, within)
                        .ifPresent(form ->
                                offered.add(new Mend(form, link.get("name").text(), entry.isCorrection())));
            }
        }
        return offered;
    }
}
