package vn.soto.domain.stipend;

import static vn.soto.domain.stipend.MobilisationRule.MOBILISATION_CORRECTION_CHANGES_SOMETHING;
import static vn.soto.domain.stipend.MobilisationRule.MOBILISATION_IS_NOT_IN_THE_FUTURE;
import static vn.soto.domain.stipend.MobilisationRule.MOBILISATION_IS_RECORDED_ONCE;
import static vn.soto.domain.stipend.MobilisationRule.MOBILISATION_TO_CORRECT_IS_RECORDED;
import static vn.soto.domain.stipend.MobilisationRule.MOBILISED_PERSON_CAN_ACT_FOR_THE_TEAM;

import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.stipend.MobilisationEvent.MobilisationCorrected;
import vn.soto.contracts.stipend.MobilisationEvent.MobilisationRecorded;
import vn.soto.contracts.stipend.MobilisationEvent.MobilisationWithdrawn;
import vn.soto.contracts.stipend.Shift;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.stipend.MobilisationCommand.CorrectMobilisation;
import vn.soto.domain.stipend.MobilisationCommand.RecordMobilisation;
import vn.soto.domain.stipend.MobilisationCommand.WithdrawMobilisation;
import vn.soto.domain.team.TeamCommand.SuspendMember;

final class MobilisationsTest extends SampleCommune {

    private static final LocalDate DAY = LocalDate.of(2026, 8, 15);
    private static final Instrument CALL = signedOn(DAY.minusDays(2));
    private static final String REASON = "Ghi nhầm ca làm";

    private final Scenario scenario = Scenario.at(NOW).given(units()).given(formTeam(), formFarTeam());

    private static RecordMobilisation day(LocalDate day) {
        return new RecordMobilisation(TEAM, HUNG, day, Shift.DAY, CALL, null);
    }

    @Nested
    final class RecordingADay {

        @Test
        void namesMemberDayAndDecision() {
            scenario.when(day(DAY)).decides(new MobilisationRecorded(TEAM, HUNG, DAY, Shift.DAY, CALL, null));
        }

        @Test
        void isForThoseWhoCanActOnTheDay() {
            scenario.when(day(FOUNDED.minusDays(1)))
                    .isRefusedBy(MOBILISED_PERSON_CAN_ACT_FOR_THE_TEAM, FOUNDED.minusDays(1));
            scenario.when(new RecordMobilisation(TEAM, TUAN, DAY, Shift.DAY, CALL, null))
                    .isRefusedBy(MOBILISED_PERSON_CAN_ACT_FOR_THE_TEAM, DAY);
            scenario.given(new SuspendMember(TEAM, HUNG, DAY, "Đi chữa bệnh một thời gian"));
            scenario.when(day(DAY)).isRefusedBy(MOBILISED_PERSON_CAN_ACT_FOR_THE_TEAM, DAY);
        }

        @Test
        void isOfADayThatWas() {
            scenario.when(day(TODAY.plusDays(1))).isRefusedBy(MOBILISATION_IS_NOT_IN_THE_FUTURE, TODAY);
        }

        @Test
        void isOncePerPersonAndDayInATeam() {
            scenario.given(day(DAY));
            scenario.when(day(DAY)).isRefusedBy(MOBILISATION_IS_RECORDED_ONCE, DAY);
            scenario.when(day(DAY.plusDays(1)))
                    .decides(new MobilisationRecorded(TEAM, HUNG, DAY.plusDays(1), Shift.DAY, CALL, null));
        }

        @Test
        void isInATeamThatExists() {
            scenario.when(new RecordMobilisation(FAR_TEAM, TUAN, DAY, Shift.NIGHT, CALL, null))
                    .decides(new MobilisationRecorded(FAR_TEAM, TUAN, DAY, Shift.NIGHT, CALL, null));
        }
    }

    @Nested
    final class CorrectingADay {

        @Test
        void replacesShiftAndDecision() {
            scenario.given(day(DAY));
            scenario.when(new CorrectMobilisation(TEAM, HUNG, DAY, Shift.NIGHT, CALL, null, REASON))
                    .decides(new MobilisationCorrected(TEAM, HUNG, DAY, Shift.NIGHT, CALL, null));
            scenario.when(new CorrectMobilisation(TEAM, HUNG, DAY, Shift.NIGHT, CALL, null, REASON))
                    .isRefusedBy(MOBILISATION_CORRECTION_CHANGES_SOMETHING);
        }

        @Test
        void isOfADayThatIsRecorded() {
            scenario.given(day(DAY));
            scenario.when(new CorrectMobilisation(TEAM, HUNG, TODAY, Shift.NIGHT, CALL, null, REASON))
                    .isRefusedBy(MOBILISATION_TO_CORRECT_IS_RECORDED, TODAY);
        }

        @Test
        void takesItBackAndLetsItBeRecordedAgain() {
            scenario.given(day(DAY));
            scenario.when(new WithdrawMobilisation(TEAM, HUNG, DAY, null, "Không được huy động"))
                    .decides(new MobilisationWithdrawn(TEAM, HUNG, DAY, null));
            scenario.when(new WithdrawMobilisation(TEAM, HUNG, DAY, null, "Không được huy động"))
                    .isRefusedBy(MOBILISATION_TO_CORRECT_IS_RECORDED, DAY);
            scenario.when(day(DAY)).decides(new MobilisationRecorded(TEAM, HUNG, DAY, Shift.DAY, CALL, null));
        }
    }
}
