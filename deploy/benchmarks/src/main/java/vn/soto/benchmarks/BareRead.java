package vn.soto.benchmarks;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Limits;

/**
 * Does all that a check of a ledger's file cannot leave out, in a bare loop. Every column of every commit and event is read, and the
 * bytes of bodies, leaves and chain values are hashed. Nothing is compared.
 */
final class BareRead {

    private static final String COMMITS = "SELECT size, number, first, id, at, command, origin, content, actor, reason,"
            + " corrects, correlation, causation, previous, chain, latest FROM commits"
            + " WHERE number BETWEEN ? AND ? ORDER BY number";
    private static final int COMMIT_COLUMNS = 13;
    private static final String EVENTS = "SELECT e.payload, e.position, e.commit_number, e.id, e.timestamp, e.type,"
            + " e.revision, e.aggregate_type, s.name, e.sequence, e.metadata, e.tags, e.encoding"
            + " FROM events e LEFT JOIN streams s ON s.id = e.stream"
            + " WHERE e.position >= (SELECT first FROM commits WHERE number = ?) ORDER BY e.position";
    private static final int EVENT_COLUMNS = 13;

    private final MessageDigest digest;
    private final ByteBuffer leaf = ByteBuffer.allocate((int) (4 * Limits.MAX_BYTES));

    private BareRead() throws Exception {
        digest = MessageDigest.getInstance("SHA-256");
    }

    /** Reads the file in as many parts as there are threads; returns the number of its events. */
    static long of(Path ledger, int threads) throws Exception {
        long commits = commits(ledger);
        List<Future<Long>> parts = new ArrayList<>();
        try (ExecutorService each = Executors.newFixedThreadPool(threads)) {
            for (int part = 0; part < threads; part++) {
                long first = 1 + commits * part / threads;
                long last = commits * (part + 1) / threads;
                parts.add(each.submit(() -> new BareRead().part(ledger, first, last)));
            }
        }
        long events = 0;
        for (Future<Long> part : parts) {
            events += part.get();
        }
        return events;
    }

    private static Connection open(Path ledger) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + ledger);
    }

    private static long commits(Path ledger) throws SQLException {
        try (Connection connection = open(ledger);
                PreparedStatement last = connection.prepareStatement("SELECT max(number) FROM commits");
                ResultSet row = last.executeQuery()) {
            return row.getLong(1);
        }
    }

    private long part(Path ledger, long first, long last) throws Exception {
        long read = 0;
        try (Connection connection = open(ledger);
                PreparedStatement commits = connection.prepareStatement(COMMITS);
                PreparedStatement events = connection.prepareStatement(EVENTS)) {
            commits.setLong(1, first);
            commits.setLong(2, last);
            events.setLong(1, first);
            try (ResultSet commit = commits.executeQuery();
                    ResultSet event = events.executeQuery()) {
                while (commit.next()) {
                    read += one(commit, event);
                }
            }
        }
        return read;
    }

    private int one(ResultSet commit, ResultSet event) throws Exception {
        int size = commit.getInt(1);
        leaf.clear();
        for (int column = 2; column <= COMMIT_COLUMNS; column++) {
            put(commit.getBytes(column));
        }
        for (int i = 0; i < size && event.next(); i++) {
            for (int column = 2; column <= EVENT_COLUMNS; column++) {
                put(event.getBytes(column));
            }
            leaf.put(digest.digest(event.getBytes(1)));
        }
        digest.update(leaf.array(), 0, leaf.position());
        byte[] hash = digest.digest();
        digest.update(commit.getBytes(COMMIT_COLUMNS + 1));
        digest.update(hash);
        require(digest.digest().length == commit.getBytes(COMMIT_COLUMNS + 2).length);
        require(commit.getLong(COMMIT_COLUMNS + 3) > 0);
        return size;
    }

    /** So that no read is without use. */
    private static void require(boolean plausible) {
        if (!plausible) {
            throw new IllegalStateException("a row of no ledger");
        }
    }

    private void put(byte @Nullable [] column) {
        leaf.putInt(column == null ? 0 : column.length);
        if (column != null) {
            leaf.put(column);
        }
    }
}
