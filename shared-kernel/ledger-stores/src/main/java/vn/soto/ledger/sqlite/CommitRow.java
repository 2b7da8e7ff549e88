package vn.soto.ledger.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Damage;
import vn.soto.ledger.Hash;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.Limits;
import vn.soto.ledger.Micros;
import vn.soto.ledger.Origin;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.Tail;

/** A commit's header as a row; {@code origin} is the command's or the task's name, {@code bytes} the sum of its bodies. */
public final class CommitRow {

    private static final String COLUMNS =
            "number, first, size, bytes, id, at, command, origin, content, actor, reason, corrects, correlation, causation,"
                    + " latest, previous, chain";

    public static final String INSERT =
            "INSERT INTO commits (" + COLUMNS + ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
    private static final String SELECT = "SELECT " + COLUMNS;
    static final String PAGE = SELECT + " FROM commits WHERE number >= ? ORDER BY number LIMIT ?";

    /**
     * Those of aggregates, by a JSON array of their ids and a range of sequences, and those with the numbers of another array. The joins
     * are crossed, so that each id is looked up and no table is read through.
     */
    static final String THESE = SELECT + " FROM commits WHERE number IN (SELECT e.commit_number FROM json_each(?1) a"
            + " CROSS JOIN streams s ON s.name = a.value CROSS JOIN events e ON e.stream = s.id"
            + " WHERE e.sequence >= ?2 AND e.sequence < ?3 UNION ALL SELECT value FROM json_each(?4)) ORDER BY number";

    static final String CHAIN = "SELECT chain FROM commits WHERE number = ?";

    static final String OF_COMMAND = SELECT + " FROM commits WHERE command = ?";

    /** The next position follows the last event: {@code size} is no part of the leaf. */
    static final String TAIL = "SELECT number, ifnull((SELECT max(position) FROM events), -1) + 1, at, latest, chain"
            + " FROM commits ORDER BY number DESC LIMIT 1";

    /** The last commit's number, if it does not end at the last event; in SQL, where a sum beyond 64 bits stays one. */
    static final String TAIL_DIFFERS = "SELECT number FROM (SELECT number, first, size FROM commits"
            + " ORDER BY number DESC LIMIT 1) WHERE first + size - 1 IS NOT (SELECT max(position) FROM events)";

    final long number;
    final long first;
    final int size;
    final long bytes;
    private final Function<List<RecordedEvent>, Commit> header;

    private CommitRow(long number, long first, int size, long bytes, Function<List<RecordedEvent>, Commit> header) {
        this.number = number;
        this.first = first;
        this.size = size;
        this.bytes = bytes;
        this.header = header;
    }

    /** Throws {@code CommitDamaged} if the events have another number of bytes together than the row says. */
    Commit with(List<RecordedEvent> events) {
        Commit commit = header.apply(events);
        if (bytes(commit) != bytes) {
            throw new LedgerException.CommitDamaged(number, Damage.UNREADABLE, null);
        }
        return commit;
    }

    public static void bind(PreparedStatement insert, Commit commit) throws SQLException {
        insert.setLong(1, commit.number());
        insert.setLong(2, commit.first());
        insert.setInt(3, commit.events().size());
        insert.setLong(4, bytes(commit));
        insert.setBytes(5, Columns.uuid(commit.id()));
        insert.setLong(6, Micros.of(commit.at()));
        switch (commit.origin()) {
            case Origin.Command command -> {
                insert.setBytes(7, Columns.uuid(command.id()));
                insert.setString(8, command.name());
                insert.setBytes(9, command.content().bytes());
            }
            case Origin.SystemTask task -> {
                insert.setObject(7, null);
                insert.setString(8, task.name());
                insert.setObject(9, null);
            }
        }
        insert.setString(10, commit.actor());
        insert.setString(11, commit.reason());
        insert.setString(12, commit.corrects());
        insert.setString(13, commit.correlation());
        insert.setString(14, commit.causation());
        insert.setLong(15, Micros.of(commit.latest()));
        insert.setBytes(16, commit.previous().bytes());
        insert.setBytes(17, commit.chain().bytes());
    }

    static CommitRow of(ResultSet row) throws SQLException {
        try {
            return decoded(row);
        } catch (RuntimeException e) {
            throw Columns.unreadable(row.getLong(1), e);
        }
    }

    private static CommitRow decoded(ResultSet row) throws SQLException {
        long number = row.getLong(1);
        long first = row.getLong(2);
        long size = row.getLong(3);
        if (first < 0 || size < 1 || size > Limits.MAX_EVENTS) {
            throw new IllegalArgumentException("a column holds what the layout forbids");
        }
        UUID id = Columns.uuid(row.getBytes(5));
        var at = Micros.instant(row.getLong(6));
        Origin origin = origin(Columns.optionalBytes(row, 7), Columns.text(row, 8), Columns.optionalBytes(row, 9));
        String actor = Columns.text(row, 10);
        String reason = Columns.optionalText(row, 11);
        String corrects = Columns.optionalText(row, 12);
        String correlation = Columns.text(row, 13);
        String causation = Columns.text(row, 14);
        var latest = Micros.instant(row.getLong(15));
        Hash previous = Hash.of(row.getBytes(16));
        Hash chain = Hash.of(row.getBytes(17));
        return new CommitRow(
                number,
                first,
                (int) size,
                row.getLong(4),
                events -> new Commit(
                        number,
                        first,
                        id,
                        at,
                        origin,
                        actor,
                        reason,
                        corrects,
                        correlation,
                        causation,
                        events,
                        latest,
                        previous,
                        chain));
    }

    static Tail tail(ResultSet row) throws SQLException {
        return new Tail(
                row.getLong(1),
                row.getLong(2),
                Micros.instant(row.getLong(3)),
                Micros.instant(row.getLong(4)),
                Hash.of(row.getBytes(5)));
    }

    private static long bytes(Commit commit) {
        long bytes = 0;
        for (RecordedEvent event : commit.events()) {
            bytes += event.payload().bytes().length;
        }
        return bytes;
    }

    private static Origin origin(byte @Nullable [] command, String name, byte @Nullable [] content) {
        if ((command == null) != (content == null)) {
            throw new IllegalArgumentException("a command without its content, or the content of none");
        }
        return command == null || content == null
                ? new Origin.SystemTask(name)
                : new Origin.Command(Columns.uuid(command), name, Hash.of(content));
    }
}
