package vn.soto.testkit.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.Tail;

/**
 * An honest ledger and clients that overlap, simulated from a seed. Each operation is invoked, takes effect and returns
 * at three moments, between which anything may happen to the others. Answers get lost; what was uncertain may land
 * late.
 */
final class SoundRun {

    static final int CLIENTS = 5;
    private static final int STEPS = 1_200;

    final Random random;
    final List<Commit> stored = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();
    private final List<Draft> late = new ArrayList<>();
    private Tail tail = Tail.empty(StoredCommits.ORIGIN);
    private Instant now = Instant.parse("2026-07-01T00:00:00Z");
    private long stamp;
    private int drafts;

    private SoundRun(long seed) {
        random = new Random(seed);
    }

    static Run of(long seed) {
        SoundRun run = new SoundRun(seed);
        List<SoundClient> clients = IntStream.range(0, CLIENTS)
                .mapToObj(number -> new SoundClient("c" + number, run))
                .toList();
        for (int step = 0; step < STEPS; step++) {
            clients.get(run.random.nextInt(CLIENTS)).step();
            run.landOneOfTheLate();
        }
        clients.forEach(SoundClient::vanish);
        return new Run(List.copyOf(run.stored), List.copyOf(run.operations));
    }

    long stamp() {
        return ++stamp;
    }

    int nextDraft() {
        return ++drafts;
    }

    Tail tail() {
        return tail;
    }

    Commit store(Draft draft) {
        now = now.plusNanos(1_000L * random.nextInt(3));
        Commit commit = Commit.after(tail, draft, now);
        stored.add(commit);
        tail = commit.tail();
        return commit;
    }

    void landLater(Draft draft) {
        late.add(draft);
    }

    void done(Operation operation) {
        operations.add(operation);
    }

    private void landOneOfTheLate() {
        if (!late.isEmpty() && random.nextInt(20) == 0) {
            store(late.removeFirst());
        }
    }
}
