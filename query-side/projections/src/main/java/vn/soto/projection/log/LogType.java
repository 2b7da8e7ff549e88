package vn.soto.projection.log;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Documents;
import vn.soto.projection.Stamped;

/**
 * A type of logs: append-only lists of entries in the order of the ledger. A log consists of pages of fixed length,
 * each with the state before it, and of the state after its last entry. An entry is appended once. A full page is
 * archived before the log that refers to it is written, and is immutable, so the state after any commit stays
 * available. Entries of an event that failed first come when later ones are there. From their page on, pages are made again
 * under other names: the log, which is written last, has all of it or nothing.
 *
 * @param <E> an entry
 * @param <S> aggregate of the entries; immutable, of a final class
 */
public final class LogType<E extends Stamped, S> {

    private static final int INDEX_PAGE = 32;

    private final DocumentType<Log<E, S>> logs;
    private final DocumentType<LogPage<E, S>> pages;
    private final int pageLength;
    private final S none;
    private final BiFunction<S, List<E>, S> fold;

    @SuppressWarnings("unchecked") // the document types hold the type arguments
    private LogType(String collection, Class<E> entry, int pageLength, S none, BiFunction<S, List<E>, S> fold) {
        List<Class<?>> arguments = List.of(entry, none.getClass());
        this.logs = new DocumentType<>(collection, (Class<Log<E, S>>) (Class<?>) Log.class, arguments);
        this.pages =
                new DocumentType<>(collection + "-history", (Class<LogPage<E, S>>) (Class<?>) LogPage.class, arguments);
        this.pageLength = pageLength;
        this.none = none;
        this.fold = fold;
    }

    /**
     * @param pageLength entries per page; part of the stored form, so a change needs a replay
     * @param none       state before the first entry
     */
    public static <E extends Stamped, S> LogType<E, S> of(
            String collection, Class<E> entry, int pageLength, S none, BiFunction<S, E, S> fold) {
        return folding(collection, entry, pageLength, none, (before, entries) -> {
            S state = before;
            for (E next : entries) {
                state = fold.apply(state, next);
            }
            return state;
        });
    }

    /** The same, where adding many entries at once costs less than one by one. */
    public static <E extends Stamped, S> LogType<E, S> folding(
            String collection, Class<E> entry, int pageLength, S none, BiFunction<S, List<E>, S> fold) {
        return new LogType<>(collection, entry, pageLength, none, fold);
    }

    /** Logs whose state is the number of their entries. */
    public static <E extends Stamped> LogType<E, Long> of(String collection, Class<E> entry, int pageLength) {
        return of(collection, entry, pageLength, 0L, (count, next) -> count + 1);
    }

    /** Logs of all subjects that ever came into a place. */
    public static LogType<IndexEntry, Long> index(String collection) {
        return of(collection, IndexEntry.class, INDEX_PAGE);
    }

    /** The document types in the order of writing. */
    public List<DocumentType<?>> documentTypes() {
        return List.of(pages, logs);
    }

    /** The type of the document that changes with each entry of a log, by the log's id. */
    public DocumentType<?> changing() {
        return logs;
    }

    /** Appends an entry, unless the log has it. */
    public void append(String id, E entry, Batch batch) {
        append(id, List.of(entry), batch);
    }

    /** Appends the entries that one event makes, unless the log has them. */
    public void append(String id, List<E> ofOneEvent, Batch batch) {
        Log<E, S> log = batch.find(logs, id).orElseGet(() -> Log.empty(id, none));
        long order = ofOneEvent.getFirst().order();
        if (order > log.last()) {
            put(log, ofOneEvent, null, batch);
        } else if (find(log, order, batch).isEmpty()) {
            remake(log, order, entry -> false, ofOneEvent, Comparator.comparingLong(Stamped::order), batch);
        }
    }

    /**
     * Puts entries in the place of others of this order or a later one, after an event that changes what later ones did.
     *
     * @param stale entries that go
     * @param order of all entries: their own, then that among those of one event
     */
    public void replace(
            String id, long from, Predicate<E> stale, List<E> fresh, Comparator<? super E> order, Batch batch) {
        remake(batch.find(logs, id).orElseGet(() -> Log.empty(id, none)), from, stale, fresh, order, batch);
    }

    private Optional<E> find(Log<E, S> log, long order, Batch batch) {
        return entries(log, log.pageOf(order), batch).stream()
                .filter(entry -> entry.order() == order)
                .findFirst();
    }

    private void remake(
            Log<E, S> log, long from, Predicate<E> stale, List<E> fresh, Comparator<? super E> order, Batch batch) {
        int first = log.pageOf(from);
        int open = log.starts().size();
        S before = first == open
                ? log.before()
                : batch.find(pages, log.pageId(first)).orElseThrow().before();
        List<E> known = new ArrayList<>();
        for (int page = first; page <= open; page++) {
            known.addAll(entries(log, page, batch));
        }
        List<E> entries = new ArrayList<>(known);
        entries.removeIf(entry -> entry.order() >= from && stale.test(entry));
        entries.addAll(fresh);
        entries.sort(order);
        if (!entries.equals(known)) {
            put(log.upTo(first, before), entries, log.nextCut(), batch);
        }
    }

