package vn.soto.ledgerwriter.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledger.Draft;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.Tail;
import vn.soto.ledger.sqlite.Anchor;
import vn.soto.ledger.sqlite.OwnerFile;
import vn.soto.ledger.sqlite.SqliteFailure;
import vn.soto.ledger.sqlite.SqliteLedgerReader;
import vn.soto.ledgerwriter.AppendOutcome;
import vn.soto.ledgerwriter.GroupWriter;
import vn.soto.ledgerwriter.WriterSettings;

/**
 * Writes each group of drafts as one transaction. After any failure the connection and all state read through it are
 * discarded, and the file decides what was written; RATIONALE.md lists what each failure means for the drafts. Confined
 * to one thread.
 */
final class SqliteWriter implements GroupWriter, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteWriter.class);

    private final Path path;
    private final String origin;
    private final Clock clock;
    private final WriterSettings settings;
    private final Durability durability;
    private final AnchorFile anchor;

    /** The last commit known to be durable; the file must hold it when it is reopened. */
    private Anchor reached;

    private @Nullable LedgerFile file;

    private long resets;

    private SqliteWriter(
            Path path, String origin, Clock clock, WriterSettings settings, Durability durability, LedgerFile file) {
        this.path = path;
        this.origin = origin;
        this.clock = clock;
        this.settings = settings;
        this.durability = durability;
        this.file = file;
        this.reached = anchorOf(file.tail());
        this.anchor = new AnchorFile(path, file.tail(), settings.maintenanceInterval(), durability);
    }

    static SqliteWriter open(Path path, String origin, Clock clock, WriterSettings settings, Durability durability)
            throws SQLException {
        restrict(path);
        Anchor reached = Anchor.read(path).orElse(anchorOf(Tail.empty(origin)));
        AnchorCheck.checkUntouched(path, reached);
        LedgerFile file = LedgerFile.open(path, origin, reached, clock, settings.cachedStreams());
        // Before the anchor is written, so that a damaged end leaves it unchanged.
        try (SqliteLedgerReader reader = SqliteLedgerReader.open(path)) {
            ChainVerifier.verifyEnd(reader);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
        return new SqliteWriter(path, origin, clock, settings, durability, file);
    }

    @Override
    public List<AppendOutcome> write(List<Draft> drafts) {
        try {
            return attempt(drafts);
        } catch (Fence e) {
            LOG.warn("the file refused a row although it was checked; trying the group one by one", e);
            return drafts.stream().map(this::alone).toList();
        }
    }

    private AppendOutcome alone(Draft draft) {
        try {
            return attempt(List.of(draft)).getFirst();
        } catch (Fence e) {
            return new AppendOutcome.Refused(notWritten(e));
        }
    }

    private List<AppendOutcome> attempt(List<Draft> drafts) throws Fence {
        LedgerFile open;
        Group group;
        try {
            open = opened();
            group = open.group(drafts);
            if (group.commits().isEmpty()) {
                return group.outcomes();
            }
            open.insert(group);
        } catch (SQLException e) {
            reset();
            if (SqliteFailure.of(e) == SqliteFailure.CONSTRAINT) {
                throw new Fence(e);
            }
            LOG.error("the ledger cannot be written; nothing was", e);
            return all(drafts, () -> notWritten(e));
        } catch (LedgerException e) {
            return all(drafts, () -> e);
        }
        try {
            durability.commit(open.session());
        } catch (SQLException e) {
            return settle(drafts, group, e);
        }
        return accepted(open, group);
    }

    private List<AppendOutcome> accepted(LedgerFile open, Group group) {
        open.accept(group);
        reached = anchorOf(group.tail());
        anchor.advanceTo(group.tail());
        return group.outcomes();
    }

    /** After a failed COMMIT: reopens the file and looks whether it holds the group. */
    private List<AppendOutcome> settle(List<Draft> drafts, Group group, SQLException failure) {
        LOG.error("COMMIT failed; reading the ledger anew to see whether it landed", failure);
        boolean cut = SqliteFailure.of(failure) == SqliteFailure.NOT_WRITTEN;
        reset();
        try {
            LedgerFile open = opened();
            boolean certain = emptied(open);
            boolean landed = open.holds(group.commits().getLast());
            if (landed && certain) {
                reached = anchorOf(group.tail());
                anchor.advanceTo(group.tail());
                return group.outcomes();
            }
            // A failed write left the last frame of the group incomplete, and recovery applies whole groups only.
            return all(drafts, () -> !landed && (certain || cut) ? notWritten(failure) : uncertain(failure));
        } catch (SQLException | LedgerException e) {
            failure.addSuppressed(e);
            reset();
            return all(drafts, () -> cut ? notWritten(failure) : uncertain(failure));
        }
    }

    /** Earlier versions left the files as the umask had them. */
    private static void restrict(Path path) {
        List<Path> restricted = Stream.of("", "-wal", "-shm", "-journal", ".anchor", ".lock")
                .map(suffix -> path.resolveSibling(path.getFileName() + suffix))
                .filter(OwnerFile::restrict)
                .toList();
        if (!restricted.isEmpty()) {
            LOG.warn(
                    "Tệp mở cho người khác, nay chỉ chủ tệp đọc được / others could read these files, now only their owner can: {}",
                    restricted);
        }
    }

    private static boolean emptied(LedgerFile open) {
        try {
            return open.emptyLog();
        } catch (SQLException e) {
            LOG.warn("the log could not be emptied", e);
            return false;
        }
    }

    private LedgerFile opened() throws SQLException {
        LedgerFile open = file;
        if (open == null) {
            durability.reopen();
            open = LedgerFile.open(path, origin, reached, clock, settings.cachedStreams());
            file = open;
        }
        return open;
    }

    /** The lock file keeps every other process away. */
    @Override
    public boolean isExclusive() {
        return true;
    }

    @Override
    public long resets() {
        return resets;
    }

    /** Closes the connection, which ends an open transaction and drops every cached value. */
    @Override
    public void reset() {
        LedgerFile open = file;
        file = null;
        resets++;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.warn("a connection to the ledger did not close", e);
            }
        }
    }

    @Override
    public void maintain() {
        anchor.writeIfDue();
    }

    @Override
    public void close() {
        anchor.close();
        reset();
    }

    private static Anchor anchorOf(Tail tail) {
        return new Anchor(tail.number(), tail.chain());
    }

    private static List<AppendOutcome> all(List<Draft> drafts, Supplier<LedgerException> why) {
        return drafts.stream()
                .<AppendOutcome>map(_ -> new AppendOutcome.Refused(why.get()))
                .toList();
    }

    private LedgerException notWritten(Exception cause) {
        return new LedgerException.Unavailable(
                "Không ghi được sổ cái; chưa ghi gì. / The ledger cannot be written; nothing was.",
                settings.retryAfter(),
                cause);
    }

    private static LedgerException uncertain(Exception cause) {
        return new LedgerException.Uncertain(
                "Không rõ giao dịch đã được ghi hay chưa. / It is unknown whether the commit was written.", cause);
    }

    /** A constraint of the file refused a row of the group. */
    private static final class Fence extends Exception {
        Fence(SQLException cause) {
            super(cause);
        }
    }
}
