package vn.soto.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.contracts.shared.HashedParts;

/**
 * A type of lists that grow without bound and whose rows are found by their keys. A long list is in several parts by the hashes of
 * the keys. An event reads and changes one part, however many rows the list has.
 *
 * @param <R> a row; several may have one key
 */
public final class KeyedListType<R> {

    /** Rows with which a part is full; part of the stored form. */
    private static final int FULL = 64;

    private final DocumentType<RowPage<R>> parts;
    private final DocumentType<PartCount> counts;
    private final Function<R, String> key;
    private final BiPredicate<R, R> same;
    private final Comparator<R> order;

    /** How many parts a list has; a list of one part has none of these. */
    public record PartCount(@BsonId String id, int count) implements ReadModel {}

    /**
     * @param same  whether two rows of one key are states of one row
     * @param order of rows in an answer
     */
    @SuppressWarnings("unchecked") // the document type holds the type argument
    public KeyedListType(
            String collection, Class<R> row, Function<R, String> key, BiPredicate<R, R> same, ToLongFunction<R> order) {
        this.parts =
                new DocumentType<>(collection, (Class<RowPage<R>>) (Class<?>) RowPage.class, List.of((Class<?>) row));
        this.counts = new DocumentType<>(collection + "-parts", PartCount.class);
        this.key = key;
        this.same = same;
        this.order = Comparator.comparingLong(order);
    }

    /** Of each key and order there is one row. */
    public static <R> KeyedListType<R> of(
            String collection, Class<R> row, Function<R, String> key, ToLongFunction<R> order) {
        return new KeyedListType<>(
                collection, row, key, (one, other) -> order.applyAsLong(one) == order.applyAsLong(other), order);
    }

    /** The document types in the order of writing: a number of parts is written once they are there. */
    public List<DocumentType<?>> documentTypes() {
        return List.of(parts, counts);
    }

    /** Adds a row, or replaces its state. */
    public void put(String list, R row, Batch batch) {
        HashedParts of = parts(list, batch);
        String own = key.apply(row);
        RowPage<R> part = part(list, of.name(own), batch);
        int place = RowListType.place(
                part.rows(), known -> same.test(known, row) && key.apply(known).equals(own));
        if (place < 0) {
            RowPage<R> longer = part.with(VersionedRows.plus(part.rows(), row));
            batch.put(parts, longer);
            if (HashedParts.areFull(part.rows().size(), longer.rows().size(), FULL)) {
                divide(list, of, batch);
            }
        } else if (!part.rows().get(place).equals(row)) {
            batch.put(parts, part.with(RowListType.changed(part.rows(), place, row)));
        }
    }

    /** Puts the rows of one part into two. The part stays, since a crash may leave the list without the new number. */
    private void divide(String list, HashedParts of, Batch batch) {
        HashedParts longer = of.longer();
        Map<String, List<R>> divided = new LinkedHashMap<>();
        for (R row : part(list, of.divided(), batch).rows()) {
            divided.computeIfAbsent(longer.name(key.apply(row)), first -> new ArrayList<>())
                    .add(row);
        }
        divided.forEach((name, rows) ->
                batch.put(parts, RowPage.<R>empty(id(list, name)).with(List.copyOf(rows))));
        batch.put(counts, new PartCount(list, longer.count()));
    }

    private HashedParts parts(String list, Batch batch) {
        return batch.find(counts, list)
                .map(known -> new HashedParts(known.count))
                .orElse(HashedParts.ONE);
    }

    private RowPage<R> part(String list, String name, Batch batch) {
        String id = id(list, name);
        return batch.find(parts, id).orElseGet(() -> RowPage.empty(id));
    }

    private static String id(String list, String name) {
        return name.isEmpty() ? list : list + "#" + name;
    }

    /** The rows of a key in their order, for a projector. */
    public List<R> find(String list, String wanted, Batch batch) {
        return part(list, parts(list, batch).name(wanted), batch).rows().stream()
                .filter(row -> key.apply(row).equals(wanted))
                .sorted(order)
                .toList();
    }

    /** The rows of a list in their order, for a projector. */
    public List<R> find(String list, Batch batch) {
        return inOrder(parts(list, batch).names().stream().flatMap(name -> part(list, name, batch).rows().stream()));
    }

    /** The rows of those of the lists that exist, each in their order; makes two queries. */
    public Map<String, List<R>> find(Collection<String> lists, Documents documents) {
        Map<String, PartCount> known = documents.find(counts, lists);
        Map<String, List<String>> ids = new HashMap<>();
        for (String list : lists) {
            PartCount count = known.get(list);
            HashedParts of = count == null ? HashedParts.ONE : new HashedParts(count.count);
            ids.put(list, of.names().stream().map(name -> id(list, name)).toList());
        }
        Map<String, RowPage<R>> pages = documents.find(
                parts, ids.values().stream().flatMap(List::stream).toList());
        Map<String, List<R>> found = new HashMap<>();
        ids.forEach((list, of) -> {
            List<RowPage<R>> own =
                    of.stream().flatMap(id -> Stream.ofNullable(pages.get(id))).toList();
            if (!own.isEmpty()) {
                found.put(list, inOrder(own.stream().flatMap(page -> page.rows().stream())));
            }
        });
        return found;
    }

    private List<R> inOrder(Stream<R> rows) {
        return rows.sorted(order).toList();
    }
}
