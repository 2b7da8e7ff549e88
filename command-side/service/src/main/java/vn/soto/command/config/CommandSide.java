package vn.soto.command.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.command.DomainModel;
import vn.soto.command.desk.CommandGateway;
import vn.soto.command.desk.LedgerCaseloads;
import vn.soto.command.desk.LedgerReportFigures;
import vn.soto.command.desk.PostCommitAction;
import vn.soto.command.desk.TeamEvents;
import vn.soto.command.planning.DryRun;
import vn.soto.command.planning.PlanReader;
import vn.soto.command.planning.PlanRunner;
import vn.soto.command.planning.PlanService;
import vn.soto.command.planning.StepCodec;
import vn.soto.command.privacy.Erasures;
import vn.soto.command.shared.DefaultPolicy;
import vn.soto.events.EventCodec;
import vn.soto.events.ValueModule;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledgerwriter.axon.AxonCommandSide;
import vn.soto.ledgerwriter.privacy.Keyring;

/** The whole command side over a ledger, without Spring: what a service wires and a loader uses in its own process. */
public final class CommandSide implements AutoCloseable {

    private final AxonCommandSide commands;
    private final CommandGateway desk;
    private final LedgerCaseloads caseloads;
    private final LedgerReader ledger;
    private final EventCodec codec;
    private final Clock clock;
    private final DefaultPolicy policy;

    private CommandSide(
            AxonCommandSide commands,
            CommandGateway desk,
            LedgerCaseloads caseloads,
            LedgerReader ledger,
            EventCodec codec,
            Clock clock,
            DefaultPolicy policy) {
        this.commands = commands;
        this.desk = desk;
        this.caseloads = caseloads;
        this.ledger = ledger;
        this.codec = codec;
        this.clock = clock;
        this.policy = policy;
    }

    /**
     * Destroys the keys of all who are erased, then takes commands. The ledger and the key store stay their owner's to close.
     */
    public static CommandSide start(
            LedgerReader ledger,
            LedgerAppender appender,
            Keyring keyring,
            EventCodec codec,
            Clock clock,
            DefaultPolicy policy,
            MeterRegistry meters) {
        Erasures erasures = new Erasures(ledger, codec, keyring);
        erasures.carryOutAll();
        return start(ledger, appender, erasures, codec, clock, policy, meters);
    }

    /** Without a key store, for a ledger about nobody: nothing can be sealed, and nobody erased. */
    public static CommandSide start(
            LedgerReader ledger,
            LedgerAppender appender,
            EventCodec codec,
            Clock clock,
            DefaultPolicy policy,
            MeterRegistry meters) {
        return start(ledger, appender, commit -> {}, codec, clock, policy, meters);
    }

    private static CommandSide start(
            LedgerReader ledger,
            LedgerAppender appender,
            PostCommitAction aftermath,
            EventCodec codec,
            Clock clock,
            DefaultPolicy policy,
            MeterRegistry meters) {
        TeamEvents events = new TeamEvents(ledger, codec);
        LedgerReportFigures figures = new LedgerReportFigures(events);
        AxonCommandSide commands = AxonCommandSide.start(
                ledger,
                appender,
                codec,
                DomainModel.aggregates(),
                (locked, consulted) -> DomainModel.resources(locked, consulted, clock, figures, policy));
        JsonMapper json = JsonMapper.builder().addModule(new ValueModule()).build();
        CommandGateway desk = new CommandGateway(commands, ledger, codec, json, aftermath, meters);
        return new CommandSide(commands, desk, new LedgerCaseloads(events), ledger, codec, clock, policy);
    }

    public CommandGateway desk() {
        return desk;
    }

    /** Who is responsible for which households, for lists of commands about them. */
    public LedgerCaseloads caseloads() {
        return caseloads;
    }

    /** Takes plans in; they are carried out by a {@link #runner}. */
    public PlanService plans(StepCodec steps) {
        return new PlanService(desk, new PlanReader(ledger, codec), steps);
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
    public DryRun rehearsal(String actor) {
        return new DryRun(ledger, codec, clock, policy, actor);
    }

    @Override
    public void close() {
        commands.close();
    }
}
