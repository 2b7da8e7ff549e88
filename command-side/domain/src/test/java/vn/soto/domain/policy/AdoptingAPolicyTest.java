package vn.soto.domain.policy;

import static vn.soto.domain.plan.PlanRule.COMMAND_NEEDS_A_SECOND_PERSON;
import static vn.soto.domain.policy.PolicyRule.POLICY_ASKS_FOR_SOMETHING_POSSIBLE;
import static vn.soto.domain.policy.PolicyRule.POLICY_TO_WITHDRAW_IS_ADOPTED;
import static vn.soto.domain.policy.PolicyRule.TWO_PERSONS_ARE_ASKED_FOR_KNOWN_COMMANDS;
import static vn.soto.domain.team.TeamRule.TEAM_HAS_ENOUGH_MEMBERS;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.CreditRule;
import vn.soto.contracts.policy.Adoption;
import vn.soto.contracts.policy.DataRequestTerms;
import vn.soto.contracts.policy.InitialTerms;
import vn.soto.contracts.policy.PolicyEvent.PolicyAdopted;
import vn.soto.contracts.policy.PolicyEvent.PolicyWithdrawn;
import vn.soto.contracts.policy.RetentionTerms;
import vn.soto.contracts.policy.Terms;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.plan.PlanCommand.AbandonPlan;
import vn.soto.domain.plan.PlanCommand.PausePlan;
import vn.soto.domain.plan.PlanCommand.ResumePlan;
import vn.soto.domain.plan.PlanCommand.ReversePlan;
import vn.soto.domain.policy.PolicyCommand.AdoptPolicy;
import vn.soto.domain.policy.PolicyCommand.WithdrawPolicy;
import vn.soto.domain.shared.Command;

final class AdoptingAPolicyTest extends SampleCommune {

    private static final Terms SEVEN = terms(7, 220, "void-assistance");

    /** The commands that take two persons without a policy, and one more. */
    private static final Terms ERASING = terms(
            3,
            220,
            Stream.concat(InitialTerms.of(3, 220, 5).twoPersons().stream(), Stream.of("void-assistance"))
                    .toArray(String[]::new));

    private final Scenario scenario = Scenario.at(NOW);

    @Test
    void givesEachPolicyTheNextVersion() {
        scenario.decidedByTwo(adopt(SEVEN, FOUNDED))
                .approved()
                .when(adopt(terms(3, 200), TODAY))
                .decides(new PolicyAdopted(2, terms(3, 200), signedOn(FOUNDED), TODAY, Adoption.BY_TWO_PERSONS));
    }

    @Nested
    final class ByHowManyPersons {

        @Test
        void theFirstIsAdoptedByOneWhileNobodyElseIsKnown() {
            scenario.when(adopt(ERASING, TODAY))
                    .decides(new PolicyAdopted(1, ERASING, signedOn(FOUNDED), TODAY, Adoption.FIRST_BY_ONE_PERSON));
        }

        /** Also before the first grant, where nobody else is known who could agree: the next command would be an erasure. */
        @Test
        void theFirstTakesTwoIfACommandLessThenTakesThem() {
            for (Terms fewer : List.of(terms(3, 220), SEVEN, terms(3, 220, "erase-household-data"))) {
                scenario.when(adopt(fewer, TODAY)).isRefusedBy(COMMAND_NEEDS_A_SECOND_PERSON, "adopt-policy");
            }
        }

        @Test
        void theFirstIsAdoptedByTwoOnceSomebodyElseIsKnown() {
            scenario.whereOthersAreKnown()
                    .when(adopt(ERASING, TODAY))
                    .isRefusedBy(COMMAND_NEEDS_A_SECOND_PERSON, "adopt-policy");
        }

        /** Switching the rule off, acting, and switching it on again take two persons each. */
        @Test
        void nobodySwitchesTheRuleOffAlone() {
            scenario.decidedByTwo(adopt(SEVEN, FOUNDED))
                    .when(adopt(terms(7, 220), TODAY))
                    .isRefusedBy(COMMAND_NEEDS_A_SECOND_PERSON, "adopt-policy");
        }

        @Test
        void nobodySwitchesTheRuleOnAlone() {
            scenario.decidedByTwo(adopt(terms(7, 220), FOUNDED))
                    .when(adopt(SEVEN, TODAY))
                    .isRefusedBy(COMMAND_NEEDS_A_SECOND_PERSON, "adopt-policy");
        }

        @Test
        void aPolicyForLaterCounts() {
            scenario.decidedByTwo(adopt(terms(7, 220), FOUNDED)).decidedByTwo(adopt(SEVEN, TODAY.plusDays(9)));

            scenario.alone()
                    .when(adopt(terms(7, 220), TODAY.plusDays(9)))
                    .isRefusedBy(COMMAND_NEEDS_A_SECOND_PERSON, "adopt-policy");
        }

        @Test
        void onePersonIsEnoughWhereNeitherNamesACommand() {
            scenario.decidedByTwo(adopt(terms(7, 220), FOUNDED))
                    .when(adopt(terms(3, 220), TODAY))
                    .decides(new PolicyAdopted(2, terms(3, 220), signedOn(FOUNDED), TODAY, Adoption.BY_ONE_PERSON));
        }
    }

