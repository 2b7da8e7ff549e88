package vn.soto.plans;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.jspecify.annotations.Nullable;
import vn.soto.axon.AxonCommandSide;
import vn.soto.axon.CommandContext;
import vn.soto.axon.CommandResult;
import vn.soto.command.dispatch.AlreadyExistsException;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.command.dispatch.LedgerCaseloads;
import vn.soto.command.dispatch.LedgerReportFigures;
import vn.soto.command.dispatch.LedgerSettledRequests;
import vn.soto.command.dispatch.LedgerStipendRecords;
import vn.soto.command.dispatch.LedgerWarnings;
import vn.soto.command.dispatch.LeftBehindRecords;
import vn.soto.command.dispatch.TeamIndex;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Flag;
import vn.soto.domain.DomainModel;
import vn.soto.domain.plan.RightHolders;
import vn.soto.domain.reach.CommandSender;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandMetadata;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.ReportFigures;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.shared.Warning;
import vn.soto.domain.team.MemberTeams;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Hash;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Tail;
import vn.soto.ledgerwriter.ReportingAppender;

/**
 * Decides commands in sequence and records nothing. Each command sees the ledger and the events of the commands before
 * it, which stay in memory. Not for concurrent use.
 */
public final class DryRun implements AutoCloseable {

    private final LedgerOverlay overlay;
    private final ReportingAppender appender;
    private final AxonCommandSide side;
    private final LeftBehindRecords leftBehind;
    private final TriedMemberTeams memberTeams;
    private final Map<Flag.Code, Integer> left = new EnumMap<>(Flag.Code.class);
    private final String actor;
    private final LedgerWarnings ledgerWarnings;
    private @Nullable CommandSender sender;
    private @Nullable Instant proven;
    private long sent;

    public static DryRun over(CommandSide side, String actor) {
        return over(side, actor, new NoFigures(side.ledger().origin(), new LedgerReportFigures(side.teams())));
    }

    /** For one command of a person, whose events somebody looks at: reports have the figures of the ledger. */
    static DryRun ofOne(CommandSide side, CommandRequest request) {
        DryRun dryRun = over(side, request.actor(), new LedgerReportFigures(side.teams()));
        dryRun.proven = request.proven();
        return dryRun.restingOn(request.sender());
    }

    /** For the one command of a proposal, whose events its approver looks at. */
    static DryRun ofProposal(CommandSide side, String proposer, CommandSender approved) {
        return over(side, proposer, new LedgerReportFigures(side.teams())).restingOn(approved);
    }

    private static DryRun over(CommandSide side, String actor, ReportFigures figures) {
        return new DryRun(
                side.teams(),
                side.ledger(),
                side.codec(),
                side.clock(),
                side.policy(),
                side.rightHolders(),
                side.memberTeams(),
                figures,
                actor);
    }

    private DryRun(
            TeamIndex teams,
            LedgerReader ledger,
            EventCodec codec,
            Clock clock,
            DefaultPolicy policy,
            RightHolders holders,
            MemberTeams recorded,
            ReportFigures figures,
            String actor) {
        this.overlay = new LedgerOverlay(ledger, clock);
        this.appender = new ReportingAppender(overlay::append);
        this.actor = actor;
        this.memberTeams = new TriedMemberTeams(recorded);
        this.side = AxonCommandSide.start(
                overlay,
                appender,
                codec,
                DomainModel.aggregates(),
                (locked, consulted) -> DomainModel.resources(
                        locked,
                        consulted,
                        clock,
                        figures,
                        policy,
                        holders,
                        CommandSide.unitUsesOf(teams, ledger, codec),
                        CommandSide.recordingsOf(ledger, codec),
                        memberTeams,
                        CommandSide.plannedCommandsOf(ledger, codec),
                        new LedgerStipendRecords(teams),
                        new LedgerCaseloads(teams),
                        new LedgerSettledRequests(teams)));
        this.leftBehind = new LeftBehindRecords(teams, side);
        this.ledgerWarnings = new LedgerWarnings(teams, side, policy.calendar());
    }

