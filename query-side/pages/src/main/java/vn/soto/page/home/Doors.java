package vn.soto.page.home;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;

/**
 * A group of places that the home leads to: every question without a subject, or about the reader's own units, teams
 * and person.
 *
 * @param group such as {@code reports}
 */
public record Doors(String group, List<Door> doors) {

    /** Addresses of places by group, in the order of both. */
    private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

    private static final String OTHER = "administration";
    private static final String ACCOUNTS = "/accounts";

    /** The addresses of {@link #GROUPS} in their order. */
    private static final List<Pattern> RANKED;

    /** Of an address: the groups are in the order of the addresses. */
    private record Rank(int place, String group) {}

    static {
        GROUPS.put(
                "people",
                List.of(
                        "/teams/[^/]+",
                        "/teams",
                        "/members(/[^/]+)?",
                        "/members/[^/]+/memberships",
                        "/units/[^/]+/coverage",
                        "/organisations(/[^/]+)?",
                        "/teams/[^/]+/(timeline|changes|mobilisations)"));
        GROUPS.put(
                "households",
                List.of(
                        "/households",
                        "/(members|units)/[^/]+/households",
                        "/members/[^/]+/follow-ups",
                        "/(teams|units)/[^/]+/requests",
                        "/units/[^/]+/businesses"));
        GROUPS.put(
                "work",
                List.of(
                        "/(members|teams)/[^/]+/activity",
                        "/(teams|units)/[^/]+/outreach",
                        "/(teams|units)/[^/]+/trainings",
                        "/units/[^/]+/campaigns"));
        GROUPS.put(
                "reports",
                List.of(
                        "/dashboards/[^/]+",
                        "/dashboards/[^/]+/(trend|weeks)",
                        "/(teams|units)/[^/]+/reports.*",
                        "/units/[^/]+/(targets|periods)",
                        "/indicators"));
        GROUPS.put(
                "recognition",
                List.of(
                        "/units/[^/]+/recognition-rounds",
                        "/honours",
                        "/practices",
                        "/teams/[^/]+/practices",
                        "/units/[^/]+/stipends"));
        GROUPS.put(
                "audit",
                List.of(
                        "/units/[^/]+/findings",
                        "/units/[^/]+/call-back-samples",
                        "/corrections",
                        "/events",
                        "/made-corrections",
                        "/personal-data-reads",
                        "/refused-access",
                        "/detectors",
                        "/moments"));
        GROUPS.put("reorganisation", List.of("/units", "/units/[^/]+", "/units/[^/]+/undecided", "/plans"));
        GROUPS.put(OTHER, List.of(".*"));
        RANKED = GROUPS.values().stream()
                .flatMap(List::stream)
                .map(Pattern::compile)
                .toList();
    }

    /** @param name of the place, as the API calls it */
    public record Door(String href, String name) {}

    /** The places that the answers lead to; each is the entrance, asked about what is the reader's own. */
    static List<Doors> of(List<ApiAnswer> answers, PageContext page) {
        Map<String, Door> doors = new LinkedHashMap<>();
        for (ApiAnswer answer : answers) {
            answer.links()
                    .get("questions")
                    .fields()
                    .forEach(question -> question.getValue()
                            .get("name")
                            .optional()
                            .ifPresent(name -> add(
                                    doors,
                                    place(question.getValue().get("href").text()),
                                    called(question.getValue(), answer).orElse(name),
                                    page)));
        }
        Map<Door, Rank> ranks = new HashMap<>();
        doors.values().forEach(door -> ranks.put(door, rank(door.href)));
        Map<String, List<Door>> grouped = doors.values().stream()
                .sorted(Comparator.comparingInt(door -> Objects.requireNonNull(ranks.get(door)).place))
                .collect(Collectors.groupingBy(door -> Objects.requireNonNull(ranks.get(door)).group));
        return GROUPS.keySet().stream()
                .filter(grouped::containsKey)
                .map(group -> new Doors(group, grouped.getOrDefault(group, List.of())))
                .toList();
    }

    /** The page of a question. The list of accounts of a unit has only those that reach all of it, so all are shown. */
    private static String place(String question) {
        String page = Addresses.page(question);
        return page.startsWith(ACCOUNTS + "?") ? ACCOUNTS : page;
    }

    /** A place of the reader's own goes by its name. */
    private static Optional<String> called(Part question, ApiAnswer answer) {
        String path = question.get("href").text().split("\\?", 2)[0];
        return answer.called(path.substring(path.lastIndexOf('/') + 1));
    }

    private static void add(Map<String, Door> doors, String href, String name, PageContext page) {
        // A list of the reader's own units comes before the same list of all; a search is no place.
        boolean known = doors.values().stream().anyMatch(door -> door.name.equals(name));
        if (!known && href.indexOf('{') < 0) {
            doors.put(href, new Door(page.to(href), name));
        }
    }

    private static Rank rank(String href) {
        String path = href.split("\\?", 2)[0];
        int place = 0;
        for (Map.Entry<String, List<String>> group : GROUPS.entrySet()) {
            for (int i = 0; i < group.getValue().size(); i++, place++) {
                if (RANKED.get(place).matcher(path).matches()) {
                    return new Rank(place, group.getKey());
                }
            }
        }
        return new Rank(place, OTHER);
    }
}
