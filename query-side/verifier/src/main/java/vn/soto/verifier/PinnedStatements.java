package vn.soto.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vn.soto.contracts.stipend.StipendStatementEvent.StipendStatementComputed;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledger.Tail;

/** Computes the stipend statements of a ledger again, reading it twice from the beginning: for them, and for what they rest on. */
final class PinnedStatements {

    private PinnedStatements() {}

    /**
     * @param content hash of the statement as computed again; "" if its commit has no rates for it
     * @param same    whether it is the stated one, of a commit with the pinned chain hash, and that of what the ledger has
     */
    record Recomputed(StipendStatementComputed stated, String content, boolean same) {}

    /** All versions of all statements, in the order of the commits that they pin. */
    static List<Recomputed> recomputed(LedgerReader ledger, Consumer<Tail> progress) {
        EventCodec codec = EventCodec.product();
        Tail tail = ledger.tail();
        List<StipendStatementComputed> stated = new ArrayList<>();
        CommitPages.read(ledger, tail, commit -> commit.stored().forEach(stored -> find(stored, codec, stated)));
        StipendFacts facts = new StipendFacts(codec);
        List<Recomputed> all = new ArrayList<>();
        CommitPages.read(ledger, tail, commit -> {
            commit.stored().forEach(facts::on);
            stated.stream()
                    .filter(each -> each.pinnedTo() == commit.number())
                    .forEach(each -> all.add(recomputed(each, commit.chain().toString(), facts)));
            progress.accept(commit.tail());
        });
        stated.stream()
                .filter(each -> each.pinnedTo() < 1 || each.pinnedTo() > tail.number())
                .forEach(each -> all.add(new Recomputed(each, "", false)));
        return all;
    }

    private static void find(StoredEvent stored, EventCodec codec, List<StipendStatementComputed> found) {
        if (codec.classOf(stored) == StipendStatementComputed.class
                && codec.decode(stored) instanceof StipendStatementComputed computed) {
            found.add(computed);
        }
    }

    private static Recomputed recomputed(StipendStatementComputed stated, String chain, StipendFacts facts) {
        String content =
                facts.computedAgain(stated).map(StipendStatementComputed::hash).orElse("");
        boolean same = content.equals(stated.hash())
                && stated.contentHash().equals(stated.hash())
                && chain.equals(stated.pinnedChain());
        return new Recomputed(stated, content, same);
    }
}
