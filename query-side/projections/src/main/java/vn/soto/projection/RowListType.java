package vn.soto.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * A type of lists that grow without bound, each in pages of some rows. An event changes one page: that of the row, or the last.
 * The first page says how many there are. A page that it counts and that a crash kept from being written is empty, and the
 * batch is applied again. A row of a greater order than all others is added without a look at any page but the first and the last.
 *
 * @param <R> a row; unlike entries of a log it may be replaced
 */
public final class RowListType<R> {

    private static final int IDS = 1_000;

    private final DocumentType<RowPage<R>> pages;
    private final int pageLength;
    private final BiPredicate<R, R> same;
    private final ToLongFunction<R> order;
    private final boolean isOnePerOrder;

    /**
     * @param pageLength rows per page; part of the stored form, so a change needs a replay
     * @param same       whether two are states of one row, of which the list has one
     * @param order      of rows in an answer; a row whose event failed first is stored behind later ones
     */
    public RowListType(
            String collection, Class<R> row, int pageLength, BiPredicate<R, R> same, ToLongFunction<R> order) {
        this(collection, row, pageLength, same, order, false);
    }

    @SuppressWarnings("unchecked") // the document type holds the type argument
    private RowListType(
            String collection,
            Class<R> row,
            int pageLength,
            BiPredicate<R, R> same,
            ToLongFunction<R> order,
            boolean isOnePerOrder) {
        this.pages =
                new DocumentType<>(collection, (Class<RowPage<R>>) (Class<?>) RowPage.class, List.of((Class<?>) row));
        this.pageLength = pageLength;
        this.same = same;
        this.order = order;
        this.isOnePerOrder = isOnePerOrder;
    }

    /** Of each order there is one row. */
    public static <R> RowListType<R> of(String collection, Class<R> row, int pageLength, ToLongFunction<R> order) {
        return new RowListType<>(
                collection,
                row,
                pageLength,
                (one, other) -> order.applyAsLong(one) == order.applyAsLong(other),
                order,
                true);
    }

    /** Lists of distinct ids in the order of their first addition, such as the organisations that ever supported a team. */
    public static RowListType<String> ids(String collection) {
        return new RowListType<>(collection, String.class, IDS, String::equals, id -> 0);
    }

    public DocumentType<?> documents() {
        return pages;
    }

    /** Adds a row, or replaces its state. */
    public void put(String list, R row, Batch batch) {
        put(list, row, true, batch);
    }

    /** Adds a row unless the list has it in any state. */
    public void add(String list, R row, Batch batch) {
        put(list, row, false, batch);
    }

    private void put(String list, R row, boolean replaces, Batch batch) {
        RowPage<R> first = page(list, 0, batch);
        RowPage<R> last = first.lastPage() == 0 ? first : page(list, first.lastPage(), batch);
        long greatest = Math.max(first.greatestBefore(), greatest(last.rows()));
        if (isOnePerOrder && order.applyAsLong(row) > greatest) {
            append(first, last, greatest, row, batch);
            return;
        }
        for (int number = first.lastPage(); number >= 0; number--) {
            RowPage<R> page = page(list, number, batch);
            int place = place(page.rows(), known -> same.test(known, row));
            if (place >= 0) {
                if (replaces && !page.rows().get(place).equals(row)) {
                    batch.put(pages, page.with(changed(page.rows(), place, row)));
                }
                return;
            }
        }
        append(first, last, greatest, row, batch);
    }

    /** A crash may have left a new page, and not the first that counts it: what is in it is put there again. */
    private void append(RowPage<R> first, RowPage<R> last, long greatest, R row, Batch batch) {
        if (last.rows().size() < pageLength) {
            batch.put(pages, last.with(VersionedRows.plus(last.rows(), row)));
        } else {
            int number = first.lastPage() + 1;
            batch.put(pages, RowPage.<R>empty(id(first.id(), number)).with(List.of(row)));
            batch.put(pages, first.upTo(number, greatest));
        }
    }

    private long greatest(List<R> rows) {
        long greatest = Long.MIN_VALUE;
        for (R row : rows) {
            greatest = Math.max(greatest, order.applyAsLong(row));
        }
        return greatest;
    }

    /** The place of the one of the rows that is wanted; negative if there is none. */
    static <R> int place(List<R> rows, Predicate<R> wanted) {
        int place = 0;
        for (R known : rows) {
            if (wanted.test(known)) {
                return place;
            }
            place++;
        }
        return -1;
    }

    static <R> List<R> changed(List<R> rows, int place, R row) {
        List<R> changed = new ArrayList<>(rows);
        changed.set(place, row);
        return Collections.unmodifiableList(changed);
    }

    private RowPage<R> page(String list, int number, Batch batch) {
        String id = id(list, number);
        return batch.find(pages, id).orElseGet(() -> RowPage.empty(id));
    }

    private static String id(String list, int number) {
        return number == 0 ? list : list + "#" + number;
    }

    private static List<String> further(RowPage<?> first) {
        return IntStream.rangeClosed(1, first.lastPage())
                .mapToObj(number -> id(first.id(), number))
                .toList();
    }

    /** The rows of a list in their order, for a projector. */
    public List<R> find(String list, Batch batch) {
        return batch.find(pages, list)
                .map(first -> rows(
                        first,
                        further(first).stream().map(id -> batch.find(pages, id)).toList()))
                .orElse(List.of());
    }

    public List<R> find(String list, Documents documents) {
        return find(List.of(list), documents).getOrDefault(list, List.of());
    }

    /** The rows of those of the lists that exist, each in their order; makes at most two queries. */
    public Map<String, List<R>> find(Collection<String> lists, Documents documents) {
        Map<String, RowPage<R>> firsts = documents.find(pages, lists);
        List<String> further = firsts.values().stream()
                .flatMap(first -> further(first).stream())
                .toList();
        Map<String, RowPage<R>> others = further.isEmpty() ? Map.of() : documents.find(pages, further);
        Map<String, List<R>> found = new HashMap<>();
        firsts.forEach((list, first) -> found.put(
                list,
                rows(
                        first,
                        further(first).stream()
                                .map(id -> Optional.ofNullable(others.get(id)))
                                .toList())));
        return found;
    }

    private List<R> rows(RowPage<R> first, List<Optional<RowPage<R>>> others) {
        List<R> rows = first.rows();
        if (!others.isEmpty()) {
            rows = new ArrayList<>(rows);
            for (Optional<RowPage<R>> other : others) {
                rows.addAll(other.map(RowPage::rows).orElse(List.of()));
            }
        }
        return isInOrder(rows)
                ? rows
                : rows.stream().sorted(Comparator.comparingLong(order)).toList();
    }

    private boolean isInOrder(List<R> rows) {
        long before = Long.MIN_VALUE;
        for (R row : rows) {
            long own = order.applyAsLong(row);
            if (own < before) {
                return false;
            }
            before = own;
        }
        return true;
    }
}
