package vn.soto.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.access.AccessRule.RESET_TAKES_TWO_PERSONS;
import static vn.soto.domain.plan.PlanRule.COMMAND_NEEDS_A_SECOND_PERSON;
import static vn.soto.domain.plan.PlanRule.PLAN_WAS_PROPOSED_BY_ANOTHER_PERSON;
import static vn.soto.domain.plan.PlanRule.PROPOSER_AND_APPROVER_ARE_TWO_PERSONS;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.AccessEvent.AccountConfirmed;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.HolderId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.SeparatePersons;
import vn.soto.contracts.assistance.CreditRule;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.contracts.plan.PlanDigest;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.contracts.policy.Terms;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.access.AccessCommand.ConfirmLink;
import vn.soto.domain.access.AccessCommand.CorrectGrant;
import vn.soto.domain.access.AccessCommand.EndGrant;
import vn.soto.domain.access.AccessCommand.GrantRole;
import vn.soto.domain.access.AccessCommand.LinkAccount;
import vn.soto.domain.access.AccessCommand.UnlinkAccount;
import vn.soto.domain.access.InternalAccessCommand.LockAccount;
import vn.soto.domain.access.InternalAccessCommand.ResetAccount;
import vn.soto.domain.access.InternalAccessCommand.UnlockAccount;
import vn.soto.domain.person.PersonCommand.EraseHouseholdData;
import vn.soto.domain.plan.InternalPlanCommand.RecordPlanPart;
import vn.soto.domain.plan.InternalPlanCommand.SubmitPlan;
import vn.soto.domain.plan.PlanCommand.ApprovePlan;
import vn.soto.domain.policy.PolicyCommand.AdoptPolicy;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.testkit.SettableClock;

/**
 * One administrator against others who only agree to some rights of the attacker's accounts, as those of new
 * colleagues, and reset some for them. They also wish that the attacker resets one for somebody with a forgotten
 * password, who misses it within seven days. The attacker has any number of further accounts, and every account whose
 * password one of them could reset. Whatever they do in turn, however long they wait, no plan is ever approved, nobody
 * erased, and no honest person loses a right.
 */
final class OneAttackerTest extends SampleCommune {

    private static final String REASON = "Theo phân công của Ủy ban";
    private static final AccountId HONEST = new AccountId("honest");
    private static final AccountId OFFICER = new AccountId("officer");
    private static final AccountId CLERK = new AccountId("clerk");
    private static final AccountId NEIGHBOUR = new AccountId("neighbour");
    private static final AccountId ATTACKER = new AccountId("attacker");
    private static final List<AccountId> MADE =
            IntStream.range(0, 4).mapToObj(i -> new AccountId("made-" + i)).toList();
    private static final EraseHouseholdData ERASURE =
            new EraseHouseholdData(HOUSEHOLD, ErasureBasis.REQUEST_OF_THE_SUBJECT, REASON);

    private static final String NAME = Command.nameOf(EraseHouseholdData.class);
    private static final int STEPS = 300;

    private final SettableClock clock = new SettableClock(NOW);
    private final Scenario scenario = new Scenario(clock, DefaultPolicy.standard());
    private final List<AccountId> held = new ArrayList<>(MADE);

    /** When those whose accounts were reset because another wished it have their passwords back. */
    private final Map<AccountId, Instant> missed = new HashMap<>();

    private final List<GrantId> grants = new ArrayList<>();
    private final List<PlanId> plans = new ArrayList<>();
    private final List<AccountState.Grant> honest;

    OneAttackerTest() {
        held.add(ATTACKER);
        scenario.given(units())
                .given(register(HOUSEHOLD, HAMLET))
                .given(form(TEAM, HAMLET, LAN, HUNG, MAI))
                .firstAdministrator(HONEST.value(), FOUNDED)
                .as(HONEST.value())
                .given(grant(ATTACKER, Role.ADMINISTRATOR, null))
                .given(grant(CLERK, Role.VIEWER, null))
                .onTheMachine(new AccountConfirmed(ATTACKER))
                .approvedBy(ATTACKER.value())
                .given(grant(OFFICER, Role.OFFICER, Area.of(HAMLET)))
                .given(grant(NEIGHBOUR, Role.ADMINISTRATOR, Area.of(HAMLET)))
                .given(new LinkAccount(NEIGHBOUR, null, new HolderId("h-1"), TODAY, REASON))
                .alone();
        MADE.forEach(account -> scenario.as(ATTACKER.value()).given(new ResetAccount(account, null, false)));
        scenario.whereRightsCount();
        grants.add(new GrantId("first"));
        honest = rightsOfTheHonest(List.copyOf(grants));
    }

