package vn.soto.allinone;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import vn.soto.events.DecodedCommits;
import vn.soto.ledgerwriter.sqlite.SqliteLedger;
import vn.soto.projection.Projections;
import vn.soto.projection.source.LedgerEventSource;

/** The commits that the projections decode, for whoever else of this process reads the whole ledger. */
@Component
final class TrackedCommits implements DecodedCommits, SmartInitializingSingleton {

    /** Fewer commits are sooner read again than awaited. */
    private static final int FAR = 20_000;

    private final SqliteLedger ledger;
    private final ObjectProvider<LedgerEventSource> source;
    private final ObjectProvider<Projections> projections;
    private volatile @Nullable Tracked tracked;

    /** Those who follow are made before the projections. */
    TrackedCommits(
            SqliteLedger ledger, ObjectProvider<LedgerEventSource> source, ObjectProvider<Projections> projections) {
        this.ledger = ledger;
        this.source = source;
        this.projections = projections;
    }

    private record Tracked(LedgerEventSource source, Projections projections) {}

    @Override
    public void afterSingletonsInstantiated() {
        tracked = new Tracked(source.getObject(), projections.getObject());
    }

    @Override
    public List<DecodedCommit> after(long number) {
        Tracked by = tracked;
        return by == null ? List.of() : by.source.decodedAfter(number);
    }

    /** Before the projections begin, nobody knows what is left to them. */
    @Override
    public boolean isFarBehind() {
        Tracked by = tracked;
        return by == null
                || !by.projections.isStarted()
                || by.projections.folded().number() + FAR
                        < ledger.reader().tail().number();
    }
}
