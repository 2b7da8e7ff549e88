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
 * Things that have ids and names, found by either. A name people write may lack the kind of thing it is of ("ấp"), and may say
 * after a comma what it lies in. What is looked up is never guessed: what more than one thing may be is answered as such.
 *
 * @param <T> id of the things
 */
public final class NameIndex<T extends Id> {

    private final Map<String, Entry<T>> byId = new LinkedHashMap<>();
    private final Map<String, List<Entry<T>>> byName = new HashMap<>();

    /**
     * One of the things.
     *
     * @param title  as people write it, with its kind
     * @param names  folded, under which it is found
     * @param within title and names of what it lies in, nearest first
     * @param ended  whether it is no more, or will be: then others of its name go before it
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

        /** With what it lies in, so that it is told from others of its name. */
        String fullTitle() {
            return within == null ? title : title + ", " + within.title;
        }

        boolean liesIn(String folded) {
            return within != null && (within.names.contains(folded) || within.liesIn(folded));
        }
    }

    /** What a text may mean. */
    sealed interface Match<T extends Id> {

        record Found<T extends Id>(Entry<T> entry) implements Match<T> {}

        /** Several things; their full titles. */
        record Several<T extends Id>(List<String> titles) implements Match<T> {}

        /** Nothing; the full title of what is nearest to it, if anything is. */
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

    /** A directory that knows all of this one, and what is added to it without changing this one. */
    NameIndex<T> copy() {
        NameIndex<T> copy = new NameIndex<>();
        byId.values().forEach(copy::add);
        return copy;
    }

    /** @param within names what it lies in as well, if it is not empty */
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
        String wanted = TextFolding.plain(String.join(" ", places));
        int most = Math.max(2, wanted.length() / 2);
        return byId.values().stream()
                .filter(entry -> !residentialOnly || entry.residential())
                .map(entry -> Map.entry(entry.fullTitle(), apart(entry, places, wanted)))
                .filter(entry -> entry.getValue() <= most)
                .min(Comparator.comparingInt((Map.Entry<String, Integer> entry) -> entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static int apart(Entry<?> entry, String[] places, String wanted) {
        String title = places.length == 1 ? entry.title() : entry.fullTitle();
        int whole = TextFolding.distance(TextFolding.plain(title), wanted);
        return entry.names().stream()
                .map(TextFolding::plain)
                .filter(name -> places.length == 1)
                .mapToInt(name -> TextFolding.distance(name, wanted))
                .reduce(whole, Math::min);
    }

    /** @param folded already */
    static List<String> names(String... folded) {
        return Stream.of(folded).filter(name -> !name.isEmpty()).distinct().toList();
    }
}
