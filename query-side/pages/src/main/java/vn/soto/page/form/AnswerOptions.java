package vn.soto.page.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;

/** The choices that an answer names, each told from the others in words. */
record AnswerOptions(ChoiceSource source, PageContext page) {

    private static final List<String> NAMES =
            List.of("name", "name/vi", "name/en", "title", "contact/name", "reference", "vi", "en", "label", "text");

    /** Components that tell one of several apart, in the order in which they are read. */
    private static final List<String> NOTES = List.of(
            "reference",
            "holding/heldOn",
            "heldOn",
            "scheduledFor",
            "day",
            "on",
            "receivedOn",
            "occurredAt",
            "statement/occurredAt",
            "from",
            "effectiveFrom",
            "quarter",
            "period",
            "topic",
            "topics",
            "channel",
            "mode",
            "statement/mode",
            "role",
            "organisation",
            "kind",
            "state",
            "status",
            "lastHelped",
            "until",
            "dueOn");

    private static final int MOST_NOTES = 4;

    /** The options in an answer, in its order, each once. */
    List<Option> of(ApiAnswer answer) {
        Map<String, Option> found = new LinkedHashMap<>();
        collect(answer, answer.answer(), found);
        return List.copyOf(found.values());
    }

    private void collect(ApiAnswer answer, Part part, Map<String, Option> found) {
        if (part.value().isArray()) {
            part.items().forEach(item -> collect(answer, item, found));
        } else if (part.value().isObject()) {
            String id = id(part);
            if (!id.isEmpty()) {
                found.putIfAbsent(id, option(answer, part, id));
                return;
            }
            part.fields().forEach(field -> {
                if (field.getKey().equals("coverage") && source.id().equals("unit")) {
                    field.getValue().items().stream()
                            .filter(unit -> unit.value().isString())
                            .forEach(unit -> found.putIfAbsent(unit.text(), option(answer, unit, unit.text())));
                }
                collect(answer, field.getValue(), found);
            });
        }
    }

    private String id(Part row) {
        Part id = row.get(source.id());
        if (!id.exists()
                && row.get("id").exists()
                && row.get("kind").exists()
                && !source.link().isEmpty()) {
            // A hit of a search.
            id = row.get("id");
        }
        return id.exists() && id.value().isValueNode() ? id.text() : "";
    }

    /** The one that an answer is about. */
    Option one(ApiAnswer answer, String id) {
        return option(answer, answer.answer(), id);
    }

    private Option option(ApiAnswer answer, Part row, String id) {
        List<String> words = new ArrayList<>(notes(answer, row));
        team(answer, row).ifPresent(words::addFirst);
        words.addAll(0, rights(answer, row));
        String name = name(answer, row, id);
        if (name.isEmpty()) {
            name = words.isEmpty() ? page.t("form.nameless") : words.removeFirst();
        }
        String said = name;
        Stream<String> places = places(answer, id).stream();
        String note = Stream.of(places, former(row), words.stream())
                .flatMap(each -> each)
                .filter(each -> !each.isBlank() && !each.equals(said) && !each.equals(id))
                .distinct()
                .limit(MOST_NOTES)
                .collect(Collectors.joining(" · "));
        return new Option(id, name, note);
    }

    private String name(ApiAnswer answer, Part row, String id) {
        boolean english = page.isEnglish();
        if (source.id().equals("round")) {
            return round(row.get("about").exists() ? row.get("about") : row);
        }
        return Stream.concat(
                        NAMES.stream()
                                .filter(each -> !each.endsWith(english ? "vi" : "en"))
                                // What is chosen by its name, such as a command, is called by its title.
                                .filter(each -> !each.equals(source.id()))
                                .map(row::at)
                                .filter(each -> each.exists() && each.value().isString())
                                .map(Part::text),
                        answer.name(source.link(), id).stream())
                .filter(each -> !each.isBlank())
                .findFirst()
                .map(text -> page.format().first(text))
                .orElse("");
    }

