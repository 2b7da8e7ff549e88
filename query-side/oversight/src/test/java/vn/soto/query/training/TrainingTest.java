package vn.soto.query.training;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.Attendance;
import vn.soto.contracts.training.Attendee;
import vn.soto.contracts.training.Organiser;
import vn.soto.contracts.training.TrainingEvent.AttendanceCorrected;
import vn.soto.contracts.training.TrainingEvent.TrainingCancelled;
import vn.soto.contracts.training.TrainingEvent.TrainingHeld;
import vn.soto.contracts.training.TrainingEvent.TrainingScheduled;
import vn.soto.contracts.training.TrainingEvent.TrainingVoided;
import vn.soto.contracts.training.TrainingId;
import vn.soto.projection.Documents;
import vn.soto.query.testing.ReadModelScenario;
import vn.soto.query.training.Training.Status;

final class TrainingTest {

    private static final TrainingId ID = new TrainingId("t-1");
    private static final TeamId RIVER = new TeamId("river");
    private static final TeamId HILL = new TeamId("hill");
    private static final MemberId LAN = new MemberId("lan");
    private static final MemberId HUNG = new MemberId("hung");
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final List<ServiceCategory> TOPICS = List.of(ServiceCategory.VNEID);

    private final ReadModelScenario trainings = ReadModelScenario.of(new TrainingProjector())
            .given(new TrainingScheduled(ID, TOPICS, Organiser.PEOPLES_COMMITTEE, null, DAY, 4));

    private static Attendance attendance(int hours, Attendee... attendees) {
        return new Attendance(DAY.plusDays(1), hours, List.of(attendees));
    }

    private static TrainingView view(Status status, LocalDate on, int hours, List<Attendee> attendees, long changed) {
        return new TrainingView(
                new TrainingId("t-1"),
                status,
                on,
                hours,
                TOPICS,
                Organiser.PEOPLES_COMMITTEE,
                null,
                attendees,
                changed);
    }

    private static ReadModelScenario.Query<List<TrainingView>> of(TeamId team) {
        return (documents, asOf) -> new TeamTrainings(documents).of(team.value(), asOf);
    }

    @Test
    void aSessionHeldIsListedByEachTeamThatWasThereWithItsOwnMembers() {
        trainings.given(
                new TrainingHeld(ID, TOPICS, attendance(3, new Attendee(RIVER, LAN), new Attendee(HILL, HUNG))));
        trainings
                .when(of(RIVER))
                .expect(List.of(view(Status.HELD, DAY.plusDays(1), 3, List.of(new Attendee(RIVER, LAN)), 2)));
        trainings.whenAsOf(1, of(RIVER)).expect(List.of());
    }

    @Test
    void aTeamThatWasNotThereAfterAllDropsOutFromThatCommitOn() {
        trainings
                .given(new TrainingHeld(ID, TOPICS, attendance(3, new Attendee(HILL, HUNG))))
                .given(new AttendanceCorrected(ID, attendance(2, new Attendee(RIVER, LAN)), List.of(HILL, RIVER)));
        trainings.when(of(HILL)).expect(List.of());
        trainings
                .when(of(RIVER))
                .expect(List.of(view(Status.HELD, DAY.plusDays(1), 2, List.of(new Attendee(RIVER, LAN)), 3)));
        trainings
                .whenAsOf(2, of(HILL))
                .expect(List.of(view(Status.HELD, DAY.plusDays(1), 3, List.of(new Attendee(HILL, HUNG)), 2)));
    }

    @Test
    void aVoidedSessionIsListedAndNotCountedUntilItIsRestored() {
        trainings
                .given(new TrainingHeld(ID, TOPICS, attendance(3, new Attendee(HILL, HUNG))))
                .given(new TrainingVoided(ID, DAY.plusDays(1), List.of(HILL)))
                .given(new AttendanceCorrected(ID, attendance(3, new Attendee(HILL, HUNG)), List.of(HILL)));
        List<Attendee> hung = List.of(new Attendee(HILL, HUNG));
        trainings.whenAsOf(3, of(HILL)).expect(List.of(view(Status.VOIDED, DAY.plusDays(1), 3, hung, 3)));
        trainings.when(of(HILL)).expect(List.of(view(Status.HELD, DAY.plusDays(1), 3, hung, 4)));
        trainings.whenAsOf(2, TrainingTest::countOfHill).expect(1L);
        trainings.whenAsOf(3, TrainingTest::countOfHill).expect(0L);
        trainings.when(TrainingTest::countOfHill).expect(1L);
    }

    private static long countOfHill(Documents documents, long asOf) {
        return new TeamTrainings(documents).count(HILL.value(), DAY.plusDays(1), asOf);
    }

    @Test
    void aCancelledSessionKeepsItsPlannedDay() {
        trainings
                .given(new TrainingCancelled(ID))
                .when((documents, asOf) ->
                        new TeamTrainings(documents).find("t-1", asOf).orElseThrow())
                .expect(view(Status.CANCELLED, DAY, 4, List.of(), 2));
    }
}
