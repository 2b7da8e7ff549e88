package vn.soto.ledger;

import java.util.List;
import java.util.function.Consumer;

/**
 * Checks a ledger from its first commit to its last, and that it holds heads noted elsewhere. The reader checks each
 * commit against its hash, on several threads. One thread checks that each follows the one before it.
 */
public final class ChainCheck {

    private static final int PAGE = 500;

    private final String name;
    private final List<Head> heads;

    private ChainCheck(String name, List<Head> heads) {
        this.name = name;
        this.heads = heads;
    }

    /**
     * The tail of a sound ledger; throws {@code Damaged} saying what is wrong first.
     *
     * @param name     of the place it lies in, for the message
     * @param progress called now and then with what was checked so far
     */
    public static Tail of(LedgerReader reader, String name, List<Head> heads, Consumer<Tail> progress) {
        ChainCheck check = new ChainCheck(name, heads);
        Tail tail = check.chain(reader, progress);
        check.reached(tail);
        return tail;
    }

    private Tail chain(LedgerReader reader, Consumer<Tail> progress) {
        ChainVerifier verifier = new ChainVerifier(reader.origin());
        SequenceCheck sequences = new SequenceCheck(reader);
        DistinctIds ids = new DistinctIds();
        compare(new Head(0, verifier.tail().chain()));
        try (OrderedPages pages = new OrderedPages(reader)) {
            for (List<StoredCommit> page = pages.next(); !page.isEmpty(); page = pages.next()) {
                for (StoredCommit stored : page) {
                    Commit commit = sound(stored);
                    verifier.acceptChecked(commit);
                    ids.accept(commit);
                    require(
                            Limits.holds(commit),
                            "lần ghi %1$d quá lớn / commit %1$d is too large".formatted(commit.number()));
                    require(
                            sequences.accepts(commit),
                            "thứ tự sự kiện của lần ghi %1$d không nối tiếp / commit %1$d does not continue its aggregates"
                                    .formatted(commit.number()));
                    compare(new Head(commit.number(), commit.chain()));
                }
                progress.accept(verifier.tail());
            }
        }
        ids.firstRepeated(reader, verifier.tail().number(), PAGE).ifPresent(number -> {
            throw damaged("lần ghi %1$d dùng lại một mã / commit %1$d repeats an id".formatted(number));
        });
        return verifier.tail();
    }

    private Commit sound(StoredCommit stored) {
        return switch (stored) {
            case Commit commit -> commit;
            case DamagedCommit damaged -> throw damaged(damaged.toString());
        };
    }

    private void compare(Head stored) {
        for (Head head : heads) {
            require(
                    head.number() != stored.number() || head.chain().equals(stored.chain()),
                    "lần ghi %1$d có mã %2$s, không phải %3$s / commit %1$d has chain %2$s, not %3$s"
                            .formatted(head.number(), stored.chain(), head.chain()));
        }
    }

    private void reached(Tail tail) {
        for (Head head : heads) {
            require(
                    head.number() <= tail.number(),
                    "sổ kết thúc ở lần ghi %1$d, thiếu đến %2$d / it ends at commit %1$d and lacks those up to %2$d"
                            .formatted(tail.number(), head.number()));
        }
    }

    private void require(boolean holds, String complaint) {
        if (!holds) {
            throw damaged(complaint);
        }
    }

    private LedgerException.Damaged damaged(String complaint) {
        return new LedgerException.Damaged(name + ": " + complaint, null);
    }
}
