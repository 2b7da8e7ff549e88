package vn.soto.command.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.modelling.command.RepositoryProvider;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.axon.AxonCommandSide;
import vn.soto.command.privacy.AcceptedData;
import vn.soto.command.privacy.Erasures;
import vn.soto.command.privacy.ReasonTexts;
import vn.soto.domain.DomainModel;
import vn.soto.domain.access.GrantedRights;
import vn.soto.domain.plan.PlannedCommands;
import vn.soto.domain.plan.RightHolders;
import vn.soto.domain.policy.Recordings;
import vn.soto.domain.reach.ReachCheck;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.team.MemberTeams;
import vn.soto.domain.unit.UnitUses;
import vn.soto.events.EventCodec;
import vn.soto.events.ValueModule;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledgerwriter.CommitListener;
import vn.soto.ledgerwriter.ObservableAppender;
import vn.soto.ledgerwriter.privacy.Keyring;

/** The whole command side over a ledger, without Spring. The service wires it; a loader uses it in its own process. */
public final class CommandSide implements AutoCloseable {

    private static final ContentDigest DIGEST =
            new ContentDigest(JsonMapper.builder().addModule(new ValueModule()).build());

    private final AxonCommandSide commands;
    private final CommandGateway gateway;
    private final TeamIndex teams;
    private final LedgerReader ledger;
    private final ObservableAppender appender;
    private final EventCodec codec;
    private final Clock clock;
    private final DefaultPolicy policy;
    private final RightHolders holders;
    private final MemberTeams memberTeams;
    private final PlanRights planRights;
    private final AccountRoles accountRoles;
    private final AccessRefusals refusals;
    private final @Nullable ReasonTexts reasonTexts;

    private CommandSide(
            AxonCommandSide commands,
            CommandGateway gateway,
            TeamIndex teams,
            LedgerReader ledger,
            ObservableAppender appender,
            EventCodec codec,
            Clock clock,
            DefaultPolicy policy,
            RightHolders holders,
            MemberTeams memberTeams,
            ReachCheck reach,
            GrantedRights rights,
            AccessRefusals refusals,
            @Nullable ReasonTexts reasonTexts) {
        this.planRights = new PlanRights(commands, reach, refusals);
        this.accountRoles = new AccountRoles(ledger, commands, reach, rights, clock);
        this.memberTeams = memberTeams;
        this.refusals = refusals;
        this.reasonTexts = reasonTexts;
        this.commands = commands;
        this.gateway = gateway;
        this.teams = teams;
        this.ledger = ledger;
        this.appender = appender;
        this.codec = codec;
        this.clock = clock;
        this.policy = policy;
        this.holders = holders;
    }

    /**
     * Destroys the keys of all erased subjects, then starts. The caller keeps the ledger and the key store, and closes
     * them.
     */
    public static CommandSide start(
            LedgerReader ledger,
            ObservableAppender appender,
            Keyring keyring,
            EventCodec codec,
            Clock clock,
            DefaultPolicy policy,
            MeterRegistry meters) {
        return start(ledger, appender, keyring, codec, clock, policy, rightHoldersOf(ledger), IndexPlace.NONE, meters);
    }

    /**
     * @param holders accounts known to hold a right while the ledger has no grants; without it, see
     *     {@link #rightHoldersOf}
     * @param index   place of the index of teams
     */
    public static CommandSide start(
            LedgerReader ledger,
            ObservableAppender appender,
            Keyring keyring,
            EventCodec codec,
            Clock clock,
            DefaultPolicy policy,
            RightHolders holders,
            IndexPlace index,
            MeterRegistry meters) {
        Erasures erasures = new Erasures(ledger, codec, keyring);
        erasures.carryOutAll();
        AcceptedData accepted = new AcceptedData(ledger, keyring);
        ObservableAppender accepting = accepted.before(appender);
        return start(
                ledger,
                accepting,
                TeamIndex.toldBy(accepting, ledger, codec, index),
                erasures::of,
                accepted.reasonTexts(),
                codec,
                clock,
                policy,
                holders,
                meters);
    }

    /** Starts without a key store, for a ledger without personal data: nothing can be sealed, and nobody erased. */
    public static CommandSide start(
            LedgerReader ledger,
            ObservableAppender appender,
            EventCodec codec,
            Clock clock,
            DefaultPolicy policy,
            MeterRegistry meters) {
        return start(
                ledger,
                appender,
                TeamIndex.toldBy(appender, ledger, codec, IndexPlace.NONE),
                commit -> {},
                null,
                codec,
                clock,
                policy,
                rightHoldersOf(ledger),
                meters);
    }

