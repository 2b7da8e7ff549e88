package vn.soto.plans.imports.lookup;

import java.util.List;
import java.util.function.BiConsumer;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Origin;
import vn.soto.ledger.StoredCommit;
import vn.soto.ledger.StoredEvent;

/** Reads the ledger from its last position, and decodes only events whose stored names start with given prefixes. */
final class LedgerCatchUp {

    private static final int PAGE = 500;

    private final LedgerReader ledger;
    private final EventCodec codec;
    private final List<String> types;
    private final BiConsumer<DomainEvent, Commit> apply;
    private long position;

    LedgerCatchUp(LedgerReader ledger, EventCodec codec, List<String> types, BiConsumer<DomainEvent, Commit> apply) {
        this.ledger = ledger;
        this.codec = codec;
        this.types = List.copyOf(types);
        this.apply = apply;
    }

    /** Reads to the tail of the ledger. */
    void catchUp() {
        List<StoredCommit> page = ledger.read(position + 1, PAGE);
        while (!page.isEmpty()) {
            page.forEach(this::apply);
            page = ledger.read(position + 1, PAGE);
        }
    }

    /** A damaged commit is left out: what rows name and is only in it is not found, and they are refused. */
    private void apply(StoredCommit stored) {
        if (stored instanceof Commit commit) {
            apply(commit);
        }
        position = stored.number();
    }

    private void apply(Commit commit) {
        for (StoredEvent stored : commit.stored()) {
            if (types.stream().anyMatch(stored.event().type().name()::startsWith)) {
                apply.accept(codec.decode(stored), commit);
            }
        }
    }

    /** Whether it is a step of a plan. The command of a client has caused itself, whatever its correlation. */
    static boolean isOfAPlan(Commit commit) {
        return PlanId.isCorrelation(commit.correlation())
                && commit.origin() instanceof Origin.Command command
                && !commit.causation().equals(command.id().toString());
    }
}
