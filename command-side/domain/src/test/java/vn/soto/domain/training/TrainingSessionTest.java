package vn.soto.domain.training;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.shared.CommonRule.ID_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.shared.CommonRule.REASON_IS_NEITHER_TOO_SHORT_NOR_TOO_LONG;
import static vn.soto.domain.training.TrainingRule.ATTENDANCE_CORRECTION_CHANGES_SOMETHING;
import static vn.soto.domain.training.TrainingRule.ATTENDEES_WERE_MEMBERS_ON_THAT_DAY;
import static vn.soto.domain.training.TrainingRule.SUPPORTING_ORGANISER_IS_NAMED;
import static vn.soto.domain.training.TrainingRule.TRAINING_HAS_SOME_BUT_NOT_TOO_MANY_ATTENDEES;
import static vn.soto.domain.training.TrainingRule.TRAINING_HAS_SOME_TOPIC;
import static vn.soto.domain.training.TrainingRule.TRAINING_IS_NEITHER_HELD_NOR_CANCELLED;
import static vn.soto.domain.training.TrainingRule.TRAINING_IS_NOT_HELD_IN_THE_FUTURE;
import static vn.soto.domain.training.TrainingRule.TRAINING_IS_NOT_VOIDED;
import static vn.soto.domain.training.TrainingRule.TRAINING_IS_VOIDED;
import static vn.soto.domain.training.TrainingRule.TRAINING_TAKES_SOME_HOURS;
import static vn.soto.domain.training.TrainingRule.TRAINING_WAS_HELD;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.organisation.OrganisationKind;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.training.Attendance;
import vn.soto.contracts.training.Attendee;
import vn.soto.contracts.training.Organiser;
import vn.soto.contracts.training.TrainingEvent.AttendanceCorrected;
import vn.soto.contracts.training.TrainingEvent.TrainingCancelled;
import vn.soto.contracts.training.TrainingEvent.TrainingHeld;
import vn.soto.contracts.training.TrainingEvent.TrainingScheduled;
import vn.soto.contracts.training.TrainingEvent.TrainingVoided;
import vn.soto.contracts.training.TrainingId;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.organisation.OrganisationCommand.RegisterOrganisation;
import vn.soto.domain.team.TeamCommand.EndMembership;
import vn.soto.domain.team.TeamCommand.SuspendMember;
import vn.soto.domain.training.TrainingCommand.CancelTraining;
import vn.soto.domain.training.TrainingCommand.CorrectAttendance;
import vn.soto.domain.training.TrainingCommand.HoldTraining;
import vn.soto.domain.training.TrainingCommand.RecordTraining;
import vn.soto.domain.training.TrainingCommand.RestoreTraining;
import vn.soto.domain.training.TrainingCommand.ScheduleTraining;
import vn.soto.domain.training.TrainingCommand.VoidTraining;

final class TrainingSessionTest extends SampleCommune {

    private static final TrainingId TRAINING = new TrainingId("tr-1");
    private static final OrganisationId COMPANY = new OrganisationId("o-1");
    private static final List<ServiceCategory> TOPICS = List.of(ServiceCategory.VNEID, ServiceCategory.CYBER_SAFETY);
    private static final String REASON = "Điểm danh nhầm";
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final LocalDate TOMORROW = TODAY.plusDays(1);
    private static final Attendee LAN_CAME = new Attendee(TEAM, LAN);
    private static final Attendee HUNG_CAME = new Attendee(TEAM, HUNG);
    private static final Attendee TUAN_CAME = new Attendee(FAR_TEAM, TUAN);

    private final Scenario scenario = Scenario.at(NOW).given(units()).given(formTeam(), formFarTeam());

    @Nested
    final class RecordingOneThatWasNotPlanned {

        @Test
        void recordsThePlanAndTheSessionInOneCommit() {
            scenario.when(recorded(YESTERDAY, LAN_CAME, TUAN_CAME))
                    .decides(
                            new TrainingScheduled(TRAINING, TOPICS, Organiser.PEOPLES_COMMITTEE, null, YESTERDAY, 3),
                            new TrainingHeld(
                                    TRAINING, TOPICS, new Attendance(YESTERDAY, 3, List.of(LAN_CAME, TUAN_CAME))));
        }

