package vn.soto.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.axonframework.modelling.command.RepositoryProvider;
import org.jspecify.annotations.Nullable;
import vn.soto.axon.AxonCommandSide;
import vn.soto.axon.CommandContext;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.AccessEvent.RoleGranted;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantApproval;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.RoleHoldersEvent;
import vn.soto.contracts.access.RoleHoldersEvent.RoleHolderListed;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.period.ApplicablePeriods;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.recognition.RoundFacts;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestResolved;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MembershipState;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.access.InternalAccessCommand;
import vn.soto.domain.plan.InternalPlanCommand;
import vn.soto.domain.policy.Recordings.Recording;
import vn.soto.domain.reach.CommandSender;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandMetadata;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.ReportFigures;
import vn.soto.domain.shared.Rule;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.shared.Warning;
import vn.soto.domain.shared.Warnings;
import vn.soto.domain.stipend.StipendRecords.Recorded;
import vn.soto.domain.unit.UnitUses;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.Hash;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.Origin;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;
import vn.soto.ledgerwriter.memory.MemoryLedger;

/**
 * The whole command side over an in-memory ledger: preceding commands, one command under test, and checks of its
 * outcome.
 */
public final class Scenario {

    public static final ReportFigures FIGURES = new FixedFigures();

    private final EventCodec codec = EventCodec.product();
    private final List<Recorded> decoded = new ArrayList<>();
    private final Map<MemberId, Set<TeamId>> teams = new HashMap<>();
    private final AtomicLong ids;
    private final MemoryLedger ledger;
    private final AxonCommandSide side;
    private String actor = "tester";
    private Set<Role> roles = Set.of(Role.ADMINISTRATOR);
    private boolean approved;
    private @Nullable String approver;
    private boolean othersKnown;
    private @Nullable Instant proven;
    private @Nullable CommandSender sender;
    private boolean rightsCount;
    private UnitUses uses = UnitUses.NONE;
    private List<Command> planned = List.of();
    private ReportFigures figures = FIGURES;

    /** The uses of units that {@link #whereUnitsAreUsed} states. */
    private final class Uses implements UnitUses {

        @Override
        public UnitUses.Uses of(Collection<UnitId> units, LocalDate today) {
            return uses.of(units, today);
        }

        @Override
        public UnitUses.Built builtOn(PlanId plan, LocalDate today) {
            return uses.builtOn(plan, today);
        }
    }

    public Scenario(Clock clock, DefaultPolicy policy) {
        this(clock, policy, ledger -> ledger);
    }

    /** @param appending wraps the ledger to which the command side appends */
    public Scenario(Clock clock, DefaultPolicy policy, UnaryOperator<LedgerAppender> appending) {
        this(clock, policy, appending, consulted -> consulted);
    }

    /** @param consulting wraps the repositories of aggregates that commands only read */
    Scenario(
            Clock clock,
            DefaultPolicy policy,
            UnaryOperator<LedgerAppender> appending,
            UnaryOperator<RepositoryProvider> consulting) {
        this(clock, policy, appending, consulting, new MemoryLedger("test", clock), 0);
    }

    private Scenario(
            Clock clock,
            DefaultPolicy policy,
            UnaryOperator<LedgerAppender> appending,
            UnaryOperator<RepositoryProvider> consulting,
            MemoryLedger ledger,
            long lastId) {
        this.ledger = ledger;
        ids = new AtomicLong(lastId);
        side = AxonCommandSide.start(
                ledger,
                appending.apply(ledger),
                codec,
                DomainModel.aggregates(),
                (written, consulted) -> DomainModel.resources(
                        written,
                        consulting.apply(consulted),
                        clock,
                        new Figures(),
                        policy,
                        (sender, commands) -> othersKnown,
                        new Uses(),
                        this::recordings,
                        this::teamsOf,
                        (plan, parts) -> planned.stream(),
                        (team, since, until) -> about(team),
                        this::ofHouseholds,
                        this::settled));
    }

    /** Another one that goes on with a copy of this ledger. */
    public Scenario copied(Clock clock, DefaultPolicy policy, UnaryOperator<LedgerAppender> appending) {
        return new Scenario(
                clock, policy, appending, consulted -> consulted, MemoryLedger.copyOf(ledger, clock), ids.get());
    }

    private synchronized Set<TeamId> teamsOf(MemberId member) {
        recorded();
        return Set.copyOf(teams.getOrDefault(member, Set.of()));
    }

    /** All that the ledger has of a team, which is what stipends and caseloads rest on. */
    private synchronized List<Recorded> about(TeamId team) {
        return recorded().stream()
                .filter(each -> each.event().tags().contains("team:" + team))
                .toList();
    }

    private List<HouseholdEvent> ofHouseholds(TeamId team) {
        return about(team).stream()
                .map(Recorded::event)
                .filter(HouseholdEvent.class::isInstance)
                .map(HouseholdEvent.class::cast)
                .toList();
    }