    @Test
    void holdsFromItsFirstDayOn() {
        scenario.given(units());
        scenario.decidedByTwo(adopt(SEVEN, FOUNDED)).when(formTeam()).isRefusedBy(TEAM_HAS_ENOUGH_MEMBERS, 7, 3);

        Scenario.at(NOW)
                .given(units())
                .decidedByTwo(adopt(SEVEN, FOUNDED.plusDays(1)))
                .given(formTeam());
    }

    @Test
    void aMistypedYearBlocksNothingAndIsTakenBack() {
        LocalDate mistyped = TODAY.plusYears(36);
        scenario.given(units());
        scenario.decidedByTwo(adopt(terms(9, 220), mistyped)).decidedByTwo(adopt(SEVEN, FOUNDED));
        scenario.when(formTeam()).isRefusedBy(TEAM_HAS_ENOUGH_MEMBERS, 7, 3);

        scenario.when(withdraw(1)).isRefusedBy(COMMAND_NEEDS_A_SECOND_PERSON, "withdraw-policy");
        scenario.approved().when(withdraw(1)).decides(new PolicyWithdrawn(1));
        scenario.approved().when(withdraw(1)).isRefusedBy(POLICY_TO_WITHDRAW_IS_ADOPTED, 1);
        scenario.approved()
                .when(adopt(SEVEN, mistyped))
                .decides(new PolicyAdopted(3, SEVEN, signedOn(FOUNDED), mistyped, Adoption.BY_TWO_PERSONS));
    }

    @Test
    void whatWasWithdrawnLeavesWhatHeldBefore() {
        scenario.given(units());
        scenario.decidedByTwo(adopt(terms(3, 220), FOUNDED)).decidedByTwo(adopt(SEVEN, FOUNDED));
        scenario.when(formTeam()).isRefusedBy(TEAM_HAS_ENOUGH_MEMBERS, 7, 3);

        scenario.decidedByTwo(withdraw(2)).given(formTeam());
    }

    @Test
    void refusesWhatNobodyCanDo() {
        scenario.approved().when(adopt(terms(0, 220), TODAY)).isRefusedBy(POLICY_ASKS_FOR_SOMETHING_POSSIBLE);
        scenario.approved().when(adopt(terms(3, 0), TODAY)).isRefusedBy(POLICY_ASKS_FOR_SOMETHING_POSSIBLE);
        scenario.approved()
                .when(new AdoptPolicy(
                        new Terms(3, 220, -1, 30, 5, CreditRule.EQUAL_SHARES, List.of()), signedOn(FOUNDED), TODAY))
                .isRefusedBy(POLICY_ASKS_FOR_SOMETHING_POSSIBLE);
    }

    @Test
    void refusesPeriodsOfKeepingThatEndAtOnceOrNever() {
        for (int months : new int[] {0, -1, 1_201, Integer.MAX_VALUE}) {
            scenario.approved()
                    .when(adopt(onPersonalData(null, new RetentionTerms(null, null, null, months)), TODAY))
                    .isRefusedBy(POLICY_ASKS_FOR_SOMETHING_POSSIBLE);
        }
        scenario.decidedByTwo(adopt(onPersonalData(null, new RetentionTerms(1, null, null, 1_200)), TODAY));
    }

    @Test
    void refusesDaysInWhichNobodyCanAnswer() {
        for (DataRequestTerms terms : List.of(
                new DataRequestTerms(0, 1, 1, 1, 1, 1, 1, 1, 0),
                new DataRequestTerms(1, 1, 1, 1, 1, 1, 0, 1, 0),
                new DataRequestTerms(1, 1, 1, 1, 1, 1, 1, 1, -1),
                new DataRequestTerms(Integer.MAX_VALUE, 1, 1, 1, 1, 1, 1, 1, 0))) {
            scenario.approved()
                    .when(adopt(onPersonalData(terms, null), TODAY))
                    .isRefusedBy(POLICY_ASKS_FOR_SOMETHING_POSSIBLE);
        }
        scenario.decidedByTwo(adopt(onPersonalData(new DataRequestTerms(1, 1, 1, 1, 1, 1, 1, 1, 0), null), TODAY));
    }

    private static Terms onPersonalData(@Nullable DataRequestTerms dataRequests, @Nullable RetentionTerms retention) {
        return new Terms(3, 220, 5, 30, 5, CreditRule.EQUAL_SHARES, List.of(), null, null, dataRequests, retention);
    }

    @Test
    void refusesTwoPersonsForACommandThereIsNot() {
        scenario.approved()
                .when(adopt(terms(3, 220, "void-everything"), TODAY))
                .isRefusedBy(TWO_PERSONS_ARE_ASKED_FOR_KNOWN_COMMANDS, "void-everything");
        for (Class<? extends Command> aboutPlans :
                List.of(PausePlan.class, ResumePlan.class, AbandonPlan.class, ReversePlan.class)) {
            String name = Command.nameOf(aboutPlans);
            scenario.when(adopt(terms(3, 220, name), TODAY))
                    .isRefusedBy(TWO_PERSONS_ARE_ASKED_FOR_KNOWN_COMMANDS, name);
        }
    }

    private static WithdrawPolicy withdraw(int version) {
        return new WithdrawPolicy(version, "gõ nhầm năm");
    }

    private static AdoptPolicy adopt(Terms terms, LocalDate from) {
        return new AdoptPolicy(terms, signedOn(FOUNDED), from);
    }

    private static Terms terms(int members, int households, String... twoPersons) {
        return new Terms(members, households, 5, 30, 5, CreditRule.EQUAL_SHARES, List.of(twoPersons));
    }
}
