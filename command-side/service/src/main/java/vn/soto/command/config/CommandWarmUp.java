package vn.soto.command.config;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.command.dispatch.AlreadyExistsException;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.unit.UnitCommand;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.plans.DryRun;
import vn.soto.plans.imports.ImportKind;
import vn.soto.plans.imports.ImportService;
import vn.soto.plans.imports.Upload;
import vn.soto.plans.imports.table.AnnotatedFile;
import vn.soto.plans.imports.table.Format;
import vn.soto.plans.imports.table.InvalidFileException;
import vn.soto.plans.imports.table.RowListener;
import vn.soto.web.WarmUpTask;

/** Decides an accepted and a refused command in a dry run, and reads a file of each format that lacks columns. */
final class CommandWarmUp implements WarmUpTask {

    private static final String ACTOR = "warm-up";
    private static final UnitId UNIT = new UnitId("warm-up");
    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);

    private final CommandSide commands;
    private final ImportService imports;

    CommandWarmUp(CommandSide commands, ImportService imports) {
        this.commands = commands;
        this.imports = imports;
    }

    @Override
    public void run() {
        try (DryRun dryRun = DryRun.over(commands, ACTOR)) {
            decide(dryRun, establish(null));
            decide(dryRun, establish(UNIT));
        }
        for (Format format : Format.values()) {
            read(format);
        }
    }

    /** @param parent with one, a unit of the top level is refused */
    private static UnitCommand establish(@Nullable UnitId parent) {
        return new EstablishUnit(UNIT, UnitKind.PROVINCE, "Warm-up", null, parent, new Instrument("1", DAY), DAY);
    }

    private static void decide(DryRun dryRun, UnitCommand command) {
        try {
            dryRun.send(command, false);
        } catch (RuleViolatedException | AlreadyExistsException e) {
            // A refusal loads as much.
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
            file.row(List.of("1", "2"), List.of());
            return file.file();
        }
    }
}
