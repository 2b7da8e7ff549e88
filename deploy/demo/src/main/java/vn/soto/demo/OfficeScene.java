package vn.soto.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.audit.CallBackSampleId;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.recognition.Candidate;
import vn.soto.contracts.recognition.Criterion;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.recognition.RoundKind;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.ReasonCode;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.training.Attendance;
import vn.soto.contracts.training.Attendee;
import vn.soto.contracts.training.Organiser;
import vn.soto.contracts.training.TrainingId;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.audit.CallBackSampleCommand.DrawCallBackSample;
import vn.soto.domain.recognition.RecognitionCommand.NominateCandidate;
import vn.soto.domain.recognition.RecognitionCommand.ObjectToScore;
import vn.soto.domain.recognition.RecognitionCommand.OpenRound;
import vn.soto.domain.recognition.RecognitionCommand.ScoreRound;
import vn.soto.domain.shared.Command;
import vn.soto.domain.team.TeamCommand.EndMembership;
import vn.soto.domain.training.TrainingCommand.RecordTraining;

/**
 * The days before today for the officer of a commune. A round is scored and objected to, and a team has too few members. Entries of
 * the last quarter were made in a row, and of a sample nobody has been called yet. A team was trained. A member of another team had
 * moved away before visits that are entered for them. It is told late, so that the visits are to be corrected. It is played before
 * all others, because who leaves goes out no more.
 *
 * @param shown the team whose leader and member have accounts
 * @param crews the other teams of the commune
 */
record OfficeScene(Crew shown, List<Crew> crews, Chance chance, LocalDate today) implements Scene {

    private static final String OFFICER = "officer";
    private static final String LEADER = "leader";

    /** Days for objections, so that the round is still open to them. */
    private static final int OBJECTION_DAYS = 30;

    private static final int LEAVING = 10;

    /** Days before today on which somebody moved away, on which visits by them were entered all the same, and on which it was told. */
    private static final int MOVED = 16;

    private static final List<Integer> ENTERED = List.of(14, 13, 11);
    private static final int TOLD = 9;
    private static final int TOO_FEW = 2;
    private static final int SAMPLE = 30;

    @Override
    public void play(LocalDate day, Stage stage) {
        leaving().forEach(gone -> gone.lastDay = today.minusDays(LEAVING + 1));
        moved().lastDay = today.minusDays(TOLD + 1);
        switch (Math.toIntExact(today.toEpochDay() - day.toEpochDay())) {
            case 14 -> round(RecentScene.before(day), day, stage);
            case LEAVING -> understaffed(day, stage);
            case 7 -> sample(RecentScene.before(day), day, stage);
            case 25 -> training(day, stage);
            case TOLD ->
                send(
                        10,
                        OFFICER,
                        new EndMembership(crew().id(), moved().id, EndReason.MOVED_AWAY, today.minusDays(MOVED)),
                        day,
                        stage);
            default -> {
                // nothing
            }
        }
        int before = ENTERED.indexOf(Math.toIntExact(today.toEpochDay() - day.toEpochDay()));
        if (before >= 0) {
            visit(crew(), moved(), moved().homes.get(before), 9 * 3600L, 18 * 3600L, day, stage);
        }
        if (day.equals(QuarterCalendar.CALENDAR.lastDay(RecentScene.before(today)))) {
            entries(day, stage);
        }
    }

    /** One member enters visits to all their households within a quarter of an hour; on the times alone that is a sign. */
    private void entries(LocalDate day, Stage stage) {
        Crew crew = crews.getFirst();
        Volunteer hurried = crew.volunteers.stream()
                .max(Comparator.comparingInt(volunteer -> volunteer.homes.size()))
                .orElseThrow();
        int entered = 0;
        for (DemoHousehold home : hurried.homes) {
            visit(crew, hurried, home, 8 * 3600L + entered * 1500L, 21 * 3600L + entered * 75L, day, stage);
            entered++;
        }
    }