    private static CommandSide start(
            LedgerReader ledger,
            ObservableAppender appender,
            TeamIndex teams,
            PostCommitAction afterCommit,
            @Nullable ReasonTexts reasonTexts,
            EventCodec codec,
            Clock clock,
            DefaultPolicy policy,
            RightHolders withoutGrants,
            MeterRegistry meters) {
        RightHolders holders = new GrantedRightHolders(ledger, codec, clock, withoutGrants);
        MemberTeams memberTeams = new LedgerMemberTeams(teams);
        List<Object> resources = new ArrayList<>();
        AxonCommandSide commands =
                AxonCommandSide.start(ledger, appender, codec, DomainModel.aggregates(), (written, consulted) -> {
                    resources.addAll(
                            resources(written, consulted, teams, memberTeams, ledger, codec, clock, policy, holders));
                    return resources;
                });
        AccessRefusals refusals = new AccessRefusals(clock, meters);
        LedgerWarnings warnings = new LedgerWarnings(teams, commands, policy.calendar());
        CommandGateway gateway =
                new CommandGateway(commands, ledger, codec, DIGEST, afterCommit, warnings, refusals, meters);
        return new CommandSide(
                commands,
                gateway,
                teams,
                ledger,
                appender,
                codec,
                clock,
                policy,
                holders,
                memberTeams,
                resource(resources, ReachCheck.class),
                resource(resources, GrantedRights.class),
                refusals,
                reasonTexts);
    }

    private static List<Object> resources(
            RepositoryProvider written,
            RepositoryProvider consulted,
            TeamIndex teams,
            MemberTeams memberTeams,
            LedgerReader ledger,
            EventCodec codec,
            Clock clock,
            DefaultPolicy policy,
            RightHolders holders) {
        return DomainModel.resources(
                written,
                consulted,
                clock,
                new LedgerReportFigures(teams),
                policy,
                holders,
                unitUsesOf(teams, ledger, codec),
                recordingsOf(ledger, codec),
                memberTeams,
                plannedCommandsOf(ledger, codec),
                new LedgerStipendRecords(teams),
                new LedgerCaseloads(teams),
                new LedgerSettledRequests(teams));
    }

    private static <T> T resource(List<Object> resources, Class<T> type) {
        return resources.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    /** The holders of rights in a ledger without grants, inferred from recorded acts of persons. */
    public static RightHolders rightHoldersOf(LedgerReader ledger) {
        return new LedgerRightHolders(ledger);
    }

    /** The records in units, read from the ledger. */
    public static UnitUses unitUsesOf(TeamIndex teams, LedgerReader ledger, EventCodec codec) {
        return new LedgerUnitUses(teams, ledger, codec);
    }

    /** The author of each record, by the headers of the ledger. */
    public static Recordings recordingsOf(LedgerReader ledger, EventCodec codec) {
        return new LedgerRecordings(ledger, codec);
    }

    /** The commands of plans in a ledger. */
    public static PlannedCommands plannedCommandsOf(LedgerReader ledger, EventCodec codec) {
        return new LedgerPlannedCommands(ledger, codec);
    }

    public CommandGateway gateway() {
        return gateway;
    }

    /** The texts beside reasons; empty without a key store. */
    public Optional<ReasonTexts> reasonTexts() {
        return Optional.ofNullable(reasonTexts);
    }

    /** As {@link ObservableAppender#addCommitListener}. */
    public void addCommitListener(CommitListener listener) {
        appender.addCommitListener(listener);
    }

    /** Read in the background by whoever runs the command side for long, so that reports have nothing to wait for. */
    public TeamIndex teams() {
        return teams;
    }

    /** The households that each member is responsible for. */
    public LedgerCaseloads caseloads() {
        return new LedgerCaseloads(teams);
    }

    public LedgerReader ledger() {
        return ledger;
    }

    public EventCodec codec() {
        return codec;
    }

    /** For a dry run, which builds a second command side over the same ledger, clock and policy. */
    public Clock clock() {
        return clock;
    }

    public DefaultPolicy policy() {
        return policy;
    }

    public MemberTeams memberTeams() {
        return memberTeams;
    }

    /** Whether a proposer may issue the commands of a plan. */
    public PlanRights planRights() {
        return planRights;
    }

    /** The roles of accounts, read from the ledger. */
    public AccountRoles accountRoles() {
        return accountRoles;
    }

    /** Counts the commands that were refused because their senders have no right to them, and tells listeners. */
    public AccessRefusals refusals() {
        return refusals;
    }

    public RightHolders rightHolders() {
        return holders;
    }

    @Override
    public void close() {
        commands.close();
        teams.close();
    }
}
