package vn.soto.ledgerwriter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Supplier;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.WriteFault;

/**
 * Meters of {@link GroupAppender}: group sizes, append latency as callers see it, conflicts, refusals by kind, queue
 * length.
 */
final class AppendMeters {

    private final MeterRegistry registry;
    private final DistributionSummary batch;
    private final Timer latency;
    private final Counter conflicts;

    AppendMeters(MeterRegistry registry, Collection<?> queue) {
        this.registry = registry;
        this.batch = registry.summary("soto.ledger.append.batch");
        this.latency = registry.timer("soto.ledger.append.latency");
        this.conflicts = registry.counter("soto.ledger.append.conflicts");
        registry.gaugeCollectionSize("soto.ledger.append.queue", io.micrometer.core.instrument.Tags.empty(), queue);
    }

    void group(int size) {
        batch.record(size);
    }

    Commit append(Supplier<Commit> append) {
        Timer.Sample sample = Timer.start(registry);
        try {
            return append.get();
        } catch (LedgerException e) {
            refused(e);
            throw e;
        } finally {
            sample.stop(latency);
        }
    }

    private void refused(LedgerException why) {
        if (why instanceof LedgerException.Conflict) {
            conflicts.increment();
        }
        registry.counter(
                        "soto.ledger.append.refused",
                        "kind",
                        why.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                        "fault",
                        why.fault().map(WriteFault::code).orElse("none"))
                .increment();
    }
}
