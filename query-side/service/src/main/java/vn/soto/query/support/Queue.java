package vn.soto.query.support;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;

/**
 * Requests that are in a queue: those in it before its rows, then what came and went. Full lists of rows are kept aside
 * unchanged, so what was in it as of any commit stays known.
 *
 * @param id   {@code open:<unit>}, {@code waiting:<unit>} or {@code team:<team>}
 * @param last position of the last row taken; rows up to it are in already
 * @param kept for each list kept aside, the commit of its first row
 * @param base in the queue before {@code rows}, oldest first
 */
public record Queue(@BsonId String id, long last, List<Long> kept, List<Entry> base, List<Row> rows)
        implements ReadModel {

    static final DocumentType<Queue> KIND = new DocumentType<>("request-queues", Queue.class);
    static final int ROWS = 64;

    /** @param received position of the event by which the request is known: the order of a queue */
    public record Entry(String request, long received, LocalDate dueOn) {}

    /** @param enters or else leaves */
    public record Row(long position, long commit, Entry entry, boolean enters) {}

    /**
     * A full list of rows.
     *
     * @param id {@code <queue>/<number>}
     */
    public record Sealed(@BsonId String id, List<Entry> base, List<Row> rows) implements ReadModel {

        static final DocumentType<Sealed> KIND = new DocumentType<>("request-queues-history", Sealed.class);

        List<Entry> asOf(long commit) {
            return after(base, rows, commit);
        }
    }

    static Queue empty(String id) {
        return new Queue(id, -1, List.of(), List.of(), List.of());
    }

    static String open(String unit) {
        return "open:" + unit;
    }

    static String waiting(String unit) {
        return "waiting:" + unit;
    }

    static String ofTeam(String team) {
        return "team:" + team;
    }

    Queue with(Row row) {
        return new Queue(
                id,
                row.position,
                kept,
                base,
                Stream.concat(rows.stream(), Stream.of(row)).toList());
    }

    boolean isFull() {
        return rows.size() >= ROWS;
    }

    Sealed seal() {
        return new Sealed(history(kept.size()), base, rows);
    }

    Queue afterSeal() {
        return new Queue(
                id,
                last,
                Stream.concat(kept.stream(), Stream.of(rows.getFirst().commit()))
                        .toList(),
                after(base, rows, Long.MAX_VALUE),
                List.of());
    }

    /** The list kept aside that knows the queue as of {@code commit}; absent if this document does, or if there are none. */
    OptionalInt history(long commit) {
        return startsBy(commit)
                ? OptionalInt.empty()
                : IntStream.range(0, kept.size())
                        .filter(number -> kept.get(number) <= commit)
                        .reduce((a, b) -> b);
    }

    String history(int number) {
        return id + "/" + number;
    }

    List<Entry> asOf(long commit) {
        return startsBy(commit) ? after(base, rows, commit) : List.of();
    }

    private boolean startsBy(long commit) {
        return !rows.isEmpty() && rows.getFirst().commit() <= commit;
    }

    private static List<Entry> after(List<Entry> base, List<Row> rows, long commit) {
        SequencedMap<Long, Entry> entries = new TreeMap<>();
        base.forEach(entry -> entries.put(entry.received, entry));
        rows.stream().filter(row -> row.commit <= commit).forEach(row -> {
            if (row.enters) {
                entries.put(row.entry.received, row.entry);
            } else {
                entries.remove(row.entry.received);
            }
        });
        return List.copyOf(entries.values());
    }
}
