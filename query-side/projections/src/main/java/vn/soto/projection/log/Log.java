package vn.soto.projection.log;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.projection.ReadModel;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedRows;

/**
 * An append-only log: its open page, and the starts of its archived pages.
 *
 * @param last    order of the last entry, -1 if there is none; entries up to it are contained
 * @param starts  starts of the archived pages, oldest first
 * @param before  state before {@code entries}
 * @param entries entries of the open page, fewer than a full page has
 * @param after   state after {@code entries}; absent in a log that was last written before logs kept it
 */
public record Log<E extends Stamped, S>(
        @BsonId String id,
        long last,
        List<Start> starts,
        S before,
        List<E> entries,
        @Nullable S after) implements ReadModel {

    /**
     * Order and commit of a page's first entry.
     *
     * @param cut number of the times that pages were made again, if this one was made in the last of them; part of its name
     */
    public record Start(long order, long commit, @Nullable Integer cut) {}

    static <E extends Stamped, S> Log<E, S> empty(String id, S none) {
        return new Log<>(id, -1, List.of(), none, List.of(), none);
    }

    Log<E, S> with(E entry, BiFunction<S, List<E>, S> fold) {
        S longer = fold.apply(state(fold), List.of(entry));
        return new Log<>(id, entry.order(), starts, before, VersionedRows.plus(entries, entry), longer);
    }

    private S state(BiFunction<S, List<E>, S> fold) {
        return after == null ? fold.apply(before, entries) : after;
    }

    /** The order of the first entry. */
    long begins() {
        return starts.isEmpty() ? entries.getFirst().order() : starts.getFirst().order();
    }

    /** The log after its open page was archived. */
    Log<E, S> next(@Nullable Integer cut, BiFunction<S, List<E>, S> fold) {
        S state = state(fold);
        Start start = new Start(entries.getFirst().order(), entries.getFirst().commit(), cut);
        return new Log<>(id, last, VersionedRows.plus(starts, start), state, List.of(), state);
    }

    /** The last page, which was the open page of this log before. */
    LogPage<E, S> archived(Log<E, S> before) {
        return new LogPage<>(pageId(starts.size() - 1), before.before, before.entries);
    }

    /** The log as it was before the first entry of a page. */
    Log<E, S> upTo(int page, S state) {
        return new Log<>(id, -1, starts.subList(0, page), state, List.of(), state);
    }

    /** The number of the next time that pages are made again. */
    int nextCut() {
        return 1
                + starts.stream()
                        .flatMapToInt(start -> start.cut == null ? IntStream.empty() : IntStream.of(start.cut))
                        .max()
                        .orElse(0);
    }

    String pageId(int number) {
        Integer cut = starts.get(number).cut;
        return id + "/" + number + (cut == null ? "" : "/" + cut);
    }

    /**
     * The archived page that holds the state as of a commit; absent if this document holds it, or if the log did not
     * exist yet.
     */
    OptionalInt pageAsOf(long commit) {
        return isOpenAt(commit)
                ? OptionalInt.empty()
                : IntStream.iterate(starts.size() - 1, number -> number >= 0, number -> number - 1)
                        .filter(number -> starts.get(number).commit() <= commit)
                        .findFirst();
    }

    /** Index of the page, archived or open, that contains an order or would contain it. */
    int pageOf(long order) {
        if (!entries.isEmpty() && entries.getFirst().order() <= order) {
            return starts.size();
        }
        int first = 0;
        int after = starts.size();
        while (after - first > 1) {
            int middle = (first + after) / 2;
            if (starts.get(middle).order() <= order) {
                first = middle;
            } else {
                after = middle;
            }
        }
        return first;
    }

    /** The state as of a commit that no archived page holds; entries are added only if some of them came later. */
    S stateAsOf(long commit, S none, BiFunction<S, List<E>, S> fold) {
        if (!isOpenAt(commit)) {
            return none;
        }
        return entries.getLast().commit() <= commit ? state(fold) : fold.apply(before, LogPage.upTo(entries, commit));
    }

    private boolean isOpenAt(long commit) {
        return !entries.isEmpty() && entries.getFirst().commit() <= commit;
    }
}
