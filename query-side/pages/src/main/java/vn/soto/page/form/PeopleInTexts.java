package vn.soto.page.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.page.ApiAnswer;

/**
 * Puts names in the place of ids in the texts of a reply: members, teams, units and households as its reader may call
 * them. A household is called by its reference; an id without a name stays.
 */
public final class PeopleInTexts {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int MOST = 16;

    private static final String HOUSEHOLDS = "/api/households/";
    private static final String RESULTS = "results";

    /** The parts of a reply with further texts: warnings, faults of a file, results of a batch. */
    private static final List<String> PARTS = List.of("warnings", "faults", RESULTS);

    /** Questions that say what an id is called, in the order in which they are asked. */
    private static final List<String> QUESTIONS = List.of("/api/members/", "/api/teams/", "/api/units/", HOUSEHOLDS);

    private PeopleInTexts() {}

    /** @param questions answers them in the order of their addresses */
    public static Mono<CommandReply> called(
            CommandReply reply, Function<List<String>, Mono<List<ApiAnswer>>> questions) {
        JsonNode body = reply.body().deepCopy();
        List<ObjectNode> saying = saying(body);
        List<String> ids = saying.stream()
                .flatMap(node -> texts(node).map(text -> node.path(text).asString()))
                .flatMap(text -> ID.matcher(text).results().map(found -> found.group()))
                .distinct()
                .limit(MOST)
                .toList();
        return names(ids, QUESTIONS, questions).map(names -> {
            names.forEach((id, name) -> saying.forEach(node -> call(node, id, name)));
            return names.isEmpty() ? reply : new CommandReply(reply.status(), body);
        });
    }

    /** The same for the results of the lines of a batch. */
    public static Mono<List<JsonNode>> called(
            List<JsonNode> results, Function<List<String>, Mono<List<ApiAnswer>>> questions) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.putArray(RESULTS).addAll(results);
        return called(new CommandReply(0, all), questions)
                .map(reply -> reply.body().get(RESULTS).valueStream().toList());
    }

    private static Optional<String> called(ApiAnswer answer, String id, String kind) {
        return kind.equals(HOUSEHOLDS) ? answer.answer().get("reference").optional() : answer.called(id);
    }

    private static Mono<Map<String, String>> names(
            List<String> ids, List<String> kinds, Function<List<String>, Mono<List<ApiAnswer>>> questions) {
        if (ids.isEmpty() || kinds.isEmpty()) {
            return Mono.just(Map.of());
        }
        return questions
                .apply(ids.stream().map(id -> kinds.getFirst() + id).toList())
                .flatMap(answers -> {
                    Map<String, String> names = new HashMap<>();
                    for (int i = 0; i < ids.size(); i++) {
                        String id = ids.get(i);
                        called(answers.get(i), id, kinds.getFirst()).ifPresent(name -> names.put(id, name));
                    }
                    List<String> left =
                            ids.stream().filter(id -> !names.containsKey(id)).toList();
                    return names(left, kinds.subList(1, kinds.size()), questions)
                            .map(further -> {
                                names.putAll(further);
                                return names;
                            });
                });
    }

    /** The objects of a reply that have texts for people: itself, its warnings, and the lines of a file or a batch with theirs. */
    private static List<ObjectNode> saying(JsonNode body) {
        List<ObjectNode> saying = new ArrayList<>();
        if (body instanceof ObjectNode whole) {
            saying.add(whole);
            PARTS.forEach(part -> whole.path(part).forEach(each -> saying.addAll(saying(each))));
        }
        return saying;
    }

    private static Stream<String> texts(ObjectNode node) {
        return Stream.of("text", "detail", "cause", "fix")
                .filter(name -> node.path(name).isString());
    }

    private static void call(ObjectNode node, String id, String name) {
        texts(node)
                .toList()
                .forEach(text ->
                        node.put(text, node.path(text).asString().replaceAll(id, Matcher.quoteReplacement(name))));
    }
}