    private void put(Log<E, S> log, List<E> next, @Nullable Integer cut, Batch batch) {
        Log<E, S> longer = log;
        for (E entry : next) {
            Log<E, S> open = longer.with(entry, fold);
            longer = open;
            if (open.entries().size() >= pageLength) {
                longer = open.next(cut, fold);
                batch.put(pages, longer.archived(open));
            }
        }
        batch.put(logs, longer);
    }

    private List<E> entries(Log<E, S> log, int page, Batch batch) {
        return page == log.starts().size()
                ? log.entries()
                : batch.find(pages, log.pageId(page)).map(LogPage::entries).orElse(List.of());
    }

    /** The entry of an order, for a projector; of an archived page one is read. */
    public Optional<E> find(String id, long order, Batch batch) {
        return batch.find(logs, id).flatMap(log -> find(log, order, batch));
    }

    /** The state as of a commit of each of these logs that existed then. */
    public Map<String, S> asOf(Collection<String> ids, long commit, Documents documents) {
        Map<String, S> states = new HashMap<>();
        Map<String, String> logsByPage = new HashMap<>();
        documents
                .find(logs, ids)
                .forEach((id, log) -> log.pageAsOf(commit)
                        .ifPresentOrElse(
                                number -> logsByPage.put(log.pageId(number), id),
                                () -> states.put(id, log.stateAsOf(commit, none, fold))));
        Map<String, LogPage<E, S>> found = documents.find(pages, logsByPage.keySet());
        logsByPage.forEach((page, id) -> {
            LogPage<E, S> archived = archived(found, page);
            states.put(id, fold.apply(archived.before(), LogPage.upTo(archived.entries(), commit)));
        });
        return states;
    }

    /** The order of the first entry of each of these logs that exist. */
    public Map<String, Long> begins(Collection<String> ids, Documents documents) {
        Map<String, Long> begins = new HashMap<>();
        documents.find(logs, ids).forEach((id, log) -> begins.put(id, log.begins()));
        return begins;
    }

    /** Up to {@code limit} entries of this order or a later one, as of a commit. */
    public List<E> from(String id, long order, int limit, long commit, Documents documents) {
        Optional<Log<E, S>> found = documents.find(logs, id);
        if (found.isEmpty()) {
            return List.of();
        }
        Log<E, S> log = found.get();
        int first = log.pageOf(order);
        int after = (int) Math.min(log.starts().size() + 1L, first + (long) limit / pageLength + 2);
        return entries(log, first, after, documents).stream()
                .filter(entry -> entry.order() >= order && entry.commit() <= commit)
                .limit(limit)
                .toList();
    }

    /** All entries as of a commit, oldest first; each page is read when it is reached. */
    public Iterator<E> each(String id, long commit, Documents documents) {
        return documents.find(logs, id).stream()
                .flatMap(log -> IntStream.rangeClosed(0, log.starts().size())
                        .boxed()
                        .flatMap(page -> entries(log, page, page + 1, documents).stream()))
                .filter(entry -> entry.commit() <= commit)
                .iterator();
    }

    /** The entries of these orders that the log has, in its order; reads the pages that hold them in one query. */
    public List<E> at(String id, Collection<Long> orders, Documents documents) {
        Optional<Log<E, S>> found = documents.find(logs, id);
        if (found.isEmpty()) {
            return List.of();
        }
        Log<E, S> log = found.get();
        Set<Long> wanted = new HashSet<>(orders);
        List<Integer> numbers =
                wanted.stream().map(log::pageOf).distinct().sorted().toList();
        return entries(log, numbers, documents).stream()
                .filter(entry -> wanted.contains(entry.order()))
                .toList();
    }

    /** Up to {@code limit} matching entries of an earlier order, as of a commit, newest first. */
    public List<E> newest(String id, long before, int limit, long commit, Predicate<E> wanted, Documents documents) {
        List<E> found = new ArrayList<>();
        documents.find(logs, id).ifPresent(log -> {
            for (int page = log.pageOf(before); page >= 0 && found.size() < limit; page--) {
                entries(log, page, page + 1, documents).reversed().stream()
                        .filter(entry -> entry.order() < before && entry.commit() <= commit && wanted.test(entry))
                        .limit(limit - found.size())
                        .forEach(found::add);
            }
        });
        return found;
    }

    /**
     * A page of a log as of a commit: up to {@code limit} shown values, from entry number {@code from}, counted from 0.
     *
     * @param shown maps the entries that are shown to their values
     */
    public <T> Page<T> page(
            String id, long from, int limit, long commit, Documents documents, Function<List<E>, Map<E, T>> shown) {
        List<T> items = new ArrayList<>();
        Optional<Log<E, S>> log = documents.find(logs, id);
        long number = from;
        while (log.isPresent() && number / pageLength <= log.get().starts().size()) {
            int page = (int) (number / pageLength);
            List<E> rest = entries(log.get(), page, page + 1, documents).stream()
                    .skip(number % pageLength)
                    .filter(entry -> entry.commit() <= commit)
                    .toList();
            if (rest.isEmpty()) {
                break;
            }
            Map<E, T> there = shown.apply(rest);
            for (E entry : rest) {
                T item = there.get(entry);
                if (item != null && items.size() == limit) {
                    return new Page<>(items, number);
                }
                if (item != null) {
                    items.add(item);
                }
                number++;
            }
        }
        return new Page<>(items, null);
    }

