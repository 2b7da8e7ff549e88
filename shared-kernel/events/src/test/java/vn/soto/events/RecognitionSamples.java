package vn.soto.events;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.ConsentMethod;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.recognition.Candidate;
import vn.soto.contracts.recognition.CandidateStanding;
import vn.soto.contracts.recognition.Criterion;
import vn.soto.contracts.recognition.FalseFigure;
import vn.soto.contracts.recognition.Gate;
import vn.soto.contracts.recognition.HonourPlace;
import vn.soto.contracts.recognition.PublicationConsent;
import vn.soto.contracts.recognition.RecognitionRoundEvent.CandidateNominated;
import vn.soto.contracts.recognition.RecognitionRoundEvent.HonourRevoked;
import vn.soto.contracts.recognition.RecognitionRoundEvent.HonoursPublished;
import vn.soto.contracts.recognition.RecognitionRoundEvent.NominationWithdrawn;
import vn.soto.contracts.recognition.RecognitionRoundEvent.ObjectionAnswered;
import vn.soto.contracts.recognition.RecognitionRoundEvent.PublicationConsentWithdrawn;
import vn.soto.contracts.recognition.RecognitionRoundEvent.PublicationConsented;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundCancelled;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundDecided;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundOpened;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundScored;
import vn.soto.contracts.recognition.RecognitionRoundEvent.ScoreObjected;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.recognition.RoundKind;
import vn.soto.contracts.recognition.ScoreFigures;
import vn.soto.contracts.recognition.ScorePin;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/** A sample of each event of rounds of recognition. */
final class RecognitionSamples {

    private static final RoundId ROUND = new RoundId("019a0000-0000-7000-8000-0000000000e1");
    private static final UnitId COMMUNE = new UnitId("u-commune");
    private static final TeamId TEAM = new TeamId("team-1");
    private static final Candidate LAN = Candidate.of(new MemberId("m-lan"));
    private static final Candidate HUNG = Candidate.of(new MemberId("m-hung"));
    private static final ScorePin PIN = new ScorePin(1, 44, "ef".repeat(32), "ab".repeat(32));

    private RecognitionSamples() {}

    static void add(Map<String, DomainEvent> samples) {
        samples.put(
                "recognition-round.opened.v1",
                new RoundOpened(
                        ROUND,
                        COMMUNE,
                        RoundKind.INDIVIDUAL,
                        1,
                        List.of(QuarterCalendar.CALENDAR.days(new Quarter(2026, 3))),
                        5,
                        10));
        samples.put("recognition-round.cancelled.v1", new RoundCancelled(ROUND, COMMUNE));
        samples.put("recognition-round.candidate-nominated.v1", new CandidateNominated(ROUND, COMMUNE, LAN));
        samples.put("recognition-round.nomination-withdrawn.v1", new NominationWithdrawn(ROUND, COMMUNE, LAN));
        samples.put(
                "recognition-round.scored.v2",
                scored(List.of(new ScoreFigures(
                        List.of(1L, 1L, 3L, 14L, 1L, 2L, 4L, 5L),
                        List.of(12_800L, 50_000L, 46L, 6_400L, 50_000L, 46L, 4L, 5L, 3L, 1L, 3L, 3L, 1L, 2L, 2L)))));
        samples.put("recognition-round.scored.v2+without-figures", scored(null));
        samples.put(
                "recognition-round.score-objected.v1",
                new ScoreObjected(ROUND, COMMUNE, 1, LAN, "SELF_PERFORMED", "to-truong-1"));
        samples.put("recognition-round.objection-answered.v1", new ObjectionAnswered(ROUND, COMMUNE, 1, LAN, true));
        honours(samples);
    }

    static void older(Map<String, DomainEvent> samples) {
        samples.put("recognition-round.scored.v1", scored(null));
    }

    private static RoundScored scored(@Nullable List<ScoreFigures> figures) {
        return new RoundScored(
                ROUND,
                COMMUNE,
                2,
                PIN,
                List.of(TEAM),
                List.of(new CandidateStanding(HUNG, 12_500, List.of(Gate.REPORTS_IN_TIME))),
                LocalDate.of(2026, 10, 15),
                figures);
    }

    private static void honours(Map<String, DomainEvent> samples) {
        samples.put(
                "recognition-round.decided.v1",
                new RoundDecided(
                        ROUND, COMMUNE, PIN, List.of(new HonourPlace(HUNG, 12_500, "Vận động cả xóm núi xa nhất"))));
        samples.put(
                "recognition-round.decided.v1+in-the-order-of-the-scores",
                new RoundDecided(ROUND, COMMUNE, PIN, List.of(new HonourPlace(LAN, 82_400, null))));
        samples.put(
                "recognition-round.publication-consented.v1",
                new PublicationConsented(
                        ROUND,
                        COMMUNE,
                        LAN,
                        new PublicationConsent(
                                1,
                                ConsentMethod.SIGNED_FORM,
                                new Responsible(TEAM, new MemberId("m-hung")),
                                LocalDate.of(2026, 10, 16))));
        samples.put(
                "recognition-round.publication-consent-withdrawn.v1",
                new PublicationConsentWithdrawn(ROUND, COMMUNE, LAN));
        samples.put("recognition-round.published.v1", new HonoursPublished(ROUND, COMMUNE, List.of(LAN)));
        samples.put(
                "recognition-round.honour-revoked.v1",
                new HonourRevoked(
                        ROUND,
                        COMMUNE,
                        LAN,
                        List.of(new FalseFigure(Criterion.HOUSEHOLDS_HELPED, 31_000, 12_000)),
                        PIN,
                        new ScorePin(1, 90, "cd".repeat(32), "12".repeat(32))));
    }
}
