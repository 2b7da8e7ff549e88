package vn.soto.testkit.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.EventType;
import vn.soto.ledger.Origin;
import vn.soto.ledger.Payload;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;
import vn.soto.testkit.Drafts;

/** One client of a simulated run: appends to two aggregates that nobody else writes, and reads anything. */
final class SoundClient {

    private static final String LATE = "late";

    private final String name;
    private final SoundRun run;
    private final Random random;
    private final Map<String, Long> heads = new HashMap<>();
    private final List<Draft> acknowledged = new ArrayList<>();

    private long invoked;
    private @Nullable Draft asked;
    private boolean busy;

    /** The operation as it took effect, but for the stamp of the return. */
    private @Nullable LongFunction<Operation> effected;

    SoundClient(String name, SoundRun run) {
        this.name = name;
        this.run = run;
        this.random = run.random;
    }

    /** Invokes, or has an effect, or returns. */
    void step() {
        if (effected != null) {
            run.done(effected.apply(run.stamp()));
            effected = null;
            busy = false;
        } else if (busy) {
            effected = asked == null ? read() : append(asked);
        } else {
            asked = random.nextInt(10) < 6 ? draft() : null;
            invoked = run.stamp();
            busy = true;
        }
    }

    /** Its last append never returns. */
    void vanish() {
        if (busy && asked != null) {
            run.done(appended(asked, new OperationOutcome.Uncertain(), Operation.NEVER));
        }
    }

    private Operation appended(Draft draft, OperationOutcome outcome, long returned) {
        return new Operation.Append(name, invoked, returned, Attempt.of(draft), outcome);
    }

    private LongFunction<Operation> append(Draft draft) {
        OperationOutcome outcome = outcome(draft);
        return returned -> appended(draft, outcome, returned);
    }

    private LongFunction<Operation> read() {
        long end = run.tail().number();
        return switch (random.nextInt(4)) {
            case 0, 1 -> {
                var chain = run.tail().chain();
                yield returned -> new Operation.TailRead(name, invoked, returned, end, chain);
            }
            case 2 -> {
                long number = end + random.nextInt(5) - 3;
                long asking = Math.max(1, number);
                ObservedCommit seen = asking > end ? null : ObservedCommit.of(run.stored.get((int) asking - 1));
                yield returned -> new Operation.CommitRead(name, invoked, returned, asking, seen);
            }
            default -> {
                String aggregate = "c" + random.nextInt(SoundRun.CLIENTS) + " x";
                long head = new StoredCommits(run.stored).head(aggregate).orElse(-1);
                yield returned -> new Operation.HeadRead(name, invoked, returned, aggregate, head);
            }
        };
    }

    private Draft draft() {
        if (!acknowledged.isEmpty() && random.nextInt(10) == 0) {
            return acknowledged.getLast();
        }
        String label = name + " " + run.nextDraft();
        if (random.nextInt(12) == 0) {
            return Drafts.draft(label).event(event(label, LATE + label, 0)).build();
        }
        Drafts draft = Drafts.draft(label);
        if (random.nextInt(6) == 0) {
            draft.by(new Origin.SystemTask("night"));
        }
        boolean x = random.nextBoolean();
        String aggregate = name + (x ? " x" : " y");
        long next = head(aggregate) + 1;
        for (int more = random.nextInt(3); more >= 0; more--) {
            draft.event(event(label, aggregate, next++));
        }
        String other = name + (x ? " y" : " x");
        return draft.guard(other, head(other)).build();
    }

    private RecordedEvent event(String label, String aggregate, long sequence) {
        StreamPosition slot = new StreamPosition("sample", aggregate, sequence);
        var metadata = new TreeMap<String, String>();
        metadata.put("device", name);
        return new RecordedEvent(
                Drafts.uuid(label + slot.key()).toString(),
                Drafts.EVENT_TIME.plusSeconds(sequence),
                new EventType("sample.recorded", "1"),
                slot,
                metadata,
                List.of("sample:" + label),
                new Payload("json", new byte[] {(byte) sequence, 1, 2}));
    }

    private OperationOutcome outcome(Draft draft) {
        if (acknowledged.contains(draft)) {
            return draft.origin() instanceof Origin.Command
                    ? new OperationOutcome.Repeated()
                    : new OperationOutcome.Refused("conflict");
        }
        if (aggregate(draft.events().getFirst()).id().startsWith(LATE)) {
            run.landLater(draft);
            return new OperationOutcome.Uncertain();
        }
        return switch (random.nextInt(20)) {
            case 0, 1 -> new OperationOutcome.Refused("unavailable");
            case 2 -> new OperationOutcome.Uncertain();
            case 3, 4 -> {
                store(draft);
                yield new OperationOutcome.Uncertain();
            }
            default -> {
                acknowledged.add(draft);
                yield new OperationOutcome.Acknowledged(ObservedCommit.of(store(draft)));
            }
        };
    }

    private Commit store(Draft draft) {
        draft.events()
                .forEach(event ->
                        heads.put(aggregate(event).id(), aggregate(event).sequence()));
        return run.store(draft);
    }

    private long head(String aggregate) {
        return heads.getOrDefault(aggregate, -1L);
    }

    private static StreamPosition aggregate(RecordedEvent event) {
        return Objects.requireNonNull(event.aggregate());
    }
}
