package vn.soto.command.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.soto.command.dispatch.AlreadyExistsException;
import vn.soto.command.dispatch.CommandIdReusedException;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.domain.unit.UnitCommand.RenameUnit;
import vn.soto.events.EventCodec;
import vn.soto.ledgerwriter.memory.MemoryLedger;
import vn.soto.plans.imports.ImportKind;
import vn.soto.plans.imports.ImportService;
import vn.soto.plans.imports.Upload;
import vn.soto.plans.imports.table.Cell;
import vn.soto.plans.imports.table.AnnotatedFile;
import vn.soto.plans.imports.table.Format;
import vn.soto.plans.imports.table.InvalidFileException;
import vn.soto.plans.imports.table.RowListener;
import vn.soto.web.WarmUpTask;

/**
 * Submits accepted, repeated and refused commands to a ledger in memory that nobody reads, and reads a file of each
 * format that lacks columns.
 */
final class CommandWarmUp implements WarmUpTask {

    private static final String ACTOR = "warm-up";
    private static final UnitId UNIT = new UnitId("warm-up");
    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);
    private static final Instrument DECREE = new Instrument("1", DAY);

    private final EventCodec codec;
    private final Clock clock;
    private final DefaultPolicy policy;
    private final ImportService imports;

    CommandWarmUp(EventCodec codec, Clock clock, DefaultPolicy policy, ImportService imports) {
        this.codec = codec;
        this.clock = clock;
        this.policy = policy;
        this.imports = imports;
    }

    @Override
    public void run() {
        MeterRegistry meters = new SimpleMeterRegistry();
        try (MemoryLedger ledger = new MemoryLedger(ACTOR, clock);
                CommandSide commands = CommandSide.start(ledger, ledger, codec, clock, policy, meters)) {
            submit(commands, 1, establish(null));
            submit(commands, 1, establish(null));
            submit(commands, 2, establish(null));
            submit(commands, 3, establish(UNIT));
            submit(commands, 4, new RenameUnit(UNIT, "Warm-up 2", DECREE, DAY));
            submit(commands, 5, new RenameUnit(new UnitId("x"), "x", DECREE, DAY));
        }
        for (Format format : Format.values()) {
            read(format);
        }
    }

    /** @param parent with one, a unit of the top level is refused */
    private static Command establish(@Nullable UnitId parent) {
        return new EstablishUnit(UNIT, UnitKind.PROVINCE, "Warm-up", "00", parent, DECREE, DAY);
    }

    private static void submit(CommandSide commands, long id, Command command) {
        try {
            commands.gateway().submit(new CommandRequest(new UUID(0, id), ACTOR), command);
        } catch (RuleViolatedException | AlreadyExistsException | CommandIdReusedException | NotFoundException e) {
            // A refusal loads what it takes, too.
        }
    }

    private void read(Format format) {
        byte[] file = file(format);
        for (byte[] each : List.of(file, "x".getBytes(StandardCharsets.US_ASCII))) {
            try {
                imports.dryRun(new Upload(ImportKind.MEMBERS, format, each, ACTOR), RowListener.NONE);
            } catch (InvalidFileException e) {
                // It lacks every column, or is no file of that format.
            }
        }
    }

    private static byte[] file(Format format) {
        try (AnnotatedFile file = new AnnotatedFile(format, finding -> "")) {
            file.header(List.of("x", "y"));
            file.row(List.of(Cell.of("1"), Cell.of("2")), List.of());
            return file.file();
        }
    }
}
