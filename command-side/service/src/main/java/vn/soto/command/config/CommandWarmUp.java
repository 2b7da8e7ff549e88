package vn.soto.command.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.binding.CommandCatalogue;
import vn.soto.command.binding.CommandDescriptor;
import vn.soto.command.binding.CommandService;
import vn.soto.command.binding.InvalidFieldException;
import vn.soto.command.dispatch.AlreadyExistsException;
import vn.soto.command.dispatch.CommandIdReusedException;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.command.privacy.PersonalDataSealer;
import vn.soto.contracts.access.Role;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerException;
import vn.soto.ledgerwriter.memory.MemoryLedger;
import vn.soto.plans.imports.ImportKind;
import vn.soto.plans.imports.ImportService;
import vn.soto.plans.imports.Upload;
import vn.soto.plans.imports.table.AnnotatedFile;
import vn.soto.plans.imports.table.Cell;
import vn.soto.plans.imports.table.Format;
import vn.soto.plans.imports.table.InvalidFileException;
import vn.soto.plans.imports.table.RowListener;
import vn.soto.plans.imports.table.TableLine;
import vn.soto.plans.imports.table.TableTop;
import vn.soto.web.WarmUpTask;

/**
 * Reads a command of each type that lacks everything, and a file of each format that lacks columns. Submits accepted,
 * repeated and refused commands to a ledger in memory that nobody reads.
 */
record CommandWarmUp(
        CommandCatalogue catalogue,
        PersonalDataSealer sealer,
        EventCodec codec,
        Clock clock,
        DefaultPolicy policy,
        ImportService imports)
        implements WarmUpTask {

    private static final String ACTOR = "warm-up";
    private static final JsonMapper JSON = new JsonMapper();
    private static final String DECREE =
            "\"effectiveFrom\":\"2025-07-01\",\"instrument\":{\"number\":\"1\",\"signedOn\":\"2025-07-01\"}}";
    private static final String UNIT =
            "{\"unit\":\"warm-up\",\"kind\":\"PROVINCE\",\"name\":\"x\",\"officialCode\":\"00\"," + DECREE;
    private static final String WARD =
            "{\"unit\":\"warm-up-2\",\"kind\":\"WARD\",\"name\":\"x\",\"officialCode\":\"00000\",\"parent\":\"warm-up\","
                    + DECREE;
    private static final String NEIGHBOURHOOD =
            "{\"unit\":\"warm-up-3\",\"kind\":\"NEIGHBOURHOOD\",\"name\":\"x\",\"parent\":\"warm-up-2\"," + DECREE;
    private static final String NAME = "{\"unit\":\"%s\",\"name\":\"y\"," + DECREE;

    @Override
    public void run() {
        codec.prepare();
        MeterRegistry meters = new SimpleMeterRegistry();
        try (MemoryLedger ledger = new MemoryLedger(ACTOR, clock);
                CommandSide commands = CommandSide.start(ledger, ledger, codec, clock, policy, meters)) {
            CommandService service = CommandService.over(commands, sealer);
            catalogue.all().forEach(issued -> readEmpty(service, issued));
            submit(service, 1, "establish-unit", UNIT);
            submit(service, 1, "establish-unit", UNIT);
            submit(service, 2, "establish-unit", UNIT);
            submit(service, 3, "establish-unit", UNIT.replace("}}", "},\"parent\":\"x\"}"));
            submit(service, 4, "rename-unit", NAME.formatted("warm-up"));
            submit(service, 5, "rename-unit", NAME.formatted("x"));
            submit(service, 6, "establish-unit", WARD);
            submit(service, 7, "establish-unit", NEIGHBOURHOOD);
            submit(service, 8, "register-household", "{\"unit\":\"warm-up-3\",\"reference\":\"x\"}");
        }
        try {
            Stream.of(Format.values()).forEach(this::read);
        } catch (LedgerException.Unavailable e) {
            // The ledger is still being read: the first file finds the names.
        }
    }

    private static void readEmpty(CommandService service, CommandDescriptor issued) {
        CommandRequest request = new CommandRequest(new UUID(0, 0), ACTOR, Set.of(Role.values()), ACTOR);
        try {
            var _ = service.readForTrial(request, issued, JSON.createObjectNode());
        } catch (InvalidFieldException | RuleViolatedException e) {
            // Almost every command needs something.
        }
    }

    private void submit(CommandService service, long id, String command, String json) {
        CommandRequest request = new CommandRequest(new UUID(0, id), ACTOR, Set.of(Role.OFFICER), ACTOR);
        CommandDescriptor issued = catalogue.find(command).orElseThrow();
        try {
            service.submit(request, issued, (ObjectNode) JSON.readTree(json));
        } catch (RuleViolatedException
                | AlreadyExistsException
                | CommandIdReusedException
                | NotFoundException
                | InvalidFieldException e) {
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
            file.top(TableTop.of(List.of("x", "y")));
            file.row(new TableLine(2, List.of(Cell.of("1"), Cell.of("2"))), List.of());
            return file.file();
        }
    }
}
