package vn.soto.domain.people;

import static vn.soto.domain.people.PeopleCountRule.PEOPLE_COUNT_CORRECTION_CHANGES_SOMETHING;
import static vn.soto.domain.people.PeopleCountRule.PEOPLE_COUNT_IS_NOT_IN_THE_FUTURE;
import static vn.soto.domain.people.PeopleCountRule.PEOPLE_COUNT_IS_OF_A_UNIT_OF_THE_DAY;
import static vn.soto.domain.people.PeopleCountRule.PEOPLE_COUNT_IS_PLAUSIBLE;
import static vn.soto.domain.people.PeopleCountRule.PEOPLE_COUNT_IS_STATED_ONCE_FOR_A_DAY;
import static vn.soto.domain.people.PeopleCountRule.PEOPLE_COUNT_TO_CORRECT_IS_STATED;

import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.people.People;
import vn.soto.contracts.people.PeopleCountEvent.PeopleCountCorrected;
import vn.soto.contracts.people.PeopleCountEvent.PeopleCountStated;
import vn.soto.contracts.people.PeopleCountEvent.PeopleCountWithdrawn;
import vn.soto.contracts.report.FigureSource;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.people.PeopleCountCommand.CorrectPeopleCount;
import vn.soto.domain.people.PeopleCountCommand.StatePeopleCount;
import vn.soto.domain.people.PeopleCountCommand.WithdrawPeopleCount;

final class PeopleCountsTest extends SampleCommune {

    private static final FigureSource REGISTER = FigureSource.RESIDENCE_REGISTER;
    private static final String REASON = "Công an xã gửi lại số";

    private final Scenario scenario = Scenario.at(NOW).given(units());

    private static StatePeopleCount adults(LocalDate on, long persons) {
        return new StatePeopleCount(COMMUNE, People.ADULTS, on, persons, REGISTER);
    }

    private static CorrectPeopleCount corrected(long persons) {
        return new CorrectPeopleCount(COMMUNE, People.ADULTS, TODAY, persons, REGISTER, REASON);
    }

    private static WithdrawPeopleCount withdrawn() {
        return new WithdrawPeopleCount(COMMUNE, People.ADULTS, TODAY, REASON);
    }

    @Nested
    final class StatingANumber {

        @Test
        void saysOfWhomForWhichDayAndFromWhere() {
            scenario.when(adults(TODAY, 8_120))
                    .decides(new PeopleCountStated(COMMUNE, People.ADULTS, TODAY, 8_120, REGISTER));
        }

        @Test
        void zeroIsANumber() {
            scenario.when(adults(TODAY, 0)).decides(new PeopleCountStated(COMMUNE, People.ADULTS, TODAY, 0, REGISTER));
        }

        @Test
        void isOnceForADayAndThesePeople() {
            scenario.given(adults(TODAY, 8_120));
            scenario.when(adults(TODAY, 8_121)).isRefusedBy(PEOPLE_COUNT_IS_STATED_ONCE_FOR_A_DAY, TODAY);
            LocalDate before = TODAY.minusDays(1);
            scenario.when(adults(before, 8_119))
                    .decides(new PeopleCountStated(COMMUNE, People.ADULTS, before, 8_119, REGISTER));
        }

        @Test
        void isOfADayThatWasInAUnitThatWasThere() {
            scenario.when(adults(TODAY.plusDays(1), 1)).isRefusedBy(PEOPLE_COUNT_IS_NOT_IN_THE_FUTURE, TODAY);
            LocalDate longAgo = LocalDate.of(2010, 1, 1);
            scenario.when(adults(longAgo, 1)).isRefusedBy(PEOPLE_COUNT_IS_OF_A_UNIT_OF_THE_DAY, longAgo);
            scenario.when(new StatePeopleCount(NOWHERE, People.ADULTS, TODAY, 1, REGISTER))
                    .isAboutSomethingAbsent("unit", NOWHERE);
        }

        @Test
        void isPlausible() {
            scenario.when(adults(TODAY, -1)).isRefusedBy(PEOPLE_COUNT_IS_PLAUSIBLE, 150_000_000L);
            scenario.when(adults(TODAY, 150_000_001)).isRefusedBy(PEOPLE_COUNT_IS_PLAUSIBLE, 150_000_000L);
        }
    }

    @Nested
    final class CorrectingANumber {

        @Test
        void replacesThatOfTheDay() {
            scenario.given(adults(TODAY, 8_120));
            scenario.when(corrected(8_210))
                    .decides(new PeopleCountCorrected(COMMUNE, People.ADULTS, TODAY, 8_210, REGISTER));
            scenario.when(corrected(8_210)).isRefusedBy(PEOPLE_COUNT_CORRECTION_CHANGES_SOMETHING);
        }

        @Test
        void needsOne() {
            scenario.given(adults(TODAY.minusDays(1), 8_120));
            scenario.when(corrected(8_210)).isRefusedBy(PEOPLE_COUNT_TO_CORRECT_IS_STATED, TODAY);
            scenario.when(withdrawn()).isRefusedBy(PEOPLE_COUNT_TO_CORRECT_IS_STATED, TODAY);
        }

        @Test
        void aWithdrawnOneIsNotKnownAndMayBeStatedAnew() {
            scenario.given(adults(TODAY, 8_120));
            scenario.when(withdrawn()).decides(new PeopleCountWithdrawn(COMMUNE, People.ADULTS, TODAY));
            scenario.when(corrected(8_210)).isRefusedBy(PEOPLE_COUNT_TO_CORRECT_IS_STATED, TODAY);
            scenario.when(adults(TODAY, 8_210))
                    .decides(new PeopleCountStated(COMMUNE, People.ADULTS, TODAY, 8_210, REGISTER));
        }
    }
}
