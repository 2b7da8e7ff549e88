package vn.soto.axon;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Hash;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Origin;
import vn.soto.ledgerwriter.memory.MemoryLedger;

/** A command side with the aggregates of the tests, over a ledger in memory unless told otherwise. */
final class AxonFixture implements AutoCloseable {

    static final String LAN = "lan";
    static final String MINH = "minh";

    private static final UuidV7 IDS = UuidV7.system();

    final LedgerReader ledger;
    final Colleagues colleagues;
    private final AxonCommandSide commands;

    private AxonFixture(LedgerReader ledger, LedgerAppender appender) {
        this.ledger = ledger;
        AtomicReference<@Nullable Colleagues> made = new AtomicReference<>();
        this.commands = AxonCommandSide.start(
                ledger, appender, WardEvent.codec(), List.of(Doctor.class, Shifts.class), (locking, consulted) -> {
                    Colleagues resource = new Colleagues(consulted);
                    made.set(resource);
                    return List.of(resource, new Swaps(locking));
                });
        this.colleagues = Objects.requireNonNull(made.get());
    }

    static AxonFixture open() {
        MemoryLedger ledger = new MemoryLedger("test/ward", Clock.systemUTC());
        return new AxonFixture(ledger, ledger);
    }

    static AxonFixture over(LedgerReader reader, LedgerAppender appender) {
        return new AxonFixture(reader, appender);
    }

    AxonFixture hiring(String... doctors) {
        for (String doctor : doctors) {
            send(new WardCommand.Hire(doctor));
        }
        return this;
    }

    @Nullable
    Commit send(WardCommand command) {
        return dispatch(command, context()).commit();
    }

    CommandResult dispatch(WardCommand command, CommandContext context) {
        return commands.dispatch(command, context);
    }

    static CommandContext context() {
        return context(IDS.get());
    }

    static CommandContext context(UUID id) {
        return context(id, Map.of());
    }

    static CommandContext context(Map<String, String> notes) {
        return context(IDS.get(), notes);
    }

    private static CommandContext context(UUID id, Map<String, String> notes) {
        return new CommandContext(
                new Origin.Command(id, "test", Hash.sha256(new byte[] {1})),
                "actor",
                "reason",
                "correlation",
                "causation",
                notes,
                Map.of());
    }

    @Override
    public void close() {
        commands.close();
    }
}