    /** A round of recognition is called by whom it is about and its quarters. */
    private String round(Part about) {
        String from = page.format().text(about.get("from").text());
        String to = page.format().text(about.get("to").text());
        return page.format().first(page.value("roundKind", about.get("kind").text())) + ", "
                + (from.equals(to) ? from : from + " – " + to);
    }

    /** The units around it, the smallest first, without province and country. */
    private List<String> places(ApiAnswer answer, String id) {
        List<String> within = answer.link(source.link(), id).get("within").items().stream()
                .map(unit -> answer.name("unit", unit.text()).orElse(""))
                .toList();
        return within.size() <= 1 ? within : within.subList(1, within.size()).reversed();
    }

    /** The earlier names by which a search found the row. */
    private Stream<String> former(Part row) {
        return row.get("matches").items().stream()
                .filter(match ->
                        match.get("valid").exists() && !match.get("valid").isTrue())
                .map(match -> page.t("form.former", match.get("text").text()));
    }

    /** The team of whom or what is no team. */
    private Optional<String> team(ApiAnswer answer, Part row) {
        return source.id().equals("team")
                ? Optional.empty()
                : row.get("team").optional().flatMap(team -> answer.name("team", team));
    }

    /** The rights of an account and their places; also its name, if it stands for a person without one. */
    private List<String> rights(ApiAnswer answer, Part row) {
        Stream<String> roles = row.get("rights").items().stream().map(right -> {
            String role = page.format()
                    .first(page.value(answer, "role", right.get("role").text()));
            return Stream.of("unit", "team", "organisation")
                    .flatMap(kind -> right.get(kind).optional().flatMap(id -> answer.name(kind, id)).stream())
                    .findFirst()
                    .map(where -> role + " · " + where)
                    .orElse(role);
        });
        Stream<String> account = source.id().equals("holder")
                ? row.get("account").optional().map(name -> page.t("form.account", name)).stream()
                : Stream.empty();
        return Stream.concat(roles, account).toList();
    }

    private List<String> notes(ApiAnswer answer, Part row) {
        return NOTES.stream()
                .map(path -> Map.entry(path, row.at(path)))
                .filter(each -> each.getValue().exists())
                // The day as of which a team or unit is answered is none of its own, and no unit is known by its first
                // day.
                .filter(each ->
                        !(each.getKey().equals("on") && List.of("team", "unit").contains(source.id())))
                .filter(each ->
                        !(each.getKey().equals("effectiveFrom") && source.id().equals("unit")))
                .map(each -> words(answer, each.getKey(), each.getValue()))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private String words(ApiAnswer answer, String path, Part value) {
        String field = path.substring(path.lastIndexOf('/') + 1);
        if (value.value().isArray()) {
            return value.items().stream()
                    .filter(each -> each.value().isString())
                    .map(each -> page.value(answer, field, each.text()))
                    .collect(Collectors.joining(", "));
        }
        return value.value().isValueNode() ? word(answer, field, value.text()) : "";
    }

    private String word(ApiAnswer answer, String field, String text) {
        if (text.matches(".*[0-9a-f]{8}-[0-9a-f]{4}-.*")) {
            return "";
        }
        // A time of day is no use among days.
        return text.matches("\\d{4}-\\d{2}-\\d{2}T.*Z")
                ? page.format().text(page.format().isoDay(text))
                : page.value(answer, field, text);
    }

    /** Of those who are called alike, and of whom nothing else differs, which one it is of them: always the same. */
    void tellApart(Map<String, Option> found) {
        Map<String, List<Option>> alike = found.values().stream()
                .sorted(Comparator.comparing(Option::value))
                .collect(Collectors.groupingBy(option -> option.name() + "\n" + option.note()));
        alike.values().stream().filter(same -> same.size() > 1).forEach(same -> {
            for (Option option : same) {
                String which = page.t("form.same-name", same.indexOf(option) + 1);
                found.put(
                        option.value(),
                        new Option(
                                option.value(),
                                option.name(),
                                option.note().isEmpty() ? which : option.note() + " · " + which));
            }
        });
    }
}
