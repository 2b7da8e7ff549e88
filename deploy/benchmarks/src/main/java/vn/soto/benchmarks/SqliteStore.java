package vn.soto.benchmarks;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import vn.soto.axon.EventSerializer;
import vn.soto.axon.LedgerEventStorageEngine;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.command.dispatch.FirstAdministrator;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.access.AccessCommand.GrantRole;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Draft;
import vn.soto.ledger.Hash;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Origin;
import vn.soto.ledgerwriter.ObservableAppender;
import vn.soto.ledgerwriter.WriterSettings;
import vn.soto.ledgerwriter.sqlite.SqliteLedger;

/** Ours: the embedded ledger, with the command side as the product wires it. */
final class SqliteStore implements Store {

    static final String NAME = "Sổ Tổ, embedded";
    static final String ORIGIN = "bench/sqlite";
    private static final String FILE = "ledger.sqlite";
    private static final AccountId ADMINISTRATOR = new AccountId("administrator");
    private static final LocalDate FROM = LocalDate.of(2024, 11, 1);

    private final Path file;
    private final SqliteLedger ledger;
    private final CommandSide commands;
    private final EventStorageEngine engine;
    private final FirstAdministrator administrators;
    private final Supplier<UUID> ids;
    private final Supplier<CommandSide> starts;

    SqliteStore(Path folder, EventCodec codec, Clock clock, Supplier<UUID> ids) {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        this.file = folder.resolve(FILE);
        this.ledger = open(folder, clock);
        this.starts = () ->
                CommandSide.start(ledger.reader(), ledger.appender(), codec, clock, DefaultPolicy.standard(), meters);
        this.commands = starts.get();
        this.engine = engine(ledger.reader(), ledger.appender(), codec, ids);
        this.administrators = new FirstAdministrator(ledger.reader(), ledger.appender(), codec, ids, clock);
        this.ids = ids;
    }

    /** The ledger in a folder; made if there is none. */
    static SqliteLedger open(Path folder, Clock clock) {
        return open(folder, clock, ORIGIN);
    }

    static SqliteLedger open(Path folder, Clock clock, String origin) {
        return SqliteLedger.open(
                folder.resolve(FILE), origin, clock, WriterSettings.standard(), new SimpleMeterRegistry());
    }

    /** The bare engine, with a command id in each commit, since that costs an index; it listens as the product's does. */
    static EventStorageEngine engine(
            LedgerReader reader, LedgerAppender appender, EventCodec codec, Supplier<UUID> ids) {
        Hash content = Hash.sha256("bench".getBytes(StandardCharsets.UTF_8));
        LedgerAppender ofCommands =
                draft -> appender.append(ofACommand(draft, new Origin.Command(ids.get(), "bench", content)));
        return LedgerEventStorageEngine.builder(
                        reader,
                        appender instanceof ObservableAppender observable ? observable.through(ofCommands) : ofCommands,
                        new EventSerializer(codec),
                        ids)
                .build();
    }

    private static Draft ofACommand(Draft draft, Origin origin) {
        return new Draft(
                draft.id(),
                origin,
                draft.actor(),
                draft.reason(),
                draft.corrects(),
                draft.correlation(),
                draft.causation(),
                draft.events(),
                draft.guards());
    }

    Path file() {
        return file;
    }

    /** From then on the ledger says who may do what; the first administrator grants the account what an officer of the unit may do. */
    void grant(AccountId officer, UnitId unit) {
        administrators.record(ADMINISTRATOR);
        grant(officer, Role.OFFICER, unit);
    }

    void grant(AccountId account, Role role, UnitId unit) {
        UUID id = ids.get();
        handle(new Submission(
                new CommandRequest(id, ADMINISTRATOR.value()),
                new GrantRole(account, new GrantId(id.toString()), role, Area.of(unit), FROM, null, null, "measured")));
    }

    SqliteLedger ledger() {
        return ledger;
    }

    CommandSide commands() {
        return commands;
    }

    /** A command side that knows nothing yet, over the same ledger; the one before goes on to hear of each commit. */
    CommandSide startedAgain() {
        return starts.get();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public EventStorageEngine engine() {
        return engine;
    }

    @Override
    public void handle(Submission submission) {
        commands.gateway().submit(submission.request(), submission.command());
    }

    @Override
    public CpuMeter cpu() {
        return CpuMeter.thisProcess();
    }

    /** With the write-ahead log. */
    @Override
    public double bytesPerEvent() throws IOException {
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        long bytes = Files.size(file) + (Files.exists(log) ? Files.size(log) : 0);
        return (double) bytes / Math.max(1, ledger.reader().tail().next());
    }

    @Override
    public void close() {
        commands.close();
        ledger.close();
    }
}
