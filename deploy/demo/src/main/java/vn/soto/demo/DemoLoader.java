package vn.soto.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.domain.shared.Command;
import vn.soto.ledgerwriter.privacy.Keyring;
import vn.soto.plans.PlanService;
import vn.soto.plans.StepCodec;

/**
 * Sends a script through the command gateway, as people would: each commit is recorded at its simulated time, and each
 * command meets the rules. Ids are the script's, so a load that broke off may be started again from the beginning.
 */
public final class DemoLoader {

    /** Enough to share one durable write among many. */
    private static final int AT_ONCE = 64;

    /** How much later than its simulated time a step may be recorded: none of a later window starts before. */
    static final Duration WINDOW = Duration.ofMinutes(30);

    private final BiConsumer<CommandRequest, Command> gateway;
    private final DemoClock clock;
    private final DemoProgress progress;

    /** @param clock the one the ledger and the command side read */
    public DemoLoader(CommandSide commands, DemoClock clock, DemoProgress progress) {
        this(through(commands), clock, progress);
    }

    private static BiConsumer<CommandRequest, Command> through(CommandSide commands) {
        ReportedContent content = new ReportedContent(commands.ledger(), commands.codec());
        return (request, command) -> commands.gateway().submitWithoutWarnings(request, content.in(command));
    }

    /** @param gateway handles a command before it returns; called on many threads */
    public DemoLoader(BiConsumer<CommandRequest, Command> gateway, DemoClock clock, DemoProgress progress) {
        this.gateway = gateway;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Returns the number of commands when all are durable.
     *
     * @throws DemoFailedException at the first command that is not accepted
     */
    public long load(DemoPlay play) {
        return load(play.days(), Story.COMMANDS);
    }

    /** Sends {@link DemoPlay#names}, sealed under keys of this keyring. */
    public static void loadNames(DemoPlay play, CommandSide commands, Keyring keys, DemoClock clock) {
        DemoDay evening = play.names();
        sealing(commands, keys, clock).load(Stream.of(evening), evening.steps().size());
    }

    /**
     * Sends {@link DemoPlay#recent}, sealed as the names are, then {@link DemoPlay#proposals}; the ledger has what
     * {@link #loadAccess} sends.
     */
    public static void loadRecent(DemoPlay play, LocalDate today, CommandSide commands, Keyring keys, DemoClock clock) {
        List<DemoDay> days = play.recent(today).toList();
        sealing(commands, keys, clock)
                .load(
                        days.stream(),
                        days.stream().mapToLong(day -> day.steps().size()).sum());
        PlanService plans = PlanService.over(commands, new StepCodec());
        for (ScriptStep proposal : play.proposals(today)) {
            clock.advanceTo(proposal.at());
            plans.submitCommands(
                    new PlanId(proposal.id().toString()),
                    PlanKind.PROPOSAL,
                    List.of(proposal.command()).iterator(),
                    proposal.actor());
        }
    }

    private static DemoLoader sealing(CommandSide commands, Keyring keys, DemoClock clock) {
        BiConsumer<CommandRequest, Command> gateway = through(commands);
        return new DemoLoader(
                (request, command) -> gateway.accept(request, DemoNames.sealed(command, request.id(), keys)),
                clock,
                (done, total, day) -> {});
    }

    /** Sends {@link DemoScript#beforeAccess}. */
    public void loadBeforeAccess(DemoScript script) {
        DemoDay evening = script.beforeAccess();
        load(Stream.of(evening), evening.steps().size());
    }

    /** Sends {@link DemoScript#access}; the ledger has its first administrator. */
    public void loadAccess(DemoScript script) {
        DemoDay evening = script.access();
        load(Stream.of(evening), evening.steps().size());
    }

    /** @param total number of steps of these days */
    long load(Stream<DemoDay> script, long total) {
        long done = 0;
        try (KeyedTasks tasks = new KeyedTasks(AT_ONCE)) {
            for (var days = script.iterator(); days.hasNext(); ) {
                DemoDay day = days.next();
                Instant windowEnd = Instant.MIN;
                for (ScriptStep step : day.steps()) {
                    if (step.alone() || !step.at().isBefore(windowEnd)) {
                        tasks.settle();
                        windowEnd = step.at().plus(WINDOW);
                    }
                    send(step, tasks);
                    done++;
                    progress.reached(done, total, day.day());
                }
                tasks.settle();
            }
        }
        return done;
    }

    private void send(ScriptStep step, KeyedTasks tasks) {
        clock.advanceTo(step.at());
        tasks.run(step.lane(), () -> submit(step));
        if (step.alone()) {
            tasks.settle();
        }
    }

    private void submit(ScriptStep step) {
        try {
            gateway.accept(new CommandRequest(step.id(), step.actor()), step.command());
        } catch (RuntimeException e) {
            throw new DemoFailedException(step, e);
        }
    }
}
