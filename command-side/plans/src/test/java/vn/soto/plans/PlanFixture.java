package vn.soto.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.axon.UuidV7;
import vn.soto.command.dispatch.CaptureMetadata;
import vn.soto.command.dispatch.CommandGateway;
import vn.soto.command.dispatch.CommandOutcome;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.command.dispatch.FirstAdministrator;
import vn.soto.command.dispatch.LedgerAccounts;
import vn.soto.command.dispatch.MachineCommands;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.plan.PlanEvent;
import vn.soto.contracts.plan.PlanEvent.PlanAbandoned;
import vn.soto.contracts.plan.PlanEvent.PlanCompleted;
import vn.soto.contracts.plan.PlanEvent.PlanPaused;
import vn.soto.contracts.plan.PlanEvent.PlanProgressed;
import vn.soto.contracts.plan.PlanEvent.PlanStopped;
import vn.soto.contracts.plan.PlanEvent.PlanSubmitted;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.plan.PlanPartEvent.PlanPartRecorded;
import vn.soto.contracts.policy.InitialTerms;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.access.AccessCommand.GrantRole;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.plan.PlanCommand.ApprovePlan;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.team.TeamCommand.FormTeam;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.events.EventCodec;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledgerwriter.memory.MemoryLedger;

/** A commune with a team, a ledger in memory that outlives processes, and processes that run plans on it. */
final class PlanFixture implements AutoCloseable {

    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-08-20T02:30:00Z"), ZoneOffset.UTC);
    static final UnitId PROVINCE = new UnitId("u-province");
    static final UnitId COMMUNE = new UnitId("u-commune");
    static final UnitId HAMLET = new UnitId("u-hamlet");
    static final TeamId TEAM = new TeamId("team-1");
    static final PlanId PLAN = new PlanId("plan-1");

    final EventCodec codec = EventCodec.product();
    final MemoryLedger ledger;
    private final AtomicLong sent = new AtomicLong();
    private final List<Waiter> waiters = new ArrayList<>();

    private record Waiter(PlanId plan, Predicate<PlanEvent> condition, CompletableFuture<PlanEvent> event) {}

    PlanFixture() {
        this(new MemoryLedger("test/plans", CLOCK));
        try (Node process = process()) {
            List.of(
                            establish(PROVINCE, UnitKind.PROVINCE, "Bình Dương", "74", null),
                            establish(COMMUNE, UnitKind.COMMUNE, "Minh Thạnh", "25780", PROVINCE),
                            establish(HAMLET, UnitKind.HAMLET, "Đồng Tâm", null, COMMUNE),
                            new FormTeam(
                                    TEAM,
                                    "Tổ công nghệ số ấp Đồng Tâm",
                                    new Instrument("12/QĐ-UBND", DAY),
                                    List.of(HAMLET),
                                    IntStream.range(0, 5)
                                            .mapToObj(i -> new FoundingMember(member(i), MemberOrigin.YOUTH_UNION))
                                            .toList(),
                                    member(0),
                                    DAY))
                    .forEach(command -> process.send(command, "an"));
        }
    }

    private PlanFixture(MemoryLedger ledger) {
        this.ledger = ledger;
        ledger.addCommitListener(commits -> notifyWaiters());
    }

    /**
     * The commands that take two persons by a first policy that one may adopt: those that take them anyway, and others.
     */
    static List<String> twoFor(String... others) {
        return Stream.concat(InitialTerms.of(3, 220, 5).twoPersons().stream(), Stream.of(others))
                .distinct()
                .toList();
    }

    static MemberId member(int i) {
        return new MemberId("m-" + i);
    }

    static HouseholdId household(int i) {
        return new HouseholdId("h-" + i);
    }

    static EstablishUnit establish(
            UnitId unit, UnitKind kind, String name, @Nullable String code, @Nullable UnitId parent) {
        return new EstablishUnit(unit, kind, name, code, parent, new Instrument("12/QĐ-UBND", DAY), DAY);
    }

