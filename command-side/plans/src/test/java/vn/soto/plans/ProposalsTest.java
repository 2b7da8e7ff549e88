package vn.soto.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.soto.domain.plan.PlanRule.COMMAND_NEEDS_A_SECOND_PERSON;
import static vn.soto.domain.plan.PlanRule.PLAN_IS_APPROVED_BY_SOMEONE_ELSE;
import static vn.soto.plans.PlanFixture.DAY;
import static vn.soto.plans.PlanFixture.HAMLET;
import static vn.soto.plans.PlanFixture.household;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.command.binding.CommandReader;
import vn.soto.command.dispatch.CommandIdReusedException;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.contracts.access.AccessEvent.RoleGranted;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantApproval;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.assistance.CreditRule;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.contracts.plan.PlanEvent.PlanCompleted;
import vn.soto.contracts.plan.PlanEvent.PlanStopped;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.SecondPerson;
import vn.soto.contracts.policy.Adoption;
import vn.soto.contracts.policy.PolicyEvent.PolicyAdopted;
import vn.soto.contracts.policy.Terms;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.domain.access.AccessCommand.GrantRole;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.person.PersonCommand.EraseHouseholdData;
import vn.soto.domain.policy.PolicyCommand.AdoptPolicy;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommonRule;
import vn.soto.domain.shared.Rule;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.plans.PlanService.Submitted;

/** A command that needs two persons, from the refusal of the first to the approval of the second. */
@Tag("threads")
final class ProposalsTest {

    private static final PlanId ERASURE = new PlanId("019a0000-0000-7000-8000-000000000001");
    private static final PlanId ADOPTION = new PlanId("019a0000-0000-7000-8000-000000000002");

    private final PlanFixture fixture = new PlanFixture();

    private static EraseHouseholdData erase(int household) {
        return new EraseHouseholdData(household(household), ErasureBasis.REQUEST_OF_THE_SUBJECT, "Có đơn yêu cầu xóa");
    }

    private static Function<UUID, CommandReader.Held> kept(Command command) {
        return recording -> new CommandReader.Held(command, () -> {});
    }

    private static AdoptPolicy policy(String... twoPersons) {
        return new AdoptPolicy(
                new Terms(3, 220, 5, 30, 5, CreditRule.EQUAL_SHARES, PlanFixture.twoFor(twoPersons)),
                new Instrument("12/QĐ-UBND", DAY),
                DAY);
    }

    private void register(PlanFixture.Node process) {
        process.send(new RegisterHousehold(household(1), HAMLET, "HO-1"), "an");
    }

    private List<DomainEvent> events(String aggregate) {
        return fixture.content().getOrDefault(aggregate, List.of());
    }