    private List<AccountState.Grant> rightsOfTheHonest(List<GrantId> asked) {
        return Stream.of(HONEST, OFFICER, NEIGHBOUR)
                .flatMap(account -> state(account).grants().stream())
                .filter(grant -> asked.contains(grant.id()))
                .toList();
    }

    private GrantRole grant(AccountId account, Role role, @Nullable Area area) {
        GrantId id = new GrantId("g-" + grants.size());
        grants.add(id);
        return new GrantRole(account, id, role, area, TODAY, null, null, REASON);
    }

    static List<Long> seeds() {
        return LongStream.rangeClosed(1, Boolean.getBoolean("soto.long") ? 200 : 4)
                .boxed()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverReachesAnApproval(long seed) {
        run(seed);
        assertThat(heldForGood()).as("seed %d", seed).doesNotContain(HONEST, OFFICER, NEIGHBOUR);
        assertThat(rightsOfTheHonest(honest.stream().map(AccountState.Grant::id).toList()))
                .as("seed %d", seed)
                .isEqualTo(honest);
    }

    /** From then on the attacker is the only administrator, who grants rights alone. */
    @ParameterizedTest
    @MethodSource("seeds")
    void neverReachesAnApprovalAfterTheRightOfTheOtherHasRunOut(long seed) {
        scenario.as(ATTACKER.value())
                .approvedBy(HONEST.value())
                .given(new EndGrant(HONEST, new GrantId("first"), TODAY.plusDays(10), REASON))
                .alone();
        run(seed);
        assertThat(heldForGood()).as("seed %d", seed).doesNotContain(OFFICER, NEIGHBOUR);
    }

    private List<AccountId> heldForGood() {
        return held.stream().filter(account -> !missed.containsKey(account)).toList();
    }

    private void run(long seed) {
        Random random = new Random(seed);
        List<String> accepted = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            AccountId actor = random.nextBoolean() ? ATTACKER : some(held, random);
            if (random.nextInt(15) == 0) {
                accepted.addAll(agreedTo(newGrant(some(MADE, random), random)));
            }
            if (random.nextInt(20) == 0) {
                accepted.addAll(givenBack(some(MADE, random)));
            }
            if (random.nextInt(20) == 0) {
                accepted.addAll(wished(some(random.nextBoolean() ? MADE : List.of(OFFICER, CLERK, NEIGHBOUR), random)));
            }
            Command command = command(random, actor);
            if (accepts(actor, command)) {
                accepted.add(actor + ": " + command);
                assertThat(command)
                        .as("seed %d, after %s", seed, accepted)
                        .isNotInstanceOfAny(ApprovePlan.class, EraseHouseholdData.class, AdoptPolicy.class);
            }
            if (random.nextInt(6) == 0) {
                clock.advance(Duration.ofHours(random.nextInt(240)));
                missed.entrySet().stream()
                        .filter(back -> !back.getValue().isAfter(clock.instant()))
                        .map(Map.Entry::getKey)
                        .toList()
                        .forEach(this::lose);
            }
        }
        assertThat(accepted).as("seed %d", seed).hasSizeGreaterThan(STEPS / 20);
    }

    /** The rights that the other administrator approves while still one. */
    private List<String> agreedTo(GrantRole grant) {
        if (!state(HONEST).holdsEverywhere(Role.ADMINISTRATOR, today())) {
            return List.of();
        }
        try {
            scenario.as(ATTACKER.value()).approvedBy(HONEST.value()).send(grant);
            return List.of("agreed: " + grant);
        } catch (RuleViolatedException e) {
            return List.of();
        } finally {
            scenario.alone();
        }
    }

    /** The other administrator resets an account for the colleague whose it is, which takes it from the attacker. */
    private List<String> givenBack(AccountId account) {
        if (!state(HONEST).holdsEverywhere(Role.ADMINISTRATOR, today())) {
            return List.of();
        }
        clock.advance(Duration.ofMinutes(1));
        try {
            scenario.as(HONEST.value()).send(new ResetAccount(account, null, false));
        } catch (RuleViolatedException e) {
            return List.of();
        }
        lose(account);
        return List.of("given back: " + account);
    }

    private void lose(AccountId account) {
        held.removeIf(account::equals);
        missed.remove(account);
    }

