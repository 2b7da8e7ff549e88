package vn.soto.plans.imports.lookup;

import java.util.List;
import java.util.function.BiConsumer;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.RecordedEvent;

/** Reads the ledger on from where it stopped last, and decodes only the events whose stored names begin as asked for. */
final class LedgerCatchUp {

    private static final int PAGE = 500;

    private final LedgerReader ledger;
    private final EventCodec codec;
    private final List<String> types;
    private final BiConsumer<DomainEvent, Commit> fold;
    private long folded;

    LedgerCatchUp(LedgerReader ledger, EventCodec codec, List<String> types, BiConsumer<DomainEvent, Commit> fold) {
        this.ledger = ledger;
        this.codec = codec;
        this.types = List.copyOf(types);
        this.fold = fold;
    }

    /** To the ledger's tail. */
    void catchUp() {
        List<Commit> page = ledger.commits(folded + 1, PAGE);
        while (!page.isEmpty()) {
            page.forEach(this::fold);
            page = ledger.commits(folded + 1, PAGE);
        }
    }

    private void fold(Commit commit) {
        for (RecordedEvent event : commit.events()) {
            if (types.stream().anyMatch(event.type().name()::startsWith)) {
                fold.accept(codec.decode(event.type(), event.payload()), commit);
            }
        }
        folded = commit.number();
    }
}