    /**
     * @param said    seconds of the day at which it is said to have been
     * @param entered seconds of the day at which it is entered
     */
    private void visit(
            Crew crew, Volunteer by, DemoHousehold home, long said, long entered, LocalDate day, Stage stage) {
        Instant at = VietnamTime.start(day).plusSeconds(entered);
        UUID id = chance.id(at);
        var content = new AssistanceContent(
                List.of(new ServiceCode("vneid-level-2")),
                Channel.HOME_VISIT,
                Mode.SELF_PERFORMED,
                VietnamTime.start(day).plusSeconds(said));
        var record =
                new RecordAssistance(new AssistanceId(id.toString()), crew.id(), home.id(), List.of(by.id), content);
        stage.send(at, crew.account(by), id, record, ScriptStep.ALONE);
    }

    /** The team of {@link #moved()}, which has enough members without them. */
    private Crew crew() {
        return crews.subList(1, crews.size() - 1).stream()
                .max(Comparator.comparingInt(crew -> crew.volunteers.size()))
                .orElseThrow();
    }

    private Volunteer moved() {
        return crew().volunteers.getLast();
    }

    /** Held by the organisation that supports the team. */
    private void training(LocalDate day, Stage stage) {
        UUID id = chance.id(VietnamTime.start(day));
        List<Attendee> attendees = shown.volunteers.stream()
                .filter(volunteer -> volunteer.activeOn(day))
                .map(volunteer -> new Attendee(shown.id(), volunteer.id))
                .toList();
        var held = new RecordTraining(
                new TrainingId(id.toString()),
                List.of(ServiceCategory.CYBER_SAFETY, ServiceCategory.AI_FOR_BUSINESS),
                Organiser.SUPPORTING_ORGANISATION,
                DemoAccess.YOUTH_UNION,
                new Attendance(day.minusDays(1), 3, attendees));
        send(16, "organisation-officer", id, held, day, stage);
    }

    private void round(Quarter quarter, LocalDate day, Stage stage) {
        UUID id = chance.id(VietnamTime.start(day));
        RoundId round = new RoundId(id.toString());
        Candidate own = Candidate.of(shown.volunteers.get(1).id);
        var opened = new OpenRound(
                round, RecognitionScene.COMMUNE, RoundKind.INDIVIDUAL, 2, quarter, quarter, 2, OBJECTION_DAYS);
        send(8, OFFICER, id, opened, day, stage);
        send(9, OFFICER, new NominateCandidate(round, own), day, stage);
        for (Crew crew : crews.subList(0, 2)) {
            send(10, OFFICER, new NominateCandidate(round, Candidate.of(crew.leader)), day, stage);
        }
        send(11, OFFICER, new ScoreRound(round), day, stage);
        var doubted =
                new ObjectToScore(round, own, Criterion.HOUSEHOLDS_HELPED.name(), ReasonCode.MISSING_ENTRY.name());
        send(15, LEADER, doubted, day, stage);
    }

    /** Of the last team all but two. */
    private List<Volunteer> leaving() {
        return crews.getLast().volunteers.stream().skip(TOO_FEW).toList();
    }

    private void understaffed(LocalDate day, Stage stage) {
        leaving()
                .forEach(gone -> send(
                        9,
                        OFFICER,
                        new EndMembership(crews.getLast().id(), gone.id, EndReason.MOVED_AWAY, gone.lastDay),
                        day,
                        stage));
    }

    private void sample(Quarter quarter, LocalDate day, Stage stage) {
        UUID id = chance.id(VietnamTime.start(day));
        var drawn = new DrawCallBackSample(
                new CallBackSampleId(id.toString()), RecognitionScene.COMMUNE, quarter, SAMPLE, null, null, null);
        send(9, OFFICER, id, drawn, day, stage);
    }

    private void send(int hour, String account, Command command, LocalDate day, Stage stage) {
        send(hour, account, chance.id(VietnamTime.start(day).plusSeconds(hour * 3600L)), command, day, stage);
    }

    private static void send(int hour, String account, UUID id, Command command, LocalDate day, Stage stage) {
        stage.send(VietnamTime.start(day).plusSeconds(hour * 3600L), account, id, command, ScriptStep.ALONE);
    }
}