        @Test
        void hasTheRulesOfBoth() {
            scenario.when(recorded(TOMORROW, LAN_CAME))
                    .isRefusedBy(TRAINING_IS_NOT_HELD_IN_THE_FUTURE, TOMORROW, TODAY);
            scenario.when(recorded(YESTERDAY)).isRefusedBy(TRAINING_HAS_SOME_BUT_NOT_TOO_MANY_ATTENDEES, 500);
            scenario.when(new RecordTraining(
                            TRAINING, List.of(), Organiser.OTHER, null, new Attendance(TODAY, 3, List.of(LAN_CAME))))
                    .isRefusedBy(TRAINING_HAS_SOME_TOPIC);
        }

        private RecordTraining recorded(LocalDate on, Attendee... attendees) {
            return new RecordTraining(
                    TRAINING, TOPICS, Organiser.PEOPLES_COMMITTEE, null, new Attendance(on, 3, List.of(attendees)));
        }
    }

    @Nested
    final class Scheduling {

        @Test
        void recordsThePlanEachTopicOnce() {
            scenario.when(new ScheduleTraining(
                            TRAINING,
                            List.of(ServiceCategory.VNEID, ServiceCategory.VNEID),
                            Organiser.PEOPLES_COMMITTEE,
                            null,
                            TOMORROW,
                            4))
                    .decides(new TrainingScheduled(
                            TRAINING, List.of(ServiceCategory.VNEID), Organiser.PEOPLES_COMMITTEE, null, TOMORROW, 4));
        }

        @Test
        void asksForATopic() {
            scenario.when(new ScheduleTraining(TRAINING, List.of(), Organiser.OTHER, null, TODAY, 4))
                    .isRefusedBy(TRAINING_HAS_SOME_TOPIC);
        }

        @Test
        void acceptsOneToEightyHours() {
            scenario.when(lasting(0)).isRefusedBy(TRAINING_TAKES_SOME_HOURS, 80);
            scenario.when(lasting(81)).isRefusedBy(TRAINING_TAKES_SOME_HOURS, 80);
            scenario.given(lasting(80));
        }

        @Test
        void namesASupportingOrganisationIfOneHoldsIt() {
            scenario.when(by(Organiser.SUPPORTING_ORGANISATION, null)).isRefusedBy(SUPPORTING_ORGANISER_IS_NAMED);
            scenario.when(by(Organiser.PEOPLES_COMMITTEE, COMPANY)).isRefusedBy(SUPPORTING_ORGANISER_IS_NAMED);
            scenario.when(by(Organiser.SUPPORTING_ORGANISATION, COMPANY))
                    .isAboutSomethingAbsent("organisation", COMPANY);
            scenario.given(
                    new RegisterOrganisation(COMPANY, "Công ty số", OrganisationKind.TECHNOLOGY_COMPANY),
                    by(Organiser.SUPPORTING_ORGANISATION, COMPANY));
        }

        @Test
        void refusesAPersonalNumberAsId() {
            scenario.when(new ScheduleTraining(
                            new TrainingId("tr-079203001234"), TOPICS, Organiser.OTHER, null, TODAY, 4))
                    .isRefusedBy(ID_HOLDS_NO_PERSONAL_NUMBER);
        }
    }

    @Nested
    final class Holding {

        @Test
        void recordsWhoCameAndBearsTheTagOfEachTeam() {
            TrainingHeld held = new TrainingHeld(TRAINING, TOPICS, came(TODAY, TUAN_CAME, LAN_CAME));

            scenario.given(lasting(4))
                    .when(hold(TODAY, LAN_CAME, TUAN_CAME, LAN_CAME))
                    .decides(held);
            assertThat(held.tags()).containsExactlyInAnyOrder("training:tr-1", "team:team-1", "team:team-2");
        }

        @Test
        void takesOnePersonWhoCameForTwoTeamsAndWhoIsSuspended() {
            scenario.given(lasting(4), new SuspendMember(TEAM, HUNG, FOUNDED, "Đi vắng dài ngày"))
                    .given(hold(TODAY, HUNG_CAME, new Attendee(FAR_TEAM, HUNG)));
        }

