package vn.soto.ledgerwriter.sqlite;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import vn.soto.ledger.sqlite.Columns;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.ledgerwriter.Sequencer;

/** What the file holds, as the rules need it: the heads of aggregates, kept in memory, and command ids. */
final class Streams implements Sequencer.Known {

    private static final String FIND =
            "SELECT s.id, (SELECT max(e.sequence) FROM events e WHERE e.stream = s.id) FROM streams s WHERE s.name = ?";

    private static final Stream NONE = new Stream(0, -1);

    private final SqliteSession session;
    private final Map<String, Stream> cache;
    private long last;

    Streams(SqliteSession session, int capacity) throws SQLException {
        this.session = session;
        this.last = session.number("SELECT max(id) FROM streams");
        this.cache = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Stream> eldest) {
                return size() > capacity;
            }
        };
    }

    @Override
    public long head(String aggregate) {
        return find(aggregate).head();
    }

    @Override
    public boolean hasCommand(UUID command) {
        try {
            return session.number("SELECT count(*) FROM commits WHERE command = ?", (Object) Columns.uuid(command)) > 0;
        } catch (SQLException e) {
            throw new Sequencer.Unread(e);
        }
    }

    /** The aggregate's stream as stored. */
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
            return session.first(FIND, row -> new Stream(row.getLong(1), row.getLong(2)), aggregate)
                    .orElse(NONE);
        } catch (SQLException e) {
            throw new Sequencer.Unread(e);
        }
    }

    /** The highest integer given to an aggregate. */
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