    /** Registers this number of households and assigns each to one of five members: two steps per household. */
    static Iterator<Step> households(int number) {
        return IntStream.range(0, 2 * number)
                .<Step>mapToObj(step -> new Step.Ready(
                        step / 2 + 2,
                        step % 2 == 0
                                ? new RegisterHousehold(household(step / 2), HAMLET, "HO-" + step / 2)
                                : new AssignHousehold(household(step / 2), TEAM, member(step / 2 % 5), DAY)))
                .iterator();
    }

    Node process() {
        return new Node(appender -> appender);
    }

    /** @param appending wraps the appender of the process */
    Node process(UnaryOperator<LedgerAppender> appending) {
        return new Node(appending);
    }

    /** Events by aggregate, in order; without the plans themselves, but with their parts, apart from the salt. */
    Map<String, List<DomainEvent>> content() {
        Map<String, List<DomainEvent>> content = new TreeMap<>();
        for (Commit commit : ledger.commits(1, Integer.MAX_VALUE)) {
            for (RecordedEvent event : commit.events()) {
                String id = String.valueOf(
                        event.aggregate() == null ? null : event.aggregate().id());
                if (!id.startsWith("plan:") && !id.startsWith("plans:")) {
                    content.computeIfAbsent(id, i -> new ArrayList<>()).add(unsalted(decoded(event)));
                }
            }
        }
        return content;
    }

    private static DomainEvent unsalted(DomainEvent event) {
        return event instanceof PlanPartRecorded part
                ? new PlanPartRecorded(
                        part.plan(), part.part(), part.first(), part.previous(), part.digest(), part.steps(), null)
                : event;
    }

    DomainEvent decoded(RecordedEvent event) {
        return codec.decode(event.type(), event.payload());
    }

    UUID submission(PlanId plan) {
        PlanReader reader = new PlanReader(ledger, codec);
        return reader.submission(reader.state(plan).orElseThrow());
    }

    /** The id under which a step is sent first. */
    UUID stepId(PlanId plan, int step) {
        PlanPartRecorded part = new PlanReader(ledger, codec)
                .part(plan, step / PlanService.STEPS_PER_PART)
                .orElseThrow();
        return StepIds.step(plan, part.salt(), step);
    }

    Optional<Commit> commitOfStep(PlanId plan, int step) {
        return ledger.commitOfCommand(stepId(plan, step));
    }

    List<PlanEvent> events(PlanId plan) {
        return ledger.aggregate(PlanEvent.idOf(plan), 0, Integer.MAX_VALUE).stream()
                .map(stored -> (PlanEvent) decoded(stored.event()))
                .toList();
    }

    PlanEvent last(PlanId plan) {
        return events(plan).getLast();
    }

    /** The last recorded progress of the plan. */
    PlanProgressed progress(PlanId plan) {
        return events(plan).stream()
                .filter(PlanProgressed.class::isInstance)
                .map(PlanProgressed.class::cast)
                .toList()
                .getLast();
    }

    /** Notifies waiters tests after a commit of any process. */
    private void notifyWaiters() {
        List<Waiter> all;
        synchronized (waiters) {
            all = List.copyOf(waiters);
        }
        for (Waiter waiter : all) {
            List<PlanEvent> events = events(waiter.plan());
            if (!events.isEmpty() && waiter.condition().test(events.getLast())) {
                waiter.event().complete(events.getLast());
            }
        }
    }

    static boolean isIdle(PlanEvent event) {
        return event instanceof PlanCompleted
                || event instanceof PlanStopped
                || event instanceof PlanPaused
                || event instanceof PlanAbandoned;
    }

    @Override
    public void close() {
        synchronized (waiters) {
            waiters.clear();
        }
        assertThat(ChainVerifier.verify(ledger)).isEqualTo(ledger.tail());
    }

