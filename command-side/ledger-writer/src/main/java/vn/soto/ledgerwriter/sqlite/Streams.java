package vn.soto.ledgerwriter.sqlite;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.sqlite.Columns;
import vn.soto.ledger.sqlite.SqliteSession;

/** What the file holds already, as a group needs to know it: the heads of aggregates, kept in memory, and command ids. */
final class Streams {

    private static final String FIND =
            """
            SELECT s.id, (SELECT max(e.sequence) FROM events e WHERE e.stream = s.id) FROM streams s WHERE s.name = ?""";

    private final SqliteSession session;
    private final Map<String, Stream> known;
    private long last;

    Streams(SqliteSession session, int capacity) throws SQLException {
        this.session = session;
        this.last = session.number("SELECT max(id) FROM streams");
        this.known = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Stream> eldest) {
                return size() > capacity;
            }
        };
    }

    /** The aggregate's stream as stored; null if it has none. */
    @Nullable Stream find(String aggregate) throws SQLException {
        Stream stream = known.get(aggregate);
        if (stream == null) {
            stream = session.first(FIND, row -> new Stream(row.getLong(1), row.getLong(2)), aggregate)
                    .orElse(null);
            if (stream != null) {
                known.put(aggregate, stream);
            }
        }
        return stream;
    }

    boolean recorded(UUID command) throws SQLException {
        return session.number("SELECT count(*) FROM commits WHERE command = ?", (Object) Columns.uuid(command)) > 0;
    }

    /** The highest integer given to an aggregate. */
    long last() {
        return last;
    }

    void accept(Map<String, Stream> written) {
        known.putAll(written);
        last = written.values().stream().mapToLong(Stream::id).reduce(last, Math::max);
    }

    /** @param id the aggregate's integer in the file; @param head its last sequence */
    record Stream(long id, long head) {}
}
