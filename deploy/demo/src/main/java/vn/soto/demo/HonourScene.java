package vn.soto.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import vn.soto.contracts.household.ConsentMethod;
import vn.soto.contracts.practice.PracticeId;
import vn.soto.contracts.recognition.Candidate;
import vn.soto.contracts.recognition.PublicationConsent;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.recognition.RoundKind;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.ReasonCode;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.practice.PracticeCommand.DescribePractice;
import vn.soto.domain.practice.PracticeCommand.RecommendPractice;
import vn.soto.domain.practice.PracticeCommand.TakeUpPractice;
import vn.soto.domain.recognition.RecognitionCommand.DecideRound;
import vn.soto.domain.recognition.RecognitionCommand.NominateCandidate;
import vn.soto.domain.recognition.RecognitionCommand.OpenRound;
import vn.soto.domain.recognition.RecognitionCommand.ProposedPlace;
import vn.soto.domain.recognition.RecognitionCommand.PublishHonours;
import vn.soto.domain.recognition.RecognitionCommand.RecordPublicationConsent;
import vn.soto.domain.recognition.RecognitionCommand.ScoreRound;
import vn.soto.domain.shared.Command;

/**
 * Honours that stay: a member and a team of the ward Dĩ An, for a quarter whose entries and corrections are all in. The member agrees
 * to be named on the open web. The way of working of the team whose leader has an account is described, recommended to the ward and
 * taken up there.
 */
final class HonourScene implements Scene {

    static final UnitId WARD = new UnitId("hcm-030");
    static final Quarter QUARTER = YearScene.QUARTERS.get(2);

    private static final String OFFICER = "demo-officer";
    private static final LocalDate LAST_DAY = QuarterCalendar.CALENDAR.lastDay(QUARTER);

    private final List<Crew> crews;
    private final Crew describer;
    private final Chance chance;
    private final RoundId ofMembers;
    private final RoundId ofTeams;
    private final PracticeId practice;

    /** @param describer team of another commune whose model is taken up */
    HonourScene(List<Crew> crews, Crew describer, Chance chance) {
        this.describer = describer;
        this.crews = crews.stream()
                .filter(crew -> crew.neighbourhood.commune().equals(WARD))
                .toList();
        this.chance = chance;
        this.ofMembers = new RoundId(id(LAST_DAY).toString());
        this.ofTeams = new RoundId(id(LAST_DAY).toString());
        this.practice = new PracticeId(id(LAST_DAY).toString());
    }

    private UUID id(LocalDate day) {
        return chance.id(VietnamTime.start(day));
    }

    /** The busiest of a team that reports in time, not its leader. */
    private static Volunteer busiest(Crew crew) {
        return crew.volunteers.stream()
                .skip(1)
                .max(Comparator.comparingDouble(volunteer -> volunteer.zeal))
                .orElseThrow();
    }

    private Crew crew() {
        return crews.stream()
                .filter(crew -> ProvinceScene.punctual(crew, QUARTER))
                .max(Comparator.comparingDouble(crew -> busiest(crew).zeal))
                .orElseThrow();
    }

    @Override
    public void play(LocalDate day, Stage stage) {
        Candidate member = Candidate.of(busiest(crew()).id);
        Candidate team = Candidate.of(crew().id());
        MemberId witness = crew().leader;
        switch (Math.toIntExact(day.toEpochDay() - LAST_DAY.toEpochDay())) {
            case 31 -> {
                score(ofMembers, RoundKind.INDIVIDUAL, member, day, stage);
                score(ofTeams, RoundKind.COLLECTIVE, team, day, stage);
            }
            case 34 -> {
                send(8, new DecideRound(ofMembers, "", List.of(new ProposedPlace(member, null))), day, stage);
                send(9, new DecideRound(ofTeams, "", List.of(new ProposedPlace(team, null))), day, stage);
                var consent = new RecordPublicationConsent(
                        ofMembers,
                        member,
                        PublicationConsent.OPEN_WEB,
                        ConsentMethod.SIGNED_FORM,
                        crew().id(),
                        witness,
                        day);
                send(10, consent, day, stage);
                send(11, new PublishHonours(ofMembers, List.of(member)), day, stage);
                send(12, new PublishHonours(ofTeams, List.of(team)), day, stage);
            }
            case 40 -> model(day, stage);
            default -> {
                // nothing
            }
        }
    }

    private void score(RoundId round, RoundKind kind, Candidate candidate, LocalDate day, Stage stage) {
        send(8, new OpenRound(round, WARD, kind, 1, QUARTER, QUARTER, 1, 1), day, stage);
        send(9, new NominateCandidate(round, candidate), day, stage);
        send(10, new ScoreRound(round), day, stage);
    }

    private void model(LocalDate day, Stage stage) {
        send(
                8,
                new DescribePractice(
                        practice,
                        describer.id(),
                        "Hộ chiếu số của khu phố",
                        "Mỗi hộ có một thẻ ghi năm việc số đã tự làm được. Tổ đóng dấu từng việc tại nhà văn hóa, tối thứ Sáu hằng tuần."),
                day,
                stage);
        send(9, new RecommendPractice(practice, WARD, List.of(), ReasonCode.CHECKED.name()), day, stage);
        crews.stream().limit(2).forEach(crew -> send(10, new TakeUpPractice(practice, crew.id(), day), day, stage));
    }

    private void send(int hour, Command command, LocalDate day, Stage stage) {
        Instant at = VietnamTime.start(day).plusSeconds(hour * 3600L + chance.between(0, 1800));
        UUID id = switch (command) {
            case OpenRound opened -> UUID.fromString(opened.round().value());
            case DescribePractice described ->
                UUID.fromString(described.practice().value());
            default -> chance.id(at);
        };
        stage.send(at, OFFICER, id, command, ScriptStep.ALONE);
    }
}