    /** A process on the ledger, with a gateway, and with a runner once started. */
    final class Node implements AutoCloseable {

        private final CommandSide side;
        final CommandGateway gateway;
        final PlanService plans;
        private final StepCodec steps = new StepCodec();
        private @Nullable PlanRunner runner;

        Node(UnaryOperator<LedgerAppender> appending) {
            side = CommandSide.start(
                    ledger,
                    ledger.through(appending.apply(ledger)),
                    codec,
                    CLOCK,
                    DefaultPolicy.standard(),
                    new SimpleMeterRegistry());
            gateway = side.gateway();
            plans = PlanService.over(side, steps);
        }

        Node start() {
            return start(() -> true);
        }

        Node start(BooleanSupplier writing) {
            runner = PlanRunner.start(side, steps, writing, 16);
            return this;
        }

        CommandOutcome send(Command command, String actor) {
            UUID id = new UUID(0x8000L, 0x8000_0000_0000_0000L + sent.getAndIncrement());
            return gateway.submit(new CommandRequest(id, actor), command);
        }

        /** Records the first administrator, as a start of the product does. */
        void firstAdministrator(String account) {
            new FirstAdministrator(ledger, ledger, codec, UuidV7.system(), CLOCK).record(new AccountId(account));
        }

        /** Makes the account one of a person of its own who administers the whole. */
        void administrator(String account) {
            AccountId id = new AccountId(account);
            LedgerAccounts accounts = new LedgerAccounts(ledger, codec);
            if (!accounts.areGranted()) {
                firstAdministrator(account);
            } else if (accounts.of(id).grants().isEmpty()) {
                UUID request = UUID.randomUUID();
                GrantId grant = new GrantId(request.toString());
                LocalDate today = VietnamTime.day(CLOCK.instant());
                gateway.submit(
                        new CommandRequest(request, "tester", Set.of(), "test", "test", CaptureMetadata.none(), true),
                        new GrantRole(id, grant, Role.ADMINISTRATOR, null, today, null, null, "Theo phân công của xã"));
            }
            new MachineCommands(ledger, ledger, codec, UuidV7.system(), CLOCK).confirm(id);
        }

        /** As an administrator who is another person than the proposer. */
        CommandOutcome approve(PlanId plan, String actor) {
            events(plan).stream()
                    .filter(PlanSubmitted.class::isInstance)
                    .map(PlanSubmitted.class::cast)
                    .forEach(submitted -> administrator(submitted.proposer()));
            administrator(actor);
            UUID id = new UUID(0x7000L, 0x8000_0000_0000_0000L + ledger.tail().number());
            return gateway.submit(
                    new CommandRequest(id, actor, Set.of(Role.ADMINISTRATOR), id.toString()),
                    new ApprovePlan(plan, null));
        }

        Proposals proposals() {
            return new Proposals(plans, actor -> DryRun.over(side, actor));
        }

        RetentionPlanner retention(int most) {
            return new RetentionPlanner(plans, ledger, codec, actor -> DryRun.over(side, actor), most);
        }

        PlanService.Submitted submit(PlanKind kind, Iterator<Step> planned) {
            return plans.submit(PLAN, kind, planned, "an");
        }

        /** Waits until the last event of the plan satisfies the predicate. */
        PlanEvent await(PlanId plan, Predicate<PlanEvent> condition) {
            Waiter waiter = new Waiter(plan, condition, new CompletableFuture<>());
            synchronized (waiters) {
                waiters.add(waiter);
            }
            notifyWaiters();
            return waiter.event().orTimeout(60, TimeUnit.SECONDS).join();
        }

        PlanEvent awaitIdle() {
            return await(PLAN, PlanFixture::isIdle);
        }

        /** No step begins until {@link #start()}. */
        void stopPlans() {
            if (runner != null) {
                runner.close();
                runner = null;
            }
        }

        @Override
        public void close() {
            stopPlans();
            side.close();
        }
    }
}