    private Set<SupportRequestId> settled(AssistanceId help, TeamId team) {
        return about(team).stream()
                .map(Recorded::event)
                .filter(SupportRequestResolved.class::isInstance)
                .map(SupportRequestResolved.class::cast)
                .filter(resolved -> help.equals(resolved.assistance()))
                .map(SupportRequestResolved::request)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All events of the ledger, each decoded once. Only while the caller holds the lock: the list grows. */
    private List<Recorded> recorded() {
        ledger.events(decoded.size(), Integer.MAX_VALUE).forEach(stored -> {
            DomainEvent event = codec.decode(stored);
            decoded.add(new Recorded(stored.commit(), event));
            if (event instanceof TeamEvent of) {
                MembershipState.begunBy(of)
                        .forEach(begun -> teams.computeIfAbsent(begun.member(), member -> new HashSet<>())
                                .add(of.team()));
            }
        });
        return decoded;
    }

    /** The commands of every plan that is approved from now on. */
    public Scenario planning(Command... commands) {
        planned = List.of(commands);
        return this;
    }

    private List<Recording> recordings(String aggregate, Predicate<DomainEvent> events) {
        return ledger.aggregate(aggregate, 0, Integer.MAX_VALUE).stream()
                .filter(stored -> events.test(codec.decode(stored)))
                .flatMap(stored -> ledger.commit(stored.commit()).stream()
                        .map(commit -> new Recording(
                                codec.decode(stored),
                                commit.actor(),
                                commit.at(),
                                commit.origin() instanceof Origin.SystemTask)))
                .toList();
    }

    /** The figures that {@link #whereReportsRead} states. */
    private final class Figures implements ReportFigures {

        @Override
        public Pinned derive(TeamId team, Quarter quarter, ApplicablePeriods periods, @Nullable Quarter last) {
            return figures.derive(team, quarter, periods, last);
        }

        @Override
        public Map<String, Set<String>> distinct(TeamId team, Quarter quarter, ApplicablePeriods periods, long before) {
            return figures.distinct(team, quarter, periods, before);
        }

        @Override
        public Set<TeamId> teamsEverIn(UnitId unit) {
            return figures.teamsEverIn(unit);
        }

        @Override
        public Set<UnitId> unitsEverIn(UnitId unit) {
            return figures.unitsEverIn(unit);
        }

        @Override
        public RoundFacts recorded(List<TeamId> teams, long commit) {
            return figures.recorded(teams, commit);
        }

        @Override
        public void restOn(List<TeamId> teams, Pin pin) {
            figures.restOn(teams, pin);
        }

        @Override
        public RecordedHelp helpIn(UnitId unit, QuarterDays days, BiPredicate<TeamId, AssistanceId> wanted, int most) {
            return figures.helpIn(unit, days, wanted, most);
        }

        @Override
        public Pin pin() {
            return figures.pin();
        }
    }

    /** From now on reports read these figures. */
    public Scenario whereReportsRead(ReportFigures stated) {
        figures = stated;
        return this;
    }

    public static Scenario at(Instant now) {
        return new Scenario(Clock.fixed(now, ZoneOffset.UTC), DefaultPolicy.standard());
    }

    public Scenario given(Command... commands) {
        for (Command command : commands) {
            send(command);
        }
        return this;
    }

    /** The same as steps of a plan that a second person approved. */
    public Scenario decidedByTwo(Command... commands) {
        return approved().given(commands).alone();
    }

    /** Sets the sender of the following commands. */
    public Scenario as(String account) {
        actor = account;
        return this;
    }

    /** Sets the roles of the senders of the following commands. */
    public Scenario having(Role... held) {
        roles = Set.of(held);
        return this;
    }

    /** From now on somebody else is known who may issue every command. */
    public Scenario whereOthersAreKnown() {
        othersKnown = true;
        return this;
    }

    /** From now on units are used as stated. */
    public Scenario whereUnitsAreUsed(UnitUses stated) {
        uses = stated;
        return this;
    }

    /** Marks the following commands as steps of a plan that a second person approved. */
    public Scenario approved() {
        approved = true;
        return this;
    }

    /** The same, where that second person is known. */
    public Scenario approvedBy(String account) {
        approved = true;
        approver = account;
        return this;
    }

    /** From now on senders last showed then who they are. */
    public Scenario proven(Instant at) {
        proven = at;
        return this;
    }

    /** From now on commands rest on this right. */
    public Scenario restingOn(CommandSender right) {
        sender = right;
        return this;
    }

    /** From now on senders need the rights that the ledger gives them, once it gives any. */
    public Scenario whereRightsCount() {
        rightsCount = true;
        return this;
    }

    /** Records the first administrator, as a start of the product does. */
    public Scenario firstAdministrator(String account, LocalDate from) {
        return administrators(from, account);
    }

    /** Records administrators on the machine: each is a person of its own. */
    public Scenario administrators(LocalDate from, String... accounts) {
        for (String account : accounts) {
            AccountId name = new AccountId(account);
            onTheMachine(new RoleGranted(
                    name,
                    new GrantId("first"),
                    Role.ADMINISTRATOR,
                    Area.WHOLE,
                    from,
                    null,
                    null,
                    GrantApproval.BY_ONE_PERSON));
            append(
                    new RoleHolderListed(Role.ADMINISTRATOR, name),
                    new StreamPosition(
                            "role-holders",
                            RoleHoldersEvent.FIRST_GRANT,
                            ledger.head(RoleHoldersEvent.FIRST_GRANT).orElse(-1) + 1));
        }
        return this;
    }

    /** Records what whoever runs the machine did there. */
    public Scenario onTheMachine(AccessEvent event) {
        String account = AccessEvent.idOf(event.account());
        append(
                event,
                new StreamPosition("account", account, ledger.head(account).orElse(-1) + 1));
        return this;
    }

    /** Records an event that no command decided, as of a large register that was there before. */
    public void append(DomainEvent event, StreamPosition place) {
        UUID id = new UUID(1, ids.incrementAndGet());
        ledger.append(new Draft(
                id,
                new Origin.SystemTask("test"),
                "system",
                null,
                null,
                id.toString(),
                id.toString(),
                List.of(new RecordedEvent(
                        id.toString(),
                        Instant.EPOCH,
                        codec.typeOf(event.getClass()),
                        place,
                        new TreeMap<>(),
                        List.copyOf(event.tags()),
                        codec.encode(event))),
                List.of()));
    }

    /** Marks the following commands as sent by one person. */
    public Scenario alone() {
        approved = false;
        approver = null;
        return this;
    }

    public Sent when(Command command) {
        return new Sent(this, command);
    }

    /** Sends a command and returns the events of its commit. */
    public List<DomainEvent> send(Command command) {
        CommandContext context = new CommandContext(
                new UUID(0, ids.incrementAndGet()),
                Command.nameOf(command.getClass()),
                Hash.of(new byte[32]),
                actor,
                null,
                "test",
                "test");
        CommandContext sent = context.with(CommandMetadata.ROLES, roles);
        if (approved) {
            sent = sent.with(CommandMetadata.APPROVED, true);
        }
        if (approver != null) {
            sent = sent.with(CommandMetadata.APPROVER, approver);
        }
        if (proven != null) {
            sent = sent.with(CommandMetadata.PROVEN, proven);
        }
        if (sender != null) {
            sent = sent.with(CommandSender.KEY, sender);
        } else if (command instanceof InternalPlanCommand
                || command instanceof InternalAccessCommand
                || (!rightsCount && hasGrants())) {
            sent = sent.with(CommandSender.KEY, CommandSender.PRODUCT);
        }
        Commit commit = side.dispatch(command, sent).commit();
        return decoded(Objects.requireNonNull(commit));
    }

    private boolean hasGrants() {
        return ledger.head(RoleHoldersEvent.FIRST_GRANT).isPresent();
    }

    public MemoryLedger ledger() {
        return ledger;
    }

    /** The events of an aggregate. */
    public List<DomainEvent> stream(String aggregate) {
        return ledger.aggregate(aggregate, 0, Integer.MAX_VALUE).stream()
                .map(codec::decode)
                .toList();
    }

    public List<DomainEvent> decoded(Commit commit) {
        return commit.events().stream()
                .map(event -> codec.decode(event.type(), event.payload()))
                .toList();
    }

    /** A command under test; each check sends it. */
    public record Sent(Scenario scenario, Command command) {

        public void decides(DomainEvent... events) {
            assertThat(scenario.send(command)).containsExactly(events);
        }

        public void warns(Warning... warnings) {
            assertThat(Warnings.of(scenario.send(command))).containsExactly(warnings);
        }

        public void isRefusedBy(Rule rule, Object... arguments) {
            long before = scenario.ledger.tail().number();
            assertThatThrownBy(() -> scenario.send(command))
                    .isInstanceOfSatisfying(RuleViolatedException.class, refused -> {
                        assertThat(refused.rule()).isEqualTo(rule);
                        assertThat(refused.arguments()).containsExactly(arguments);
                    });
            assertThat(scenario.ledger.tail().number()).isEqualTo(before);
        }

        public void isAboutSomethingAbsent(String kind, Object id) {
            assertThatThrownBy(() -> scenario.send(command)).isInstanceOfSatisfying(NotFoundException.class, absent -> {
                assertThat(absent.kind()).isEqualTo(kind);
                assertThat(absent.id()).isEqualTo(id.toString());
            });
        }
    }
}
