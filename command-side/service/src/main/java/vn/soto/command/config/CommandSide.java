package vn.soto.command.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.command.DomainModel;
import vn.soto.command.desk.CommandDesk;
import vn.soto.command.desk.LedgerReportFigures;
import vn.soto.command.planning.PlanDesk;
import vn.soto.command.planning.PlanReader;
import vn.soto.command.planning.PlanRunner;
import vn.soto.command.planning.Rehearsal;
import vn.soto.command.planning.StepCodec;
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
    private final LedgerReader ledger;
    private final EventCodec codec;
    private final Clock clock;
    private final Policy policy;

    private CommandSide(
            AxonCommandSide commands,
            CommandDesk desk,
            LedgerReader ledger,
            EventCodec codec,
            Clock clock,
            Policy policy) {
        this.commands = commands;
        this.desk = desk;
        this.ledger = ledger;
        this.codec = codec;
        this.clock = clock;
        this.policy = policy;
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
        CommandDesk desk = new CommandDesk(commands, ledger, codec, json, meters);
        return new CommandSide(commands, desk, ledger, codec, clock, policy);
    }

    public CommandDesk desk() {
        return desk;
    }

    /** Takes plans in; they are carried out by a {@link #runner}. */
    public PlanDesk plans(StepCodec steps) {
        return new PlanDesk(desk, new PlanReader(ledger, codec), steps);
    }

    /**
     * Carries out plans from now on, until it is closed, which comes before closing this.
     *
     * @param writing whether this process is the one that writes
     * @param width   most steps at a time
     */
    public PlanRunner runner(StepCodec steps, BooleanSupplier writing, int width) {
        return PlanRunner.start(desk, new PlanReader(ledger, codec), plans(steps), steps, writing, width);
    }

    /** Decides commands without recording them. */
    public Rehearsal rehearsal(String actor) {
        return new Rehearsal(ledger, codec, clock, policy, actor);
    }

    @Override
    public void close() {
        commands.close();
    }
}
