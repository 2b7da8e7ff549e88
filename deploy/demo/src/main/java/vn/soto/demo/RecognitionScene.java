package vn.soto.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.audit.CallBackSampleId;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.ConsentMethod;
import vn.soto.contracts.recognition.Candidate;
import vn.soto.contracts.recognition.Criterion;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.recognition.RoundKind;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.ReasonCode;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.domain.audit.CallBackSampleCommand.DrawCallBackSample;
import vn.soto.domain.audit.CallBackSampleCommand.RecordCallBack;
import vn.soto.domain.recognition.RecognitionCommand.DecideRound;
import vn.soto.domain.recognition.RecognitionCommand.NominateCandidate;
import vn.soto.domain.recognition.RecognitionCommand.OpenRound;
import vn.soto.domain.recognition.RecognitionCommand.ProposedPlace;
import vn.soto.domain.recognition.RecognitionCommand.PublishHonours;
import vn.soto.domain.recognition.RecognitionCommand.RecordPublicationConsent;
import vn.soto.domain.recognition.RecognitionCommand.RevokeHonour;
import vn.soto.domain.recognition.RecognitionCommand.ScoreRound;
import vn.soto.domain.report.ReportCommand.AcceptReport;
import vn.soto.domain.report.ReportCommand.SubmitQuarterlyReport;
import vn.soto.domain.shared.Command;

/**
 * An honour that rests on visits that were not made. In the last week of a quarter a member enters visits to households
 * that nobody visited, and is honoured for them. A sample of call-backs finds it. Three households deny the visits,
 * their records are voided, the report of the quarter is amended and the honour revoked.
 */
final class RecognitionScene implements Scene {

    static final Quarter QUARTER = YearScene.QUARTERS.getLast();
    static final UnitId COMMUNE = new UnitId("hcm-013");

    private static final String OFFICER = "demo-officer";
    private static final MemberId CALLER = new MemberId("demo-caller");
    private static final LocalDate LAST_DAY = QuarterCalendar.CALENDAR.lastDay(QUARTER);
    private static final int VISITS = 9;
    private static final int DENIED = 3;

    private final List<Crew> crews;
    private final Chance chance;
    private final List<AssistanceId> invented = new ArrayList<>();
    private final RoundId round;
    private final CallBackSampleId sample;

    RecognitionScene(List<Crew> crews, Chance chance) {
        this.crews = crews;
        this.chance = chance;
        this.round = new RoundId(chance.id(VietnamTime.start(LAST_DAY)).toString());
        this.sample =
                new CallBackSampleId(chance.id(VietnamTime.start(LAST_DAY)).toString());
    }

    private Crew crew() {
        return crews.get(Story.TWICE - 1);
    }

    private Volunteer diligent() {
        return crew().volunteers.get(1);
    }

    private Volunteer inventive() {
        return crew().volunteers.get(2);
    }

    @Override
    public void play(LocalDate day, Stage stage) {
        if (day.equals(LAST_DAY.minusDays(30))) {
            visits(diligent(), VISITS / 2, day, stage);
        } else if (day.equals(LAST_DAY.minusDays(4))) {
            invented.addAll(visits(inventive(), VISITS, day, stage));
        } else if (day.isAfter(LAST_DAY)) {
            recognise(Math.toIntExact(day.toEpochDay() - LAST_DAY.toEpochDay()), day, stage);
        }
    }

    private List<AssistanceId> visits(Volunteer volunteer, int number, LocalDate day, Stage stage) {
        List<AssistanceId> records = new ArrayList<>();
        for (DemoHousehold home : volunteer.homes.stream().limit(number).toList()) {
            Instant entered = VietnamTime.start(day).plusSeconds(20 * 3600L + records.size() * 90L);
            UUID id = chance.id(entered);
            records.add(new AssistanceId(id.toString()));
            var content = new AssistanceContent(
                    List.of(ServiceCode.generic(ServiceCategory.VNEID)),
                    Channel.HOME_VISIT,
                    Mode.SELF_PERFORMED,
                    VietnamTime.start(day).plusSeconds(9 * 3600L + records.size() * 1200L));
            var record = new RecordAssistance(
                    records.getLast(), crew().id(), home.id(), null, null, List.of(volunteer.id), content, null, null);
            stage.send(entered, crew().account(volunteer), id, record, ScriptStep.ALONE);
        }
        return records;
    }

    /** @param after days since the quarter's last */
    private void recognise(int after, LocalDate day, Stage stage) {
        switch (after) {
            case 10 -> score(day, stage);
            case 13 -> honour(day, stage);
            case 14 ->
                send(
                        8,
                        new DrawCallBackSample(sample, COMMUNE, QUARTER, null, null, List.copyOf(invented), null),
                        day,
                        stage);
            case 15 -> invented.stream().limit(DENIED).forEach(record -> send(9, denied(record, day), day, stage));
            case 16 ->
                invented.stream()
                        .limit(DENIED)
                        .forEach(record -> send(
                                8, new VoidAssistance(record, null, ReasonCode.NEVER_HAPPENED.name()), day, stage));
            case 17 -> revoke(day, stage);
            default -> {
                // nothing
            }
        }
    }

    private Candidate candidate() {
        return Candidate.of(inventive().id);
    }

    private void score(LocalDate day, Stage stage) {
        send(8, new OpenRound(round, COMMUNE, RoundKind.INDIVIDUAL, 1, QUARTER, QUARTER, 1, 1), day, stage);
        send(9, new NominateCandidate(round, candidate()), day, stage);
        send(10, new NominateCandidate(round, Candidate.of(diligent().id)), day, stage);
        send(11, new ScoreRound(round), day, stage);
    }

    private void honour(LocalDate day, Stage stage) {
        MemberId witness = crew().leader;
        send(8, new DecideRound(round, "", List.of(new ProposedPlace(candidate(), null))), day, stage);
        send(
                9,
                new RecordPublicationConsent(
                        round, candidate(), 1, ConsentMethod.SIGNED_FORM, crew().id(), witness, day),
                day,
                stage);
        send(10, new PublishHonours(round, List.of(candidate())), day, stage);
    }

    private void revoke(LocalDate day, Stage stage) {
        List<Criterion> figures = List.of(Criterion.HOUSEHOLDS_HELPED, Criterion.SELF_PERFORMED);
        String known = ReasonCode.LATER_KNOWN.name();
        send(8, crew().leaderAccount(), new SubmitQuarterlyReport(crew().id(), QUARTER, known), day, stage);
        send(10, new AcceptReport(crew().id(), QUARTER, "2"), day, stage);
        send(11, new RevokeHonour(round, candidate(), figures, ReasonCode.NEVER_HAPPENED.name()), day, stage);
    }

    private RecordCallBack denied(AssistanceId record, LocalDate day) {
        return new RecordCallBack(
                sample,
                record,
                CALLER,
                Verification.DENIED,
                VietnamTime.start(day).plusSeconds(8 * 3600L));
    }

    private void send(int hour, Command command, LocalDate day, Stage stage) {
        send(hour, OFFICER, command, day, stage);
    }

    private void send(int hour, String actor, Command command, LocalDate day, Stage stage) {
        Instant at = VietnamTime.start(day).plusSeconds(hour * 3600L + chance.between(0, 1800));
        UUID id = command instanceof OpenRound opened
                ? UUID.fromString(opened.round().value())
                : command instanceof DrawCallBackSample drawn
                        ? UUID.fromString(drawn.callBackSample().value())
                        : chance.id(at);
        stage.send(at, actor, id, command, ScriptStep.ALONE);
    }
}
