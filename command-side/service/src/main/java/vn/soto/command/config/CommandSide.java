package vn.soto.command.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.command.DomainModel;
import vn.soto.command.desk.CommandDesk;
import vn.soto.command.desk.LedgerReportFigures;
import vn.soto.command.shared.Policy;
import vn.soto.events.EventCodec;
import vn.soto.events.ValueModule;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledgerwriter.axon.AxonCommandSide;

/** The whole command side over a ledger, without Spring: what a service wires and a loader uses in its own process. */
public final class CommandSide implements AutoCloseable {

    private final AxonCommandSide commands;
    private final CommandDesk desk;

    private CommandSide(AxonCommandSide commands, CommandDesk desk) {
        this.commands = commands;
        this.desk = desk;
    }

    /** The ledger stays its owner's to close. */
    public static CommandSide start(
            LedgerReader ledger,
            LedgerAppender appender,
            EventCodec codec,
            Clock clock,
            Policy policy,
            MeterRegistry meters) {
        LedgerReportFigures figures = new LedgerReportFigures(ledger, codec);
        AxonCommandSide commands = AxonCommandSide.start(
                ledger,
                appender,
                codec,
                DomainModel.aggregates(),
                (locked, consulted) -> DomainModel.resources(locked, consulted, clock, figures, policy));
        JsonMapper json = JsonMapper.builder().addModule(new ValueModule()).build();
        return new CommandSide(commands, new CommandDesk(commands, ledger, codec, json, meters));
    }

    public CommandDesk desk() {
        return desk;
    }

    @Override
    public void close() {
        commands.close();
    }
}
