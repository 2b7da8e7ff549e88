package vn.soto.testkit.history;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** The operations of all clients on one ledger, in a partial order of stamps. Safe for any number of threads. */
public final class History {

    private final LongSupplier stamps;
    private final Consumer<String> lines;
    private final Map<Key, Operation> operations = new ConcurrentHashMap<>();

    private History(LongSupplier stamps, Consumer<String> lines) {
        this.stamps = stamps;
        this.lines = lines;
    }

    /** Stamps by counting. */
    public static History ofOneProcess() {
        return new History(new AtomicLong()::incrementAndGet, line -> {});
    }

    /** Stamps by {@link System#nanoTime}, which all processes of one Linux machine share (CLOCK_MONOTONIC). */
    public static History ofSeveralProcesses() {
        return ofSeveralProcesses(line -> {});
    }

    /**
     * As a process to be killed keeps it.
     *
     * @param lines takes each operation as a line of text at once, an append before it is made and again with its
     *     outcome. All threads of clients call it.
     */
    public static History ofSeveralProcesses(Consumer<String> lines) {
        return new History(System::nanoTime, lines);
    }

    /** A client does one thing after another. Its name must be its own among all processes. */
    public Client client(String name) {
        return new Client(name, this);
    }

    /** Adds what other processes wrote; lines of anything else, or cut off in the middle, are left out. */
    public void addLines(Stream<String> written) {
        written.flatMap(line -> OperationLine.parse(line).stream()).forEach(this::add);
    }

    /** How many operations there are; an append counts from its invocation on. */
    public int size() {
        return operations.size();
    }

    long stamp() {
        return stamps.getAsLong();
    }

    void add(Operation operation) {
        lines.accept(OperationLine.write(operation));
        Key key = new Key(operation.client(), operation.invoked(), place(operation));
        operations.merge(key, operation, (known, other) -> other.returned() == Operation.NEVER ? known : other);
    }

    List<Operation> operations() {
        return List.copyOf(operations.values());
    }

    /** One invocation reads several commits. */
    private static long place(Operation operation) {
        return operation instanceof Operation.CommitRead read ? read.number() : 0;
    }

    private record Key(String client, long invoked, long place) {}
}