    /** From now on the commands rest on these rights, such as those of a plan, instead of what the account may do today. */
    public DryRun restingOn(CommandSender plan) {
        sender = plan;
        return this;
    }

    /**
     * Returns the events that the command would record.
     *
     * @throws RuleViolatedException  if a rule does not hold
     * @throws NotFoundException      if the subject of the command does not exist
     * @throws AlreadyExistsException if the aggregate that the command creates exists
     */
    public List<DomainEvent> send(Command command, boolean approved) {
        return sent(command, approved).events;
    }

    /** The same; returns the warnings that the command would have. */
    public List<Warning> sendWarned(Command command, boolean approved) {
        return warnings(sent(command, approved));
    }

    private Decided sent(Command command, boolean approved) {
        Decided decided = decide(command, approved);
        decided.events.forEach(memberTeams::on);
        leftBehind.warning(decided.commit, decided.events).ifPresent(this::add);
        return decided;
    }

    /**
     * The commit and events that a command would record.
     *
     * @param commit with a number, a time and positions that it would have if nobody else recorded anything before
     */
    record Decided(Commit commit, List<DomainEvent> events) {}

    /** All warnings that the command would have. */
    List<Warning> warnings(Decided decided) {
        return ledgerWarnings.all(decided.commit, decided.events);
    }

    /** As {@link #send}, for the last command of the dry run. */
    Decided decide(Command command, boolean approved) {
        CommandContext context = new CommandContext(
                new UUID(0, ++sent),
                Command.nameOf(command.getClass()),
                Hash.sha256(),
                actor,
                null,
                "dryRun",
                "dryRun");
        CommandContext sentBy =
                proven == null ? sentBy(context) : sentBy(context).with(CommandMetadata.PROVEN, proven);
        try {
            CommandResult result =
                    side.dispatch(command, approved ? sentBy.with(CommandMetadata.APPROVED, true) : sentBy);
            Commit commit = result.commit();
            if (commit == null) {
                throw new NoSuchElementException("the command decided nothing");
            }
            return new Decided(commit, result.events());
        } catch (AggregateNotFoundException e) {
            throw NotFoundException.target(command, String.valueOf(e.getAggregateIdentifier()));
        } catch (AggregateStreamCreationException e) {
            throw new AlreadyExistsException(e);
        }
    }

    private CommandContext sentBy(CommandContext context) {
        return switch (sender) {
            case null -> context;
            case CommandSender.Person person when person.asserted().isEmpty() -> context;
            case CommandSender.Person person -> context.with(CommandMetadata.ROLES, person.asserted());
            case CommandSender other -> context.with(CommandSender.KEY, other);
        };
    }

    private void add(Warning warning) {
        int records =
                warning.arguments().isEmpty() ? 0 : (int) warning.arguments().getFirst();
        left.merge(warning.code(), records, Integer::sum);
    }

    /**
     * The warnings of all commands so far about records in the ledger that they would leave behind. A record that two
     * commands leave behind counts twice.
     */
    public List<Warning> warnings() {
        return left.entrySet().stream()
                .map(each -> new Warning(
                        each.getKey(),
                        each.getKey() == Flag.Code.RECORDS_ARE_LEFT_BEHIND ? List.of(each.getValue()) : List.of()))
                .toList();
    }

    /** A place in the sequence of commands to which the dry run can return. */
    public record Place(Tail tail, Map<Flag.Code, Integer> left) {}

    public Place place() {
        return new Place(overlay.tail(), new EnumMap<>(left));
    }

    /** Forgets the commands since a place. */
    public void returnTo(Place place) {
        if (overlay.tail().number() > place.tail.number()) {
            overlay.returnTo(place.tail);
            appender.forget();
            left.clear();
            left.putAll(place.left);
        }
    }

    /** Forgets all commands, and sees what the ledger holds now. */
    void renew() {
        if (overlay.isRecent()) {
            return;
        }
        overlay.renew();
        appender.forget();
        left.clear();
    }

    /** The number of events in memory. */
    public int size() {
        return overlay.size();
    }

    @Override
    public void close() {
        side.close();
    }
}
