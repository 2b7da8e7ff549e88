package vn.soto.domain.household;

import static vn.soto.domain.household.HouseholdRule.ASSIGNMENTS_ARE_IN_ORDER;
import static vn.soto.domain.household.HouseholdRule.RESIDENCE_BEGINS_BEFORE_WHAT_FOLLOWS;
import static vn.soto.domain.household.HouseholdRule.RESIDENCE_CORRECTION_CHANGES_SOMETHING;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.ResidenceCorrected;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.CorrectResidence;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;

/** Since when a household lives where it was registered. */
final class ResidenceTest extends SampleCommune {

    private static final String REASON = "Hỏi lại tổ trưởng tổ dân phố";
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    private final Scenario scenario = Scenario.at(NOW).given(units()).given(formTeam());

    private static RegisterHousehold since(@Nullable LocalDate day) {
        return new RegisterHousehold(HOUSEHOLD, HAMLET, "KP1-001", day);
    }

    private static CorrectResidence correct(@Nullable LocalDate day) {
        return new CorrectResidence(HOUSEHOLD, day, REASON);
    }

    @Test
    void isStatedWithTheRegistrationOrLeftOut() {
        scenario.when(since(MARCH)).decides(new HouseholdRegistered(HOUSEHOLD, HAMLET, "KP1-001", MARCH));
        Scenario.at(NOW)
                .given(units())
                .when(since(null))
                .decides(new HouseholdRegistered(HOUSEHOLD, HAMLET, "KP1-001"));
    }

    @Test
    void isNoDayOfTheFuture() {
        scenario.when(since(TODAY.plusDays(1))).isRefusedBy(RESIDENCE_BEGINS_BEFORE_WHAT_FOLLOWS, TODAY);
    }

    @Test
    void isNotAfterTheFirstAssignmentAndNoAssignmentIsBeforeIt() {
        scenario.given(since(JULY));
        scenario.when(new AssignHousehold(HOUSEHOLD, TEAM, HUNG, JULY.minusDays(1)))
                .isRefusedBy(ASSIGNMENTS_ARE_IN_ORDER, JULY);
        scenario.given(new AssignHousehold(HOUSEHOLD, TEAM, HUNG, JULY.plusDays(3)));
        scenario.when(correct(JULY.plusDays(4))).isRefusedBy(RESIDENCE_BEGINS_BEFORE_WHAT_FOLLOWS, JULY.plusDays(3));
        scenario.when(correct(JULY)).isRefusedBy(RESIDENCE_CORRECTION_CHANGES_SOMETHING);
        scenario.when(correct(MARCH)).decides(new ResidenceCorrected(HOUSEHOLD, HAMLET, JULY, MARCH));
    }

    @Test
    void isStatedLaterAndTakenBack() {
        scenario.given(since(null))
                .when(correct(MARCH))
                .decides(new ResidenceCorrected(HOUSEHOLD, HAMLET, null, MARCH));
        scenario.when(correct(null)).decides(new ResidenceCorrected(HOUSEHOLD, HAMLET, MARCH, null));
    }
}