    private static void assertRefused(Rule rule, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        RuleViolatedException.class,
                        refused -> assertThat(refused.rule()).isEqualTo(rule));
    }

    @Nested
    final class Erasing {

        @Test
        void waitsForSomebodyElseAndIsCarriedOutOnce() {
            try (PlanFixture.Node process = fixture.process().start()) {
                register(process);
                assertRefused(COMMAND_NEEDS_A_SECOND_PERSON, () -> process.send(erase(1), "quản trị 1"));
                Submitted waiting = process.proposals().propose(ERASURE, () -> erase(1), kept(erase(1)), "quản trị 1");

                assertThat(waiting.awaits()).isEqualTo(new SecondPerson(List.of("ADMINISTRATOR"), false));
                assertThat(events("erasures")).isEmpty();
                assertRefused(PLAN_IS_APPROVED_BY_SOMEONE_ELSE, () -> process.approve(ERASURE, "quản trị 1"));

                process.approve(ERASURE, "quản trị 2");
                assertThat(process.await(ERASURE, PlanFixture::isIdle)).isEqualTo(new PlanCompleted(ERASURE, 1));
                assertThat(events("erasures")).hasSize(1);

                Submitted again = process.proposals().propose(ERASURE, () -> erase(1), kept(erase(1)), "quản trị 1");
                assertThat(again).isEqualTo(new Submitted(ERASURE, waiting.commit(), 1, true, null));
            }
        }

        @Test
        void isRefusedAtOnceIfItWouldBeRefusedAnyway() {
            try (PlanFixture.Node process = fixture.process()) {
                long before = fixture.ledger.tail().number();
                EraseHouseholdData unreasoned =
                        new EraseHouseholdData(household(1), ErasureBasis.REQUEST_OF_THE_SUBJECT, "ok");

                assertRefused(
                        CommonRule.REASON_IS_NEITHER_TOO_SHORT_NOR_TOO_LONG,
                        () -> process.proposals().propose(ERASURE, () -> unreasoned, kept(unreasoned), "quản trị 1"));
                assertThat(fixture.ledger.tail().number()).isEqualTo(before);
            }
        }

        @Test
        void usesTheIdOfTheRequestUp() {
            try (PlanFixture.Node process = fixture.process()) {
                register(process);
                process.proposals().propose(ERASURE, () -> erase(1), kept(erase(1)), "quản trị 1");

                UUID id = UUID.fromString(ERASURE.value());
                assertThat(process.proposals().isProposed(id)).isTrue();
                assertThatThrownBy(() -> process.gateway.submit(new CommandRequest(id, "quản trị 1"), erase(1)))
                        .isInstanceOf(CommandIdReusedException.class);
                assertThatThrownBy(() ->
                                process.proposals().propose(ERASURE, () -> erase(2), kept(erase(2)), "quản trị 1"))
                        .isInstanceOf(PlanIdReusedException.class);
            }
        }
    }

    /** Somebody saw the id of a plan whose parts are recorded, and used it before the submission was. */
    @Test
    void anIdThatWasUsedForACommandStopsNoPlan() {
        UUID id = UUID.fromString(ERASURE.value());
        try (PlanFixture.Node process = fixture.process()) {
            process.gateway.submit(
                    new CommandRequest(id, "người lạ"), new RegisterHousehold(household(1), HAMLET, "HO-1"));

            assertThat(process.proposals()
                            .propose(ERASURE, () -> erase(1), kept(erase(1)), "quản trị 1")
                            .repeat())
                    .isFalse();
        }
    }

    @Nested
    final class TheFirstPolicy {

        private @Nullable Adoption adoption() {
            return ((PolicyAdopted) events("policy").getLast()).adoption();
        }

        @Test
        void isAdoptedByOnePersonWhereNobodyElseHasActed() {
            try (PlanFixture.Node process = fixture.process()) {
                process.send(policy(), "quản trị 1");
            }
            assertThat(adoption()).isEqualTo(Adoption.FIRST_BY_ONE_PERSON);
        }

        /** An erasure is for administrators alone, so whoever proposed one that was carried out is another of them. */
        @Test
        void takesTwoOnceSomebodyElseHasDoneWhatOnlyAdministratorsMay() {
            try (PlanFixture.Node process = fixture.process().start()) {
                register(process);
                process.proposals().propose(ERASURE, () -> erase(1), kept(erase(1)), "quản trị 1");
                process.approve(ERASURE, "quản trị 2");
                process.await(ERASURE, PlanFixture::isIdle);

                assertRefused(COMMAND_NEEDS_A_SECOND_PERSON, () -> process.send(policy(), "quản trị 3"));
                process.administrator("quản trị 3");
                Submitted waiting = process.proposals().propose(ADOPTION, () -> policy(), kept(policy()), "quản trị 3");
                assertThat(waiting.awaits()).isEqualTo(new SecondPerson(List.of("ADMINISTRATOR"), true));
                process.approve(ADOPTION, "quản trị 1");
                process.await(ADOPTION, PlanFixture::isIdle);
            }
            assertThat(adoption()).isEqualTo(Adoption.BY_TWO_PERSONS);
        }

        /** An officer's work, such as forming a team, does not make an administrator. */
        @Test
        void isAdoptedByOnePersonWhereOthersHaveDoneOfficersWorkOnly() {
            try (PlanFixture.Node process = fixture.process()) {
                register(process);
                process.send(policy("erase-member-data"), "quản trị 1");
            }
            assertThat(adoption()).isEqualTo(Adoption.FIRST_BY_ONE_PERSON);
        }
    }

    @Nested
    final class GrantingARightToApprove {

        private static final PlanId GRANT = new PlanId("019a0000-0000-7000-8000-000000000003");
        private static final String REASON = "Theo phân công của Ủy ban";

        private static GrantRole grant(String account, String id, Role role) {
            return new GrantRole(
                    new AccountId(account), new GrantId(id), role, null, LocalDate.of(2026, 8, 20), null, null, REASON);
        }

        private RoleGranted granted(String account) {
            return events("account:" + account).stream()
                    .filter(RoleGranted.class::isInstance)
                    .map(RoleGranted.class::cast)
                    .toList()
                    .getLast();
        }

        @Test
        void takesASecondAdministratorWhoIsNeitherTheProposerNorTheOneGranted() {
            try (PlanFixture.Node process = fixture.process().start()) {
                process.firstAdministrator("an");
                process.send(grant("bình", "019a0000-0000-7000-8000-0000000000b1", Role.ADMINISTRATOR), "an");
                assertThat(granted("bình").approval()).isEqualTo(GrantApproval.BY_ONE_PERSON);

                GrantRole third = grant("chi", "019a0000-0000-7000-8000-0000000000c1", Role.ADMINISTRATOR);
                assertRefused(COMMAND_NEEDS_A_SECOND_PERSON, () -> process.send(third, "an"));
                Submitted waiting = process.proposals().propose(GRANT, () -> third, kept(third), "an");
                assertThat(waiting.awaits()).isEqualTo(new SecondPerson(List.of("ADMINISTRATOR"), false));

                process.approve(GRANT, "bình");
                process.await(GRANT, PlanFixture::isIdle);
                assertThat(granted("chi").approval()).isEqualTo(GrantApproval.BY_TWO_PERSONS);
            }
        }

        @Test
        void isRefusedIfTheOneGrantedApprovesIt() {
            try (PlanFixture.Node process = fixture.process().start()) {
                process.firstAdministrator("an");
                process.send(grant("bình", "019a0000-0000-7000-8000-0000000000b1", Role.ADMINISTRATOR), "an");
                GrantRole more = new GrantRole(
                        new AccountId("bình"),
                        new GrantId("019a0000-0000-7000-8000-0000000000b2"),
                        Role.OFFICER,
                        Area.of(PlanFixture.COMMUNE),
                        LocalDate.of(2026, 8, 20),
                        null,
                        null,
                        REASON);
                process.proposals().propose(GRANT, () -> more, kept(more), "an");
                process.approve(GRANT, "bình");

                assertThat(process.await(GRANT, PlanFixture::isIdle)).isEqualTo(new PlanStopped(GRANT, 0));
                assertThat(granted("bình").role()).isEqualTo(Role.ADMINISTRATOR);
            }
        }
    }

    /** Switching the rule off, acting, and switching it on takes two persons at each step. */
    @Test
    void nobodyEvadesTheRuleAlone() {
        try (PlanFixture.Node process = fixture.process().start()) {
            process.send(policy("register-household", "erase-household-data"), "quản trị 1");
            List<Command> steps = List.of(
                    policy(),
                    new RegisterHousehold(household(5), HAMLET, "HO-5"),
                    policy("register-household", "erase-household-data"));
            for (Command step : steps) {
                assertRefused(COMMAND_NEEDS_A_SECOND_PERSON, () -> process.send(step, "quản trị 1"));
            }
            process.proposals().propose(ADOPTION, () -> policy(), kept(policy()), "quản trị 1");
            assertRefused(PLAN_IS_APPROVED_BY_SOMEONE_ELSE, () -> process.approve(ADOPTION, "quản trị 1"));
        }
        assertThat(events("policy")).hasSize(1);
        assertThat(events("h-5")).noneMatch(HouseholdRegistered.class::isInstance);
    }
}