    /** The other administrator wishes a reset, in good faith, and the attacker carries it out. */
    private List<String> wished(AccountId account) {
        if (!state(HONEST).holdsEverywhere(Role.ADMINISTRATOR, today())) {
            return List.of();
        }
        try {
            scenario.as(ATTACKER.value()).send(new ResetAccount(account, HONEST, false));
        } catch (RuleViolatedException e) {
            return List.of();
        }
        held.add(account);
        missed.put(account, clock.instant().plus(SeparatePersons.TAKEN_OVER));
        return List.of("wished: " + account);
    }

    private boolean accepts(AccountId actor, Command command) {
        if (command instanceof InternalAccessCommand access && !administers(actor, access.account())) {
            return false;
        }
        if (command instanceof SubmitPlan && !wouldNeedTwo(actor)) {
            return false;
        }
        try {
            scenario.as(actor.value()).planning(ERASURE).send(command);
        } catch (RuleViolatedException | NotFoundException | AggregateNotFoundException e) {
            return false;
        }
        if (command instanceof ResetAccount reset) {
            held.add(reset.account());
        }
        return true;
    }

    /** As a proposal is refused of whoever may not issue its command. */
    private boolean wouldNeedTwo(AccountId actor) {
        try {
            scenario.as(actor.value()).send(ERASURE);
            throw new AssertionError(actor + " erased alone");
        } catch (RuleViolatedException e) {
            return e.rule() == COMMAND_NEEDS_A_SECOND_PERSON;
        }
    }

    /** Everywhere, or where the other has all its rights. */
    private boolean administers(AccountId account, AccountId other) {
        return state(account).holdsEverywhere(Role.ADMINISTRATOR, today())
                || (state(account).grantsOn(today()).stream().anyMatch(grant -> grant.role() == Role.ADMINISTRATOR)
                        && state(other).grants().stream()
                                .noneMatch(grant -> grant.area().reachesAll()));
    }

    private AccountState state(AccountId account) {
        AccountState state = AccountState.blank(account);
        for (DomainEvent event : scenario.stream(AccessEvent.idOf(account))) {
            state = state.after((AccessEvent) event);
        }
        return state;
    }

    private LocalDate today() {
        return VietnamTime.day(clock.instant());
    }

    private Command command(Random random, AccountId actor) {
        AccountId account = some(random.nextBoolean() ? held : List.of(HONEST, OFFICER, CLERK, NEIGHBOUR), random);
        return switch (random.nextInt(15)) {
            case 0, 1 -> newGrant(account, random);
            case 2 ->
                new EndGrant(
                        account.equals(ATTACKER) ? some(List.of(HONEST, NEIGHBOUR), random) : account,
                        some(grants, random),
                        today().plusDays(random.nextInt(3) - 1),
                        REASON);
            case 3 -> new CorrectGrant(account, some(grants, random), today(), lastDay(random), REASON);
            case 4 -> new LinkAccount(account, null, new HolderId("h-" + random.nextInt(3)), today(), REASON);
            case 12 -> new LinkAccount(account, some(List.of(LAN, HUNG, MAI), random), null, today(), REASON);
            case 13 -> new ConfirmLink(account, REASON);
            case 5 -> new UnlinkAccount(account, today().minusDays(random.nextInt(2)), REASON);
            case 6 -> new LockAccount(account);
            case 7 -> new UnlockAccount(account);
            case 8 -> new ResetAccount(account, random.nextBoolean() ? some(held, random) : null, random.nextBoolean());
            case 9 -> random.nextInt(4) > 0 ? ERASURE : withoutSecondPersons();
            case 10 -> plans.isEmpty() ? propose(actor) : new ApprovePlan(some(plans, random), null);
            case 11 -> plans.isEmpty() ? propose(actor) : new ApprovePlan(plans.getLast(), null);
            default -> propose(actor);
        };
    }

    private GrantRole newGrant(AccountId account, Random random) {
        GrantId id = new GrantId("g-" + grants.size());
        grants.add(id);
        Role role = some(List.of(Role.ADMINISTRATOR, Role.OFFICER, Role.VIEWER, Role.AUDITOR), random);
        return new GrantRole(
                account,
                id,
                role,
                random.nextBoolean() ? null : Area.of(HAMLET),
                today(),
                lastDay(random),
                null,
                REASON);
    }

    private @Nullable LocalDate lastDay(Random random) {
        return random.nextBoolean() ? null : today().plusDays(random.nextInt(20));
    }

    private AdoptPolicy withoutSecondPersons() {
        return new AdoptPolicy(
                new Terms(3, 220, 5, 30, 5, CreditRule.EQUAL_SHARES, List.of()), signedOn(FOUNDED), today());
    }