        @Test
        void refusesWhoWasNoMemberOfThatTeamOnThatDay() {
            scenario.given(lasting(4));

            scenario.when(hold(TODAY, LAN_CAME, new Attendee(TEAM, TUAN)))
                    .isRefusedBy(ATTENDEES_WERE_MEMBERS_ON_THAT_DAY, TUAN.value(), TEAM.value(), TODAY);
            scenario.when(hold(FOUNDED.minusDays(1), LAN_CAME))
                    .isRefusedBy(ATTENDEES_WERE_MEMBERS_ON_THAT_DAY, LAN.value(), TEAM.value(), FOUNDED.minusDays(1));
            scenario.given(new EndMembership(TEAM, MAI, EndReason.OTHER, TODAY.minusDays(1)))
                    .when(hold(TODAY, new Attendee(TEAM, MAI)))
                    .isRefusedBy(ATTENDEES_WERE_MEMBERS_ON_THAT_DAY, MAI.value(), TEAM.value(), TODAY);
            scenario.given(hold(TODAY.minusDays(1), new Attendee(TEAM, MAI)));
        }

        @Test
        void acceptsTodayAndRefusesTomorrow() {
            scenario.given(lasting(4))
                    .when(hold(TOMORROW, LAN_CAME))
                    .isRefusedBy(TRAINING_IS_NOT_HELD_IN_THE_FUTURE, TOMORROW, TODAY);
            scenario.given(hold(TODAY, LAN_CAME));
        }

        @Test
        void refusesNobodyAndMoreThanFiveHundred() {
            scenario.given(lasting(4));
            Attendee[] many = IntStream.range(0, 501)
                    .mapToObj(i -> new Attendee(TEAM, new MemberId("m-" + i)))
                    .toArray(Attendee[]::new);

            scenario.when(hold(TODAY)).isRefusedBy(TRAINING_HAS_SOME_BUT_NOT_TOO_MANY_ATTENDEES, 500);
            scenario.when(hold(TODAY, many)).isRefusedBy(TRAINING_HAS_SOME_BUT_NOT_TOO_MANY_ATTENDEES, 500);
        }

        @Test
        void refusesWrongHours() {
            scenario.given(lasting(4));

            scenario.when(new HoldTraining(TRAINING, new Attendance(TODAY, 0, List.of(LAN_CAME))))
                    .isRefusedBy(TRAINING_TAKES_SOME_HOURS, 80);
        }

        @Test
        void happensOnceAndNotAfterItWasCancelled() {
            scenario.given(lasting(4), hold(TODAY, LAN_CAME))
                    .when(hold(TODAY, HUNG_CAME))
                    .isRefusedBy(TRAINING_IS_NEITHER_HELD_NOR_CANCELLED);
            Scenario.at(NOW)
                    .given(units())
                    .given(formTeam(), lasting(4), cancel())
                    .when(hold(TODAY, LAN_CAME))
                    .isRefusedBy(TRAINING_IS_NEITHER_HELD_NOR_CANCELLED);
        }
    }

    @Nested
    final class CorrectingAttendance {

        @Test
        void bearsTheTagsOfTeamsBeforeAndNow() {
            AttendanceCorrected corrected =
                    new AttendanceCorrected(TRAINING, came(TODAY, TUAN_CAME), List.of(TEAM, FAR_TEAM));

            scenario.given(lasting(4), hold(TODAY, LAN_CAME))
                    .when(correct(TODAY, TUAN_CAME))
                    .decides(corrected);
            assertThat(corrected.tags()).contains("team:team-1", "team:team-2");
        }

        @Test
        void refusesASessionThatWasNotHeld() {
            scenario.given(lasting(4)).when(correct(TODAY, LAN_CAME)).isRefusedBy(TRAINING_WAS_HELD);
        }

        @Test
        void refusesToChangeNothingInWhateverOrder() {
            scenario.given(lasting(4), hold(TODAY, LAN_CAME, HUNG_CAME))
                    .when(correct(TODAY, HUNG_CAME, LAN_CAME))
                    .isRefusedBy(ATTENDANCE_CORRECTION_CHANGES_SOMETHING);
        }

        @Test
        void holdsToTheRulesOfHolding() {
            scenario.given(lasting(4), hold(TODAY, LAN_CAME));

            scenario.when(correct(TODAY, new Attendee(TEAM, TUAN)))
                    .isRefusedBy(ATTENDEES_WERE_MEMBERS_ON_THAT_DAY, TUAN.value(), TEAM.value(), TODAY);
            scenario.when(correct(TOMORROW, LAN_CAME)).isRefusedBy(TRAINING_IS_NOT_HELD_IN_THE_FUTURE, TOMORROW, TODAY);
        }
    }

