package vn.soto.command.dispatch;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import vn.soto.ledger.Head;
import vn.soto.ledger.LedgerReader;

/** Brings the parts of an index that have changed into its file. */
final class KeptIndex implements AutoCloseable {

    /** Commits that are brought into the file at once. */
    private static final long MANY = 16_384;

    /** Fewer wait for so long, since each call writes whole parts. */
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final IndexFile file;
    private final LedgerReader ledger;
    private final CountedTeams figures;
    private final KnownReferences references;
    private final TeamCommits commits;

    /** Parts that the file lacks, by id. */
    private final Map<String, byte[]> unwritten = new HashMap<>();

    private long written;
    private long kept = System.nanoTime();
    private boolean begun;

    private KeptIndex(
            IndexFile.Opened opened,
            LedgerReader ledger,
            CountedTeams figures,
            KnownReferences references,
            TeamCommits commits) {
        this.file = opened.file();
        this.written = opened.number();
        this.ledger = ledger;
        this.figures = figures;
        this.references = references;
        this.commits = commits;
    }

    /** Gives the parts what the file has of them. */
    static KeptIndex of(
            IndexFile.Opened opened,
            LedgerReader ledger,
            CountedTeams figures,
            KnownReferences references,
            TeamCommits commits) {
        commits.goOn(opened.number(), opened.parts());
        references.goOn(opened.parts());
        figures.goOn(opened.parts());
        return new KeptIndex(opened, ledger, figures, references, commits);
    }

    /**
     * Brings into the file what has changed since the last call. The numbers of commits are taken last, and the last of
     * them is written with all. So whatever is written is of commits up to that one, which the ledger has.
     */
    synchronized void keep() {
        kept = System.nanoTime();
        figures.takeChanges(unwritten);
        references.takeChanges(unwritten);
        long upTo = commits.takeChanges(unwritten);
        if (upTo > written || (upTo > 0 && !unwritten.isEmpty())) {
            // A damaged one is passed over: the next may be sound.
            ledger.chainAt(upTo).map(chain -> new Head(upTo, chain)).ifPresent(this::write);
        }
    }

    /** The same, if there is much of it. */
    synchronized void keepIfMany(long listed) {
        if (listed - written >= MANY) {
            keep();
        }
    }

    /**
     * The same the first time, then if there is much of it or the last call was long ago. So a kill soon after a start does
     * not take what that had to read.
     */
    synchronized void keepIfDue(long listed) {
        if (!begun || System.nanoTime() - kept >= INTERVAL.toNanos()) {
            begun = true;
            keep();
        } else {
            keepIfMany(listed);
        }
    }

    private void write(Head upTo) {
        if (file.write(unwritten, upTo)) {
            unwritten.clear();
            written = upTo.number();
        }
    }

    @Override
    public synchronized void close() {
        try (file) {
            keep();
        }
    }
}