    /** Records the one part of a plan; the command that is returned submits it. */
    private Command propose(AccountId actor) {
        PlanId plan = new PlanId("plan-" + plans.size());
        List<PlanStep> steps = List.of(new PlanStep(1, NAME, "{}"));
        scenario.as(actor.value()).send(new RecordPlanPart(plan, 0, 0, PlanDigest.NONE, steps, "ab".repeat(16)));
        plans.add(plan);
        return new SubmitPlan(
                plan, PlanKind.PROPOSAL, 1, 1, PlanDigest.of(PlanDigest.NONE, steps), List.of(NAME), null);
    }

    private static <T> T some(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    @Nested
    final class Alone {

        /** Waiting after what one person may do: lock and unlock. */
        @Test
        void isNoSecondPersonAfterLockingAndUnlockingTheOther() {
            scenario.as(ATTACKER.value())
                    .given(new LockAccount(HONEST))
                    .when(new ResetAccount(HONEST, null, false))
                    .isRefusedBy(RESET_TAKES_TWO_PERSONS);
            scenario.when(new ResetAccount(HONEST, ATTACKER, false)).isRefusedBy(RESET_TAKES_TWO_PERSONS);
            scenario.given(new UnlockAccount(HONEST)).given(propose(ATTACKER));

            scenario.as(HONEST.value())
                    .planning(ERASURE)
                    .when(new ApprovePlan(plans.getLast(), null))
                    .isRefusedBy(PROPOSER_AND_APPROVER_ARE_TWO_PERSONS);
            clock.advance(SeparatePersons.TAKEN_OVER.plusMinutes(1));
            scenario.given(new ApprovePlan(plans.getLast(), null));
        }

        /** One wishes a reset honestly, the other carries it out and has the password of the officer. */
        @Test
        void isNoSecondPersonByWaitingAfterItsProposalAsAnother() {
            scenario.as(ATTACKER.value())
                    .given(new ResetAccount(OFFICER, HONEST, false))
                    .given(propose(OFFICER));
            scenario.as(OFFICER.value()).planning(ERASURE);
            clock.advance(SeparatePersons.TAKEN_OVER.plusSeconds(1));

            for (AccountId taker : List.of(ATTACKER, HONEST)) {
                scenario.as(taker.value())
                        .when(new ApprovePlan(plans.getLast(), null))
                        .isRefusedBy(PLAN_WAS_PROPOSED_BY_ANOTHER_PERSON);
            }
        }

        /** Somebody else resets the password, which makes two persons again of those who act from then on. */
        @Test
        void isNoSecondPersonOnceAnotherHasGivenTheAccountBack() {
            scenario.as(ATTACKER.value())
                    .given(new ResetAccount(CLERK, null, false))
                    .given(propose(CLERK));
            PlanId stolen = plans.getLast();
            clock.advance(Duration.ofMinutes(1));
            scenario.as(HONEST.value()).given(new ResetAccount(CLERK, null, false));
            Command own = propose(CLERK);
            scenario.given(own).as(ATTACKER.value()).planning(ERASURE);

            scenario.when(new ApprovePlan(stolen, null)).isRefusedBy(PLAN_WAS_PROPOSED_BY_ANOTHER_PERSON);
            scenario.given(new ApprovePlan(plans.getLast(), null));
        }

        @Test
        void endsNoRightOfTheOther() {
            scenario.as(ATTACKER.value())
                    .when(new EndGrant(HONEST, new GrantId("first"), today(), REASON))
                    .isRefusedBy(COMMAND_NEEDS_A_SECOND_PERSON, "end-grant");
        }

        /** The right of the other ends by itself: from then on one person grants alone, which makes no second person. */
        @Test
        void isOnePersonWithWhateverItGrants() {
            scenario.as(ATTACKER.value())
                    .approvedBy(HONEST.value())
                    .given(new EndGrant(HONEST, new GrantId("first"), today(), REASON))
                    .alone();
            clock.advance(Duration.ofDays(1));
            scenario.given(grant(MADE.getFirst(), Role.ADMINISTRATOR, null)).given(propose(ATTACKER));

            scenario.as(MADE.getFirst().value())
                    .planning(ERASURE)
                    .when(new ApprovePlan(plans.getLast(), null))
                    .isRefusedBy(PROPOSER_AND_APPROVER_ARE_TWO_PERSONS);
            scenario.onTheMachine(new AccountConfirmed(MADE.getFirst()));
            scenario.given(new ApprovePlan(plans.getLast(), null));
        }
    }
}
