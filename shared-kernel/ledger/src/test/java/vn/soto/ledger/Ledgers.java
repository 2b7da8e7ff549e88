package vn.soto.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Commits for tests, and the same with single fields changed. */
final class Ledgers {

    static final String ORIGIN = "demo/vectors";

    private Ledgers() {}

    /** The published full vector: every optional field is there. */
    static Commit full() {
        return Vector.read("full").commits().getFirst();
    }

    static Draft draft(Commit commit) {
        return new Draft(
                commit.id(),
                commit.origin(),
                commit.actor(),
                commit.reason(),
                commit.corrects(),
                commit.correlation(),
                commit.causation(),
                commit.events(),
                List.of());
    }

    /** Chained anew: what a forger would have to do for every later commit too. */
    static List<Commit> chained(List<Draft> drafts) {
        List<Commit> commits = new ArrayList<>();
        Tail tail = Tail.empty(ORIGIN);
        for (Draft draft : drafts) {
            commits.add(Commit.after(tail, draft, Micros.instant(1_782_864_000_000_000L + commits.size())));
            tail = commits.getLast().tail();
        }
        return commits;
    }

    /** Every component as its record has it, except those given by name. */
    static <R extends Record> R with(R original, Map<String, ?> changes) {
        try {
            var components = original.getClass().getRecordComponents();
            Class<?>[] types = new Class<?>[components.length];
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                String name = components[i].getName();
                values[i] = changes.containsKey(name)
                        ? changes.get(name)
                        : components[i].getAccessor().invoke(original);
            }
            @SuppressWarnings("unchecked") // the constructor of its own class
            Class<R> type = (Class<R>) original.getClass();
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("no such record", e);
        }
    }

    static <R extends Record> R with(R original, String component, Object value) {
        return with(original, Map.of(component, value));
    }

    static <R extends Record> R without(R original, String component) {
        Map<String, Object> absent = new HashMap<>();
        absent.put(component, null);
        return with(original, absent);
    }

    static Commit withEvent(Commit commit, int index, UnaryOperator<RecordedEvent> change) {
        List<RecordedEvent> events = new ArrayList<>(commit.events());
        events.set(index, change.apply(events.get(index)));
        return with(commit, "events", events);
    }
}