    /**
     * Up to {@code limit} matching entries of these logs of an earlier order, as of a commit, newest first over all of them. Of each
     * log only the pages that can hold one of them are read.
     */
    public List<E> newest(
            Collection<String> ids, long before, int limit, long commit, Predicate<E> wanted, Documents documents) {
        Queue<OpenedPage<E, S>> next = new PriorityQueue<>();
        documents.find(logs, ids).values().forEach(log -> next.add(new OpenedPage<>(log, log.pageOf(before))));
        List<E> found = new ArrayList<>();
        while (!next.isEmpty()
                && !(found.size() >= limit
                        && next.element().last() < found.get(limit - 1).order())) {
            OpenedPage<E, S> page = next.remove();
            entries(page.log, page.number, page.number + 1, documents).stream()
                    .filter(entry -> entry.order() < before && entry.commit() <= commit && wanted.test(entry))
                    .forEach(found::add);
            found.sort(Comparator.<E>comparingLong(Stamped::order).reversed());
            if (page.number > 0) {
                next.add(new OpenedPage<>(page.log, page.number - 1));
            }
        }
        return List.copyOf(found.subList(0, Math.min(limit, found.size())));
    }

    /** A page of a log, archived or open; those with the latest entries come first. */
    private record OpenedPage<E extends Stamped, S>(Log<E, S> log, int number) implements Comparable<OpenedPage<E, S>> {

        /** An order that none of its entries exceeds. */
        long last() {
            return number + 1 < log.starts().size()
                    ? log.starts().get(number + 1).order() - 1
                    : log.last();
        }

        @Override
        public int compareTo(OpenedPage<E, S> other) {
            return Long.compare(other.last(), last());
        }
    }

    /**
     * A page of several logs, one after the other. Numbers stay valid as of one commit, whichever logs grow.
     *
     * @param shown maps the entries that are shown to their values
     */
    public <T> Page<T> page(
            List<String> ids,
            long from,
            int limit,
            long commit,
            Documents documents,
            Function<List<E>, Map<E, T>> shown) {
        Map<String, Long> lengths = lengths(ids, commit, documents);
        List<T> items = new ArrayList<>();
        long start = 0;
        for (String id : ids) {
            long length = lengths.getOrDefault(id, 0L);
            if (from < start + length) {
                Page<T> page = page(id, Math.max(0, from - start), limit - items.size(), commit, documents, shown);
                items.addAll(page.items());
                if (page.next() != null) {
                    return new Page<>(items, start + page.next());
                }
            }
            start += length;
        }
        return new Page<>(items, null);
    }

    /** The number of entries of each of these logs as of a commit; makes at most two queries. */
    private Map<String, Long> lengths(Collection<String> ids, long commit, Documents documents) {
        Map<String, Long> lengths = new HashMap<>();
        Map<String, Log<E, S>> cut = new HashMap<>();
        documents.find(logs, ids).forEach((id, log) -> {
            log.pageAsOf(commit).ifPresent(page -> cut.put(log.pageId(page), log));
            int open = LogPage.upTo(log.entries(), commit).size();
            lengths.put(id, open == 0 ? 0 : (long) log.starts().size() * pageLength + open);
        });
        Map<String, LogPage<E, S>> found = documents.find(pages, cut.keySet());
        cut.forEach((page, log) -> lengths.put(
                log.id(),
                (long) log.pageAsOf(commit).orElseThrow() * pageLength
                        + LogPage.upTo(archived(found, page).entries(), commit).size()));
        return lengths;
    }

    /** The entries of a range of pages, end excluded; the last may be the open page. */
    private List<E> entries(Log<E, S> log, int first, int after, Documents documents) {
        return entries(log, IntStream.range(first, after).boxed().toList(), documents);
    }

    private List<E> entries(Log<E, S> log, List<Integer> numbers, Documents documents) {
        int open = log.starts().size();
        List<String> ids = numbers.stream()
                .filter(number -> number < open)
                .map(log::pageId)
                .toList();
        Map<String, LogPage<E, S>> found = ids.isEmpty() ? Map.of() : documents.find(pages, ids);
        List<E> entries = new ArrayList<>();
        ids.forEach(id -> entries.addAll(archived(found, id).entries()));
        if (numbers.contains(open)) {
            entries.addAll(log.entries());
        }
        return entries;
    }

    private LogPage<E, S> archived(Map<String, LogPage<E, S>> found, String id) {
        LogPage<E, S> page = found.get(id);
        if (page == null) {
            throw new IllegalStateException(logs.collection() + " refers to page " + id + ", which is not archived");
        }
        return page;
    }
}
