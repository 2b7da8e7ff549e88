package vn.soto.ledgerwriter.sqlite;

import java.io.UncheckedIOException;
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
import vn.soto.ledger.WriteFault;
import vn.soto.ledger.sqlite.Anchor;
import vn.soto.ledger.sqlite.OwnerFile;
import vn.soto.ledger.sqlite.SqliteFailure;
import vn.soto.ledger.sqlite.SqliteLedgerReader;
import vn.soto.ledger.sqlite.StoreWrites;
import vn.soto.ledger.sqlite.StructureCheck;
import vn.soto.ledgerwriter.AnchorNotice;
import vn.soto.ledgerwriter.AppendOutcome;
import vn.soto.ledgerwriter.GroupWriter;
import vn.soto.ledgerwriter.WriterHealth;
import vn.soto.ledgerwriter.WriterSettings;
import vn.soto.ledgerwriter.WrittenFile;

/**
 * Writes each group of drafts as one transaction. After any failure the connection and all state read through it are
 * discarded, and the file decides what was written. RATIONALE.md lists the meaning of each failure for the drafts.
 * Confined to one thread.
 */
final class SqliteWriter implements GroupWriter, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteWriter.class);

    private static final int INTERVALS_BETWEEN_TRIALS = 50;

    private final WrittenFile written;
    private final String origin;
    private final Clock clock;
    private final WriterSettings settings;
    private final Durability durability;
    private final AnchorFile anchor;
    private final WriterHealth health;

    /** The last commit known to be durable; the file must hold it when it is reopened. */
    private Anchor reached;

    private @Nullable LedgerFile file;

    private long resets;
    private long looked;

    private SqliteWriter(
            WrittenFile written,
            String origin,
            Clock clock,
            WriterSettings settings,
            Durability durability,
            LedgerFile file) {
        this.written = written;
        this.origin = origin;
        this.clock = clock;
        this.settings = settings;
        this.durability = durability;
        this.health = new WriterHealth(settings.maintenanceInterval().multipliedBy(INTERVALS_BETWEEN_TRIALS));
        this.file = file;
        this.reached = anchorOf(file.tail());
        this.anchor = new AnchorFile(written.path(), file.tail(), settings.maintenanceInterval(), durability);
    }

    static SqliteWriter open(Path path, String origin, Clock clock, WriterSettings settings, Durability durability)
            throws SQLException {
        restrict(path);
        AnchorNotice.ifEmpty(Anchor.fileOf(path));
        Anchor reached = Anchor.read(path).orElse(anchorOf(Tail.empty(origin)));
        AnchorCheck.checkUntouched(path, reached);
        WrittenFile written = WrittenFile.ledger(path, settings.retryAfter());
        LedgerFile file = LedgerFile.open(written, origin, reached, clock, settings.cachedStreams());
        // Before the anchor is written, so that a damaged end leaves it unchanged.
        try (SqliteLedgerReader reader = SqliteLedgerReader.open(path)) {
            ChainVerifier.verifyEnd(reader);
            StructureCheck.requireIndexedEnd(path);
            makeDurable(file);
            durability.opened(file.session());
        } catch (SQLException | RuntimeException e) {
            file.close();
            throw e;
        }
        return new SqliteWriter(written, origin, clock, settings, durability, file);
    }

    /**
     * Writes the log into the ledger's file. A process may end between a write and its sync, or its sync may fail. Then
     * commits can be read but may not be on the disk. None of them is answered or built upon before it is.
     */
    private static void makeDurable(LedgerFile file) throws SQLException {
        try {
            if (!file.checkpoint()) {
                LOG.warn("a reader kept the log from being written into the ledger's file at the start");
            }
        } catch (SQLException e) {
            if (!SqliteFailure.of(e).isCertain()) {
                throw e;
            }
            LOG.warn("the disk has no room to write the log into the ledger's file at the start: {}", e.getMessage());
        }
    }

    @Override
    public List<AppendOutcome> write(List<Draft> drafts) {
        if (health.isFinal()) {
            return all(drafts, this::stopped);
        }
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
            return new AppendOutcome.Refused(written.notWritten(e));
        }
    }

    private List<AppendOutcome> attempt(List<Draft> drafts) throws Fence {
        LedgerFile open;
        Group group;
        try {
            open = opened();
            if (open.watch().isReplaced()) {
                stop(open);
                return all(drafts, this::stopped);
            }
            group = open.group(drafts);
            if (group.commits().isEmpty()) {
                return group.outcomes();
            }
            open.insert(group);
        } catch (SQLException e) {
            return failed(drafts, e);
        } catch (LedgerException e) {
            health.found(e);
            return all(drafts, () -> e);
        }
        try {
            durability.commit(open.session());
        } catch (SQLException e) {
            return settle(drafts, group, e);
        }
        if (!open.watch().confirmsWrite()) {
            return unconfirmed(drafts, open, null);
        }
        return accepted(open, group);
    }

    /** A statement before COMMIT failed. */
    private List<AppendOutcome> failed(List<Draft> drafts, SQLException failure) throws Fence {
        LedgerFile open = file;
        if (open != null && open.watch().isReplaced()) {
            stop(open);
            return all(drafts, this::stopped);
        }
        reset();
        if (SqliteFailure.of(failure) == SqliteFailure.CONSTRAINT) {
            throw new Fence(failure);
        }
        health.found(written.notWritten(failure));
        return all(drafts, () -> written.notWritten(failure));
    }

    /** COMMIT went to a file that is not, or no longer, at the path: it ends with the process unless it was saved. */
    private List<AppendOutcome> unconfirmed(List<Draft> drafts, LedgerFile open, @Nullable SQLException failure) {
        LedgerException.Damaged why = stop(open);
        return all(
                drafts,
                () -> new LedgerException.Uncertain(
                        String.valueOf(why.getMessage()), WriteFault.FILE_REPLACED, failure == null ? why : failure));
    }

    /** Ends all writing. The file stays open, because only this process can still read what it holds. */
    private LedgerException.Damaged stop(LedgerFile open) {
        LedgerException.Damaged why = open.save();
        resets++;
        health.found(why);
        return why;
    }

    private LedgerException stopped() {
        WriterHealth.Trouble why = health.trouble().orElseThrow();
        return new LedgerException.Damaged(why.message(), why.fault(), null);
    }

    private List<AppendOutcome> accepted(LedgerFile open, Group group) {
        open.accept(group);
        reached = anchorOf(group.tail());
        anchor.advanceTo(group.tail());
        return group.outcomes();
    }

    /** After a failed COMMIT: reopens the file and looks whether it holds the group. */
    private List<AppendOutcome> settle(List<Draft> drafts, Group group, SQLException failure) {
        boolean cut = SqliteFailure.of(failure).isCertain();
        LedgerFile before = file;
        if (before != null && before.watch().isReplaced()) {
            return unconfirmed(drafts, before, failure);
        }
        reset();
        if (SqliteFailure.of(failure) == SqliteFailure.NOT_SYNCED) {
            return notSynced(drafts, failure);
        }
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
            return all(
                    drafts,
                    () -> !landed && (certain || cut) ? written.notWritten(failure) : written.uncertain(failure));
        } catch (SQLException | LedgerException e) {
            failure.addSuppressed(e);
            reset();
            if (e instanceof SQLException sync && SqliteFailure.of(sync) == SqliteFailure.NOT_SYNCED) {
                return notSynced(drafts, sync);
            }
            return all(drafts, () -> cut ? written.notWritten(failure) : written.uncertain(failure));
        }
    }

    /**
     * Ends all writing. The kernel tells of a failed sync once and may have dropped what it could not store, so a later
     * sync that succeeds proves nothing.
     */
    private List<AppendOutcome> notSynced(List<Draft> drafts, SQLException failure) {
        health.found(written.notWritten(failure));
        return all(drafts, () -> written.uncertain(failure));
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

    private static boolean emptied(LedgerFile open) throws SQLException {
        try {
            return open.emptyLog();
        } catch (SQLException e) {
            if (SqliteFailure.of(e) == SqliteFailure.NOT_SYNCED) {
                throw e;
            }
            LOG.debug("the log could not be emptied", e);
            return false;
        }
    }

    private LedgerFile opened() throws SQLException {
        LedgerFile open = file;
        if (open == null) {
            try {
                durability.reopen();
                open = LedgerFile.open(written, origin, reached, clock, settings.cachedStreams());
                durability.opened(open.session());
            } catch (UncheckedIOException e) {
                throw new SQLException("the file cannot be opened", e);
            }
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

    boolean isAnchorFailing() {
        return anchor.isFailing();
    }

    @Override
    public WriterHealth health() {
        return health;
    }

    @Override
    public void maintain() {
        anchor.writeIfDue();
        if (System.nanoTime() - looked >= settings.maintenanceInterval().toNanos()) {
            looked = System.nanoTime();
            look();
        }
    }

    /**
     * Looks for trouble that no append has met yet, and whether the last trouble is over: opening the file writes to
     * it.
     */
    private void look() {
        LedgerFile open = file;
        if (health.isFinal()) {
            return;
        }
        if (open != null && open.watch().isReplaced()) {
            stop(open);
        } else if (health.isTrialDue()) {
            tryAgain();
        } else if (open != null) {
            checkClock(open);
        }
    }

    private void checkClock(LedgerFile open) {
        try {
            open.checkClock();
        } catch (LedgerException e) {
            health.found(e);
        }
    }

    private void tryAgain() {
        try {
            opened().checkClock();
            StoreWrites.requireRoom(written.path());
            health.works();
        } catch (SQLException e) {
            reset();
            health.found(written.notWritten(e));
        } catch (LedgerException e) {
            health.found(e);
        }
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

    /** A constraint of the file refused a row of the group. */
    private static final class Fence extends Exception {
        Fence(SQLException cause) {
            super(cause);
        }
    }
}
