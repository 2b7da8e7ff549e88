package vn.soto.plans.imports.lookup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Id;
import vn.soto.domain.shared.TextFolding;

/**
 * An index of entities by id and name. A written name may omit the kind of the entity ("ấp") and may name the
 * containing unit after a comma. An ambiguous text resolves to all its candidates, never to a guess.
 *
 * @param <T> id type of the entities
 */
public final class NameIndex<T extends Id> {

    /** Limit of a text that is looked up, with the units around it. */
    static final int LONGEST = 300;

    private final Map<String, Entry<T>> byId = new LinkedHashMap<>();
    private final Map<String, List<Entry<T>>> byName = new HashMap<>();
    private final List<Spelling> spellings = new ArrayList<>();
    private final EditDistances distances = new EditDistances();

    /**
     * One entity.
     *
     * @param title  its common written name, with its kind
     * @param names  its folded names, the keys of the index
     * @param within the unit that contains it
     * @param ended  whether it has ended by the day of the index: entities of the same name that go on take precedence
     */
    public record Entry<T extends Id>(
            T id,
            String title,
            List<String> names,
            @Nullable Entry<?> within,
            boolean residential,
            boolean ended) {

        Entry<T> end() {
            return new Entry<>(id, title, names, within, residential, true);
        }

        /** The title with that of the containing unit, which distinguishes entities of the same name. */
        String fullTitle() {
            return within == null ? title : title + ", " + within.title;
        }

        boolean liesIn(String folded) {
            return within != null && (within.names.contains(folded) || within.liesIn(folded));
        }
    }

    /** The result of a lookup. */
    sealed interface Match<T extends Id> {

        record Found<T extends Id>(Entry<T> entry) implements Match<T> {}

        /** Several entities match; their full titles. */
        record Several<T extends Id>(List<String> titles) implements Match<T> {}

        /** No entity matches; the full title of the nearest one, if any is near. */
        record None<T extends Id>(@Nullable String nearest) implements Match<T> {}
    }

    public void add(Entry<T> entry) {
        if (byId.putIfAbsent(entry.id().value(), entry) == null) {
            entry.names()
                    .forEach(name ->
                            byName.computeIfAbsent(name, n -> new ArrayList<>()).add(entry));
        }
    }

    Optional<Entry<T>> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The entry in the same unit with the same title that goes on; empty if there is none. */
    public Optional<T> sameAs(Entry<T> other) {
        return byName.getOrDefault(other.names.getFirst(), List.of()).stream()
                .filter(entry -> !entry.ended
                        && entry.names.getFirst().equals(other.names.getFirst())
                        && Optional.ofNullable(entry.within)
                                .map(Entry::id)
                                .equals(Optional.ofNullable(other.within).map(Entry::id)))
                .map(Entry::id)
                .findFirst();
    }

    /** A copy; additions to it do not change the original. */
    NameIndex<T> copy() {
        NameIndex<T> copy = new NameIndex<>();
        byId.values().forEach(copy::add);
        return copy;
    }

    /** @param within names of containing units; may be empty */
    Match<T> find(String text, String within, boolean residentialOnly) {
        Entry<T> exact = byId.get(text);
        if (exact != null) {
            return new Match.Found<>(exact);
        }
        String[] places = (within.isEmpty() ? text : text + "," + within).split(",", -1);
        List<String> around = Stream.of(places).skip(1).map(TextFolding::exact).toList();
        List<Entry<T>> fitting = byName.getOrDefault(TextFolding.exact(places[0]), List.of()).stream()
                .filter(entry -> !residentialOnly || entry.residential())
                .filter(entry -> around.stream().allMatch(entry::liesIn))
                .toList();
        List<Entry<T>> lasting =
                fitting.stream().filter(entry -> !entry.ended()).toList();
        List<Entry<T>> meant = lasting.isEmpty() ? fitting : lasting;
        return switch (meant.size()) {
            case 0 -> new Match.None<>(nearest(places, residentialOnly));
            case 1 -> new Match.Found<>(meant.getFirst());
            default ->
                new Match.Several<>(meant.stream()
                        .map(entry -> entry.fullTitle() + " (" + entry.id() + ")")
                        .sorted()
                        .toList());
        };
    }

    private @Nullable String nearest(String[] places, boolean residentialOnly) {
        String text = TextFolding.plain(String.join(" ", places));
        Spelling nearest = null;
        int least = Likeness.most(text);
        for (Spelling spelling : spellings()) {
            if (residentialOnly && !spelling.residential) {
                continue;
            }
            int distance = spelling.distance(text, places.length == 1, least, distances);
            if (distance < least
                    || (distance == least && (nearest == null || spelling.title.compareTo(nearest.title) < 0))) {
                nearest = spelling;
                least = distance;
            }
        }
        return nearest == null ? null : nearest.title;
    }

    /** How each entity may be written; made when the first text is not found. */
    private List<Spelling> spellings() {
        byId.values().stream().skip(spellings.size()).map(Spelling::of).forEach(spellings::add);
        return spellings;
    }

    /**
     * How an entity may be written, without accents.
     *
     * @param title its full title, as it is suggested
     * @param full  the full title folded
     * @param names the title and the names folded
     */
    private record Spelling(String title, boolean residential, String full, List<String> names) {

        static Spelling of(Entry<?> entry) {
            return new Spelling(
                    entry.fullTitle(),
                    entry.residential(),
                    TextFolding.plain(entry.fullTitle()),
                    Stream.concat(Stream.of(entry.title()), entry.names().stream())
                            .map(TextFolding::plain)
                            .distinct()
                            .toList());
        }

        int distance(String text, boolean alone, int most, EditDistances distances) {
            if (!alone) {
                return Likeness.sameMarks(full, text) ? distances.between(full, text, most) : most + 1;
            }
            int least = most + 1;
            for (String name : names) {
                if (!Likeness.sameMarks(name, text)) {
                    continue;
                }
                least = Math.min(least, distances.between(name, text, Math.min(least, most)));
            }
            return least;
        }
    }

    /** @param folded names that are already folded */
    static List<String> names(String... folded) {
        return Stream.of(folded).filter(name -> !name.isEmpty()).distinct().toList();
    }
}
