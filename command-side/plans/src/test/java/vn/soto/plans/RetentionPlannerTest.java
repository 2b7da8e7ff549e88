package vn.soto.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.soto.domain.plan.PlanRule.SOMEBODYS_PERIOD_OF_KEEPING_IS_OVER;
import static vn.soto.plans.PlanFixture.DAY;
import static vn.soto.plans.PlanFixture.HAMLET;
import static vn.soto.plans.PlanFixture.TEAM;
import static vn.soto.plans.PlanFixture.household;
import static vn.soto.plans.PlanFixture.member;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.CreditRule;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.contracts.person.PersonEvent.PersonalDataErased;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.plan.PlanEvent.PlanCompleted;
import vn.soto.contracts.plan.SecondPerson;
import vn.soto.contracts.policy.RetentionTerms;
import vn.soto.contracts.policy.Terms;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.EndReason;
import vn.soto.domain.household.HouseholdCommand.MarkHouseholdLeft;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.household.HouseholdCommand.ReturnHousehold;
import vn.soto.domain.policy.PolicyCommand.AdoptPolicy;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.team.TeamCommand.EndMembership;
import vn.soto.plans.PlanService.Submitted;
import vn.soto.plans.RetentionPlanner.Ended;

/** Nobody is erased for the age of their data until a person asks for it, sees whom, and another one agrees. */
@Tag("threads")
final class RetentionPlannerTest {

    private static final UUID REQUEST = UUID.fromString("019a0000-0000-7000-8000-000000000001");
    private static final LocalDate LEFT = LocalDate.of(2026, 4, 1);
    private static final String ADMINISTRATOR = "quản trị 1";

    private final PlanFixture fixture = new PlanFixture();

    @AutoClose
    private final PlanFixture.Node process = fixture.process();

    private static AdoptPolicy keeping() {
        Terms terms = new Terms(
                3,
                220,
                5,
                30,
                5,
                CreditRule.EQUAL_SHARES,
                PlanFixture.twoFor(),
                null,
                null,
                null,
                new RetentionTerms(3, 3, null, null));
        return new AdoptPolicy(terms, new Instrument("12/QĐ-UBND", DAY), DAY);
    }

    /** Three households of which the last two left, and a member who left; the periods of all three are over. */
    private void someoneLeft() {
        for (int i = 0; i < 3; i++) {
            process.send(new RegisterHousehold(household(i), HAMLET, "HO-" + i), "an");
        }
        process.send(new MarkHouseholdLeft(household(1), LEFT), "an");
        process.send(new MarkHouseholdLeft(household(2), LEFT.plusDays(1)), "an");
        process.send(new EndMembership(TEAM, member(3), EndReason.MOVED_AWAY, LEFT), "an");
    }

    private static List<Ended> expected() {
        return List.of(
                new Ended(Subject.of(household(1)), LEFT.plusMonths(3)),
                new Ended(Subject.of(household(2)), LEFT.plusMonths(3).plusDays(1)),
                new Ended(Subject.of(member(3)), LEFT.plusMonths(3)));
    }

    private List<DomainEvent> erasures() {
        return fixture.content().getOrDefault("erasures", List.of());
    }

    @Test
    void aPreviewSaysWhoseTimeIsOverAndRecordsNothing() {
        someoneLeft();
        RetentionPlanner retention = process.retention(10);
        assertThat(retention.preview(ADMINISTRATOR).ended())
                .as("without a policy everything is kept")
                .isEmpty();
        process.send(keeping(), ADMINISTRATOR);
        long before = fixture.ledger.tail().number();

        assertThat(retention.preview(ADMINISTRATOR)).isEqualTo(new RetentionPlanner.Preview(expected(), false));
        assertThat(process.retention(2).preview(ADMINISTRATOR))
                .isEqualTo(new RetentionPlanner.Preview(expected().subList(0, 2), true));
        assertThat(fixture.ledger.tail().number()).isEqualTo(before);
    }

    @Test
    void whatThePreviewListedIsErasedOnceASecondPersonAgrees() {
        someoneLeft();
        process.send(keeping(), ADMINISTRATOR);
        process.start();
        RetentionPlanner retention = process.retention(10);
        Submitted waiting = retention.submit(REQUEST, ADMINISTRATOR);

        assertThat(waiting.awaits()).isEqualTo(new SecondPerson(List.of("ADMINISTRATOR"), false));
        assertThat(erasures()).isEmpty();
        process.approve(waiting.plan(), "quản trị 2");
        assertThat(process.await(waiting.plan(), PlanFixture::isIdle)).isEqualTo(new PlanCompleted(waiting.plan(), 1));

        expected()
                .forEach(ended -> assertThat(fixture.content().get("personal-data:" + ended.subject()))
                        .containsExactly(new PersonalDataErased(
                                ended.subject(), ErasureBasis.RETENTION_OVER, ended.keptUntil())));
        assertThat(erasures()).hasSize(3);
        assertThat(retention.submit(REQUEST, ADMINISTRATOR))
                .as("sent again")
                .isEqualTo(new Submitted(waiting.plan(), waiting.commit(), 3, true, null));
        assertThat(retention.preview(ADMINISTRATOR).ended()).isEmpty();
    }

    @Test
    void aHouseholdThatReturnsWhileThePlanWaitsIsKept() {
        someoneLeft();
        process.send(keeping(), ADMINISTRATOR);
        process.start();
        Submitted waiting = process.retention(10).submit(REQUEST, ADMINISTRATOR);
        process.send(new ReturnHousehold(household(2), HAMLET, LEFT.plusMonths(4)), "an");
        process.approve(waiting.plan(), "quản trị 2");
        process.await(waiting.plan(), PlanFixture::isIdle);

        assertThat(fixture.content()).doesNotContainKey("personal-data:household:h-2");
        assertThat(erasures()).hasSize(2);
        assertThat(fixture.progress(waiting.plan()).refusals())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo("PERIOD_OF_KEEPING_HAS_BEGUN"));
    }

    @Test
    void aPlanForNobodyIsRefused() {
        someoneLeft();
        assertThatThrownBy(() -> process.retention(10).submit(REQUEST, ADMINISTRATOR))
                .isInstanceOfSatisfying(
                        RuleViolatedException.class,
                        refused -> assertThat(refused.rule()).isEqualTo(SOMEBODYS_PERIOD_OF_KEEPING_IS_OVER));
    }
}
