package vn.soto.ledger.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Hash;
import vn.soto.ledger.Micros;
import vn.soto.ledger.Origin;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.Tail;

/** A commit's header as a row; {@code origin} is the command's or the task's name. */
public final class CommitRow {

    private static final String COLUMNS =
            "number, first, size, id, at, command, origin, content, actor, reason, corrects, correlation, causation,"
                    + " latest, previous, chain";

    public static final String INSERT =
            "INSERT INTO commits (" + COLUMNS + ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
    static final String PAGE = "SELECT " + COLUMNS + " FROM commits WHERE number >= ? ORDER BY number LIMIT ?";
    static final String OF_COMMAND = "SELECT " + COLUMNS + " FROM commits WHERE command = ?";
    static final String TAIL =
            "SELECT number, first + size, at, latest, chain FROM commits ORDER BY number DESC LIMIT 1";

    final long number;
    final long first;
    final int size;
    private final Function<List<RecordedEvent>, Commit> header;

    private CommitRow(long number, long first, int size, Function<List<RecordedEvent>, Commit> header) {
        this.number = number;
        this.first = first;
        this.size = size;
        this.header = header;
    }

    Commit with(List<RecordedEvent> events) {
        return header.apply(events);
    }

    public static void bind(PreparedStatement insert, Commit commit) throws SQLException {
        insert.setLong(1, commit.number());
        insert.setLong(2, commit.first());
        insert.setInt(3, commit.events().size());
        insert.setBytes(4, Columns.uuid(commit.id()));
        insert.setLong(5, Micros.of(commit.at()));
        switch (commit.origin()) {
            case Origin.Command command -> {
                insert.setBytes(6, Columns.uuid(command.id()));
                insert.setString(7, command.name());
                insert.setBytes(8, command.content().bytes());
            }
            case Origin.SystemTask task -> {
                insert.setObject(6, null);
                insert.setString(7, task.name());
                insert.setObject(8, null);
            }
        }
        insert.setString(9, commit.actor());
        insert.setString(10, commit.reason());
        insert.setString(11, commit.corrects());
        insert.setString(12, commit.correlation());
        insert.setString(13, commit.causation());
        insert.setLong(14, Micros.of(commit.latest()));
        insert.setBytes(15, commit.previous().bytes());
        insert.setBytes(16, commit.chain().bytes());
    }

    static CommitRow of(ResultSet row) throws SQLException {
        long number = row.getLong(1);
        long first = row.getLong(2);
        UUID id = Columns.uuid(row.getBytes(4));
        var at = Micros.instant(row.getLong(5));
        Origin origin = origin(row.getBytes(6), row.getString(7), row.getBytes(8));
        String actor = row.getString(9);
        String reason = row.getString(10);
        String corrects = row.getString(11);
        String correlation = row.getString(12);
        String causation = row.getString(13);
        var latest = Micros.instant(row.getLong(14));
        Hash previous = Hash.of(row.getBytes(15));
        Hash chain = Hash.of(row.getBytes(16));
        return new CommitRow(
                number,
                first,
                row.getInt(3),
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

    private static Origin origin(byte @Nullable [] command, String name, byte @Nullable [] content) {
        return command == null || content == null
                ? new Origin.SystemTask(name)
                : new Origin.Command(Columns.uuid(command), name, Hash.of(content));
    }
}
