package vn.soto.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.soto.ledger.Chain;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Hash;
import vn.soto.ledger.LeafEncoding;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StoredCommit;
import vn.soto.ledger.StreamPosition;
import vn.soto.projection.source.LedgerEventSource;

/** Row 12: what part of folding, and of reading streams for answers, is the check of each commit against its hash. */
final class CheckBenchmark implements Benchmark {

    private static final long MOST_EVENTS = 60_000;
    private static final int PAGE = 500;
    private static final int STREAM = 1_000;

    @Override
    public void measure(BenchmarkRun session) throws Exception {
        session.report.heading("Row 12: the check of stored commits");
        try (SqliteStore ours = new SqliteStore(session.folder("check"), session.codec, session.clock, session.ids)) {
            new AssistanceStreams(ours.engine(), session.village, session.clock)
                    .prepare(
                            Math.toIntExact(Math.min(MOST_EVENTS, session.sizes.events()) / AssistanceStreams.EVENTS),
                            64);
            LedgerReader reader = ours.ledger().reader();
            List<Commit> commits = commits(reader);
            List<String> streams = streams(commits);
            long events = reader.tail().next();
            List<Pass> passes = List.of(
                    new Pass("the check alone", ours.cpu(), () -> check(commits)),
                    new Pass("folding, checked", ours.cpu(), () -> fold(session, reader, events)),
                    new Pass("reading pages, checked", ours.cpu(), () -> pages(reader)),
                    new Pass("reading streams, checked", ours.cpu(), () -> streams(reader, streams)));
            Interleaved taken = Pass.interleave(passes, session.sizes.rounds());
            session.report.columns("", "events/s", "CPU us each", "part that is the check");
            for (Pass pass : passes) {
                session.report.row(
                        pass.name(),
                        taken.of(pass.name(), Slice::perSecond).text(0),
                        taken.of(pass.name(), Slice::cpuMicrosEach).text(2),
                        taken.ratio(pass.name(), passes.getFirst().name()).text(3));
            }
        }
    }

    private static List<Commit> commits(LedgerReader reader) {
        List<Commit> all = new ArrayList<>();
        for (List<StoredCommit> page = reader.read(1, PAGE);
                !page.isEmpty();
                page = reader.read(all.size() + 1L, PAGE)) {
            page.forEach(stored -> all.add((Commit) stored));
        }
        return all;
    }

    private static List<String> streams(List<Commit> commits) {
        Set<String> streams = new LinkedHashSet<>();
        for (Commit commit : commits) {
            for (RecordedEvent event : commit.events()) {
                StreamPosition place = event.aggregate();
                if (place != null) {
                    streams.add(place.id());
                }
            }
        }
        return List.copyOf(streams);
    }

    /** The work of reading beyond decoding: the leaf and the chain value of each commit. */
    private static long check(List<Commit> commits) {
        long events = 0;
        for (Commit commit : commits) {
            Hash chain = Chain.next(commit.previous(), LeafEncoding.hash(commit));
            if (!chain.equals(commit.chain())) {
                throw new IllegalStateException("commit " + commit.number() + " is damaged");
            }
            events += commit.events().size();
        }
        return events;
    }

    private static long fold(BenchmarkRun session, LedgerReader reader, long events) {
        try (LedgerEventSource source = new LedgerEventSource(reader, session.codec, PAGE, Duration.ofMillis(250));
                CountingTracker processor = new CountingTracker(source)) {
            return processor.upTo(events, Duration.ofMinutes(10));
        }
    }

    /** A loop of one thread over the rows that are verified. */
    private static long pages(LedgerReader reader) {
        return commits(reader).stream()
                .mapToLong(commit -> commit.events().size())
                .sum();
    }

    private static long streams(LedgerReader reader, List<String> streams) {
        return streams.stream()
                .mapToLong(stream -> reader.aggregate(stream, 0, STREAM).size())
                .sum();
    }
}
