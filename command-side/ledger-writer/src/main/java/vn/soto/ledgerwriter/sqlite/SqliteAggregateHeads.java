package vn.soto.ledgerwriter.sqlite;

import static java.util.stream.Collectors.toMap;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.soto.ledger.Draft;
import vn.soto.ledger.sqlite.Columns;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.ledgerwriter.BatchLookups;
import vn.soto.ledgerwriter.Sequencer;

/**
 * The file's aggregate heads, in an LRU cache, and its command ids. {@link #prefetch} reads what a group needs in two
 * queries.
 */
final class SqliteAggregateHeads implements Sequencer.Known {

    private static final String FIND =
            "SELECT s.name, s.id, (SELECT max(e.sequence) FROM events e WHERE e.stream = s.id) FROM streams s"
                    + " WHERE s.name IN ";

    private static final String TAKEN = "SELECT command FROM commits WHERE command IN ";

    /** Numbers of values that one query may name; a statement is prepared for each. */
    private static final List<Integer> SIZES = List.of(1, 8, 64, 512);

    private static final int MOST = SIZES.getLast();

    private static final Stream NONE = new Stream(0, -1);

    private final SqliteSession session;
    private final Map<String, Stream> cache;
    private final Set<UUID> taken = new HashSet<>();
    private long last;

    SqliteAggregateHeads(SqliteSession session, int capacity) throws SQLException {
        this.session = session;
        this.last = session.number("SELECT max(id) FROM streams");
        this.cache = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Stream> eldest) {
                return size() > capacity;
            }
        };
    }

    /** Reads what the rules look up for these drafts. */
    void prefetch(List<Draft> drafts) throws SQLException {
        BatchLookups lookups = BatchLookups.about(drafts);
        Set<String> aggregates = lookups.heads().keySet();
        taken.clear();
        taken.addAll(among(
                TAKEN,
                row -> Columns.uuid(row.getBytes(1)),
                lookups.commands().stream().<Object>map(Columns::uuid).toList()));
        aggregates.removeIf(cache::containsKey);
        aggregates.forEach(aggregate -> cache.put(aggregate, NONE));
        cache.putAll(found(aggregates));
    }

    private Map<String, Stream> found(Collection<String> aggregates) throws SQLException {
        return among(FIND, row -> Map.entry(row.getString(1), new Stream(row.getLong(2), row.getLong(3))), aggregates)
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public long head(String aggregate) {
        return find(aggregate).head();
    }

    /** Only for a command that was {@link #prefetch prefetched}. */
    @Override
    public boolean hasCommand(UUID command) {
        return taken.contains(command);
    }

    /** The aggregate's stream as the file holds it. */
    Stream find(String aggregate) {
        Stream stream = cache.get(aggregate);
        if (stream == null) {
            stream = read(aggregate);
            cache.put(aggregate, stream);
        }
        return stream;
    }

    private Stream read(String aggregate) {
        try {
            return found(List.of(aggregate)).getOrDefault(aggregate, NONE);
        } catch (SQLException e) {
            throw new Sequencer.Unread(e);
        }
    }

    /** The rows of {@code query} for any of the values; no statement names more of them than the largest size. */
    private <T> List<T> among(String query, SqliteSession.RowMapper<T> row, Collection<?> values) throws SQLException {
        List<T> rows = new ArrayList<>();
        List<?> all = List.copyOf(values);
        for (int from = 0; from < all.size(); from += MOST) {
            List<?> some = all.subList(from, Math.min(all.size(), from + MOST));
            int size = SIZES.stream()
                    .filter(each -> each >= some.size())
                    .findFirst()
                    .orElse(MOST);
            Object[] arguments = new Object[size];
            Arrays.setAll(arguments, at -> some.get(Math.min(at, some.size() - 1)));
            rows.addAll(session.list(query + "(" + "?, ".repeat(size - 1) + "?)", row, arguments));
        }
        return rows;
    }

    /** The highest integer assigned to an aggregate. */
    long last() {
        return last;
    }

    /** Called once the streams are durable. */
    void accept(Map<String, Stream> written) {
        cache.putAll(written);
        last = written.values().stream().mapToLong(Stream::id).reduce(last, Math::max);
    }

    /**
     * @param id   the aggregate's integer in the file; 0 if it has none yet
     * @param head its last sequence; -1 if it has no events
     */
    record Stream(long id, long head) {}
}
