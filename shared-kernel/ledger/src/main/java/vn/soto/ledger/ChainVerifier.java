package vn.soto.ledger;

import java.time.Instant;
import java.util.List;

/** Checks commits one after another against the rules of the ledger: dense numbers and positions, time, leaf and chain. */
public final class ChainVerifier {

    private static final int END = 100;

    private Tail tail;

    public ChainVerifier(String origin) {
        this(Tail.empty(origin));
    }

    /** A verifier that starts at a trusted tail and checks the commits after it. */
    public ChainVerifier(Tail tail) {
        this.tail = tail;
    }

    /** Reads the whole ledger; returns its tail or throws {@link LedgerException.Damaged} naming the first wrong commit. */
    public static Tail verify(LedgerReader reader) {
        ChainVerifier verifier = new ChainVerifier(reader.origin());
        List<StoredCommit> page = reader.read(1, 500);
        while (!page.isEmpty()) {
            page.forEach(verifier::accept);
            page = reader.read(verifier.tail.number() + 1, 500);
        }
        return verifier.tail;
    }

    /**
     * Checks the last {@value #END} commits against each other, which suffices to append; {@link #verify} checks the
     * whole ledger.
     */
    public static void verifyEnd(LedgerReader reader) {
        long number = Math.max(1, reader.tail().number() - END + 1);
        List<StoredCommit> last = reader.read(number, END);
        ChainVerifier end =
                new ChainVerifier(last.isEmpty() ? Tail.empty(reader.origin()) : before(last.getFirst(), reader));
        last.forEach(end::accept);
    }

    /**
     * The tail that a commit continues by its own account, so that those before it need not be sound. Only the latest
     * time before it is read from them, because no hash covers it.
     */
    private static Tail before(StoredCommit stored, LedgerReader reader) {
        return switch (stored) {
            case Commit commit
            when commit.number() > 1 ->
                new Tail(
                        commit.number() - 1,
                        commit.first(),
                        commit.at(),
                        latestBefore(commit, reader),
                        commit.previous());
            case Commit first -> Tail.empty(reader.origin());
            case DamagedCommit damaged -> throw damaged.exception();
        };
    }

    private static Instant latestBefore(Commit commit, LedgerReader reader) {
        return reader.read(commit.number() - 1, 1).stream()
                .filter(Commit.class::isInstance)
                .map(before -> ((Commit) before).latest())
                .findFirst()
                .orElse(commit.latest());
    }

    /** Throws {@link LedgerException.Damaged} if the commit does not follow those before it. */
    public void accept(StoredCommit stored) {
        switch (stored) {
            case Commit commit -> accept(commit);
            case DamagedCommit damaged -> throw damaged.exception();
        }
    }

    public void accept(Commit commit) {
        requireFollowing(commit);
        require(commit, commit.matchesChain(), "its content does not match its hash");
        tail = commit.tail();
    }

    /** As {@link #accept}, of a commit that a {@link LedgerReader} has checked against its hash. */
    void acceptChecked(Commit commit) {
        requireFollowing(commit);
        tail = commit.tail();
    }

    private void requireFollowing(Commit commit) {
        require(commit, commit.number() == tail.number() + 1, "its number does not follow " + tail.number());
        require(commit, commit.first() == tail.next(), "its first position should be " + tail.next());
        require(commit, !commit.events().isEmpty(), "it has no events");
        require(commit, !commit.at().isBefore(tail.at()), "it is recorded before the commit before it");
        require(commit, commit.latest().equals(latest(commit)), "its running maximum of timestamps is wrong");
        require(commit, commit.previous().equals(tail.chain()), "it does not follow the commit before it");
    }

    public Tail tail() {
        return tail;
    }

    private Instant latest(Commit commit) {
        return commit.events().stream()
                .map(RecordedEvent::timestamp)
                .reduce(tail.latest(), (a, b) -> a.isAfter(b) ? a : b);
    }

    private static void require(Commit commit, boolean holds, String complaint) {
        if (!holds) {
            throw new LedgerException.Damaged("commit " + commit.number() + ": " + complaint, null);
        }
    }
}
