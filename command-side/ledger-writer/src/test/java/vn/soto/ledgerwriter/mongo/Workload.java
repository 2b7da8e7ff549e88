package vn.soto.ledgerwriter.mongo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import vn.soto.ledger.Draft;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;
import vn.soto.testkit.Drafts;
import vn.soto.testkit.history.Client;
import vn.soto.testkit.history.History;

/**
 * Clients that append, each to an aggregate of its own and to some they all share, and look at what is there in
 * between. An append that is not settled is sent again as it is, as a client of the product does.
 */
final class Workload {

    private static final int SHARED = 3;

    private final History history;
    private final LedgerReader reader;
    private final LedgerAppender appender;
    private final String name;
    private final AtomicLong recorded = new AtomicLong();
    private final AtomicLong doubts = new AtomicLong();

    /** @param name of this process, unlike those of others */
    Workload(History history, LedgerReader reader, LedgerAppender appender, String name) {
        this.history = history;
        this.reader = reader;
        this.appender = appender;
        this.name = name;
    }

    /** Appends that are known to be recorded. */
    long recorded() {
        return recorded.get();
    }

    /** Waits until so many are. */
    synchronized void await(long appends) throws InterruptedException {
        while (recorded.get() < appends) {
            wait();
        }
    }

    private synchronized void countRecorded() {
        recorded.incrementAndGet();
        notifyAll();
    }

    /** Appends that were answered with "unknown" at first. */
    long doubts() {
        return doubts.get();
    }

    /** Each client goes on until it has {@code each} appends recorded; all stop when {@code enough} says so. */
    void run(int clients, int each, long seed, BooleanSupplier enough) {
        List<CompletableFuture<Void>> running = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clients; i++) {
                String client = name + "-" + i;
                RandomGenerator random =
                        RandomGeneratorFactory.of("L64X128MixRandom").create(seed + i);
                Caller caller = new Caller(history.client(client), client, random);
                running.add(CompletableFuture.runAsync(() -> caller.work(each, enough), threads));
            }
        }
        running.forEach(CompletableFuture::join);
    }

    private final class Caller {
        private final Client client;
        private final String own;
        private final RandomGenerator random;

        Caller(Client client, String own, RandomGenerator random) {
            this.client = client;
            this.own = own;
            this.random = random;
        }

        void work(int each, BooleanSupplier enough) {
            long sequence = 0;
            for (int i = 0; i < each && !enough.getAsBoolean(); i++) {
                if (random.nextInt(4) == 0) {
                    shared(i, enough);
                } else {
                    Draft draft = Drafts.one(own + " " + i, own, sequence);
                    if (settled(draft, enough)) {
                        sequence++;
                    }
                }
                if (random.nextInt(4) == 0) {
                    look();
                }
            }
        }

        /** To an aggregate others move too: a lost race is decided anew, as another command. */
        private void shared(int i, BooleanSupplier enough) {
            String aggregate = "shared-" + random.nextInt(SHARED);
            for (int attempt = 0; !enough.getAsBoolean(); attempt++) {
                OptionalLong head = head(aggregate);
                Draft draft = Drafts.draft(own + " shared " + i + " " + attempt)
                        .event(aggregate, head.orElse(-1) + 1)
                        .guard("shared-guard", -1)
                        .build();
                if (settled(draft, enough)) {
                    return;
                }
            }
        }

        private OptionalLong head(String aggregate) {
            while (true) {
                try {
                    return client.head(reader, aggregate);
                } catch (LedgerException.Unavailable e) {
                    Thread.onSpinWait();
                }
            }
        }

        /** True once it is recorded, false when it lost its slot; sends it again as long as neither is known. */
        private boolean settled(Draft draft, BooleanSupplier enough) {
            Backoff patience = new Backoff(Duration.ofMinutes(2), random);
            boolean doubted = false;
            while (true) {
                try {
                    client.append(appender, draft);
                    countRecorded();
                    return true;
                } catch (LedgerException.Repeated e) {
                    countRecorded();
                    return true;
                } catch (LedgerException.Conflict e) {
                    return false;
                } catch (LedgerException.Uncertain e) {
                    doubts.addAndGet(doubted ? 0 : 1);
                    doubted = true;
                } catch (LedgerException.Unavailable e) {
                    if (!doubted && enough.getAsBoolean()) {
                        return false;
                    }
                }
                if (patience.isOver()) {
                    throw new AssertionError("not settled: " + draft.id());
                }
                patience.pause();
            }
        }

        private void look() {
            try {
                long number = client.tail(reader).number();
                client.commits(reader, Math.max(1, number - random.nextInt(20)), 5);
                client.head(reader, "shared-" + random.nextInt(SHARED));
            } catch (LedgerException.Unavailable e) {
                // Nothing was seen, so there is nothing to hold against the ledger.
            }
        }
    }
}
