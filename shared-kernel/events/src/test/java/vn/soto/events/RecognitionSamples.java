package vn.soto.events;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.soto.contracts.recognition.Candidate;
import vn.soto.contracts.recognition.CandidateStanding;
import vn.soto.contracts.recognition.Gate;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundScored;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.recognition.ScorePin;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/** A sample of an older event of rounds of recognition. */
final class RecognitionSamples {

    private static final RoundId ROUND = new RoundId("019a0000-0000-7000-8000-0000000000e1");
    private static final UnitId COMMUNE = new UnitId("u-commune");
    private static final TeamId TEAM = new TeamId("team-1");
    private static final Candidate HUNG = Candidate.of(new MemberId("m-hung"));
    private static final ScorePin PIN = new ScorePin(1, 44, "ef".repeat(32), "ab".repeat(32));

    private RecognitionSamples() {}

    static void older(Map<String, DomainEvent> samples) {
        samples.put("recognition-round.scored.v1", scored());
    }

    private static RoundScored scored() {
        return new RoundScored(
                ROUND,
                COMMUNE,
                2,
                PIN,
                List.of(TEAM),
                List.of(new CandidateStanding(HUNG, 12_500, List.of(Gate.REPORTS_IN_TIME))),
                LocalDate.of(2026, 10, 15),
                null);
    }
}
