package vn.soto.plans.imports.lookup;

import java.util.ArrayList;
import java.util.Comparator;
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

    private final Map<String, Entry<T>> byId = new LinkedHashMap<>();
    private final Map<String, List<Entry<T>>> byName = new HashMap<>();

    /**
     * One entity.
     *
     * @param title  its common written name, with its kind
     * @param names  its folded names, the keys of the index
     * @param within the unit that contains it
     * @param ended  whether it has ended or will end: entities of the same name that last take precedence
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

    void add(Entry<T> entry) {
        if (byId.putIfAbsent(entry.id().value(), entry) == null) {
            entry.names()
                    .forEach(name ->
                            byName.computeIfAbsent(name, n -> new ArrayList<>()).add(entry));
        }
    }

    Optional<Entry<T>> byId(String id) {
        return Optional.ofNullable(byId.get(id));
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
        List<Entry<T>> candidates = byName.getOrDefault(TextFolding.exact(places[0]), List.of());
        List<Entry<T>> fitting = candidates.stream()
                .filter(entry -> !residentialOnly || entry.residential())
                .filter(entry ->
                        Stream.of(places).skip(1).map(TextFolding::exact).allMatch(entry::liesIn))
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
        int limit = Math.max(2, text.length() / 2);
        return byId.values().stream()
                .filter(entry -> !residentialOnly || entry.residential())
                .map(entry -> Map.entry(entry.fullTitle(), distance(entry, places, text)))
                .filter(entry -> entry.getValue() <= limit)
                .min(Comparator.comparingInt((Map.Entry<String, Integer> entry) -> entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static int distance(Entry<?> entry, String[] places, String text) {
        String title = places.length == 1 ? entry.title() : entry.fullTitle();
        int whole = TextFolding.distance(TextFolding.plain(title), text);
        return entry.names().stream()
                .map(TextFolding::plain)
                .filter(name -> places.length == 1)
                .mapToInt(name -> TextFolding.distance(name, text))
                .reduce(whole, Math::min);
    }

    /** @param folded names that are already folded */
    static List<String> names(String... folded) {
        return Stream.of(folded).filter(name -> !name.isEmpty()).distinct().toList();
    }
}