    @Nested
    final class Voiding {

        @Test
        void bearsTheTagsOfTheTeamsThatWereSaidToBeThereAndItsDay() {
            TrainingVoided voided = new TrainingVoided(TRAINING, TODAY, List.of(TEAM));

            scenario.given(lasting(4), hold(TODAY, LAN_CAME))
                    .when(new VoidTraining(TRAINING, REASON))
                    .decides(voided);
            assertThat(voided.tags()).contains("team:team-1");
            assertThat(voided.happenedOn()).isEqualTo(TODAY);
            assertThat(voided.attendance().attendees()).isEmpty();
        }

        @Test
        void refusesASessionThatWasNotHeldOrIsVoidedAndAsksForAReason() {
            scenario.given(lasting(4)).when(new VoidTraining(TRAINING, REASON)).isRefusedBy(TRAINING_WAS_HELD);
            scenario.given(hold(TODAY, LAN_CAME))
                    .when(new VoidTraining(TRAINING, "sai"))
                    .isRefusedBy(REASON_IS_NEITHER_TOO_SHORT_NOR_TOO_LONG, 5, 500);
            scenario.given(new VoidTraining(TRAINING, REASON));
            scenario.when(new VoidTraining(TRAINING, REASON)).isRefusedBy(TRAINING_IS_NOT_VOIDED);
            scenario.when(correct(TODAY, HUNG_CAME)).isRefusedBy(TRAINING_IS_NOT_VOIDED);
            scenario.when(cancel()).isRefusedBy(TRAINING_IS_NEITHER_HELD_NOR_CANCELLED);
        }

        @Test
        void isTakenBackWithWhoAttendedAsStatedLast() {
            scenario.given(lasting(4), hold(TODAY, LAN_CAME), correct(TODAY, HUNG_CAME))
                    .when(new RestoreTraining(TRAINING, REASON))
                    .isRefusedBy(TRAINING_IS_VOIDED);
            scenario.given(new VoidTraining(TRAINING, REASON))
                    .when(new RestoreTraining(TRAINING, REASON))
                    .decides(new AttendanceCorrected(TRAINING, came(TODAY, HUNG_CAME), List.of(TEAM)));
            scenario.when(new VoidTraining(TRAINING, REASON))
                    .decides(new TrainingVoided(TRAINING, TODAY, List.of(TEAM)));
        }
    }

    @Nested
    final class Cancelling {

        @Test
        void isOfWhatIsPlanned() {
            scenario.given(lasting(4)).when(cancel()).decides(new TrainingCancelled(TRAINING));
        }

        @Test
        void refusesWhatWasHeldOrCancelled() {
            scenario.given(lasting(4), hold(TODAY, LAN_CAME))
                    .when(cancel())
                    .isRefusedBy(TRAINING_IS_NEITHER_HELD_NOR_CANCELLED);
            Scenario.at(NOW)
                    .given(lasting(4), cancel())
                    .when(cancel())
                    .isRefusedBy(TRAINING_IS_NEITHER_HELD_NOR_CANCELLED);
        }
    }

    private static ScheduleTraining lasting(int hours) {
        return new ScheduleTraining(TRAINING, TOPICS, Organiser.PROVINCIAL_DEPARTMENT, null, TODAY, hours);
    }

    private static ScheduleTraining by(Organiser organiser, @Nullable OrganisationId organisation) {
        return new ScheduleTraining(TRAINING, TOPICS, organiser, organisation, TODAY, 4);
    }

    private static Attendance came(LocalDate on, Attendee... attendees) {
        return new Attendance(on, 3, List.of(attendees));
    }

    private static HoldTraining hold(LocalDate on, Attendee... attendees) {
        return new HoldTraining(TRAINING, came(on, attendees));
    }

    private static CorrectAttendance correct(LocalDate on, Attendee... attendees) {
        return new CorrectAttendance(TRAINING, came(on, attendees), REASON);
    }

    private static CancelTraining cancel() {
        return new CancelTraining(TRAINING, "Trời mưa bão");
    }
}
