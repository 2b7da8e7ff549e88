package vn.soto.query.detection;

import static vn.soto.query.detection.Detector.Threshold.PERCENT;
import static vn.soto.query.detection.Detector.Threshold.RECORDS;

import java.util.List;
import java.util.Map;
import vn.soto.contracts.outreach.CountBasis;
import vn.soto.query.detection.DetectedPattern.Evidence;

/** Points to teams whose counted attendance at outreach is a multiple of five far more often than one time in five. */
final class RoundAttendance implements Detector {

    private static final int ROUND = 5;
    private static final int FEWEST_SESSIONS = 7;
    private static final int LOWEST_PERCENT = 45;

    @Override
    public DetectorCode code() {
        return DetectorCode.ROUND_ATTENDANCE;
    }

    @Override
    public Map<Threshold, Integer> thresholds() {
        return Map.of(RECORDS, FEWEST_SESSIONS, PERCENT, LOWEST_PERCENT);
    }

    @Override
    public List<DetectedPattern> find(TeamQuarter quarter, CommuneQuarter commune) {
        List<SessionRow> counted = quarter.sessions().stream()
                .filter(session -> session.basis() != CountBasis.ESTIMATE && session.attendance() > 0)
                .toList();
        List<SessionRow> round = counted.stream()
                .filter(session -> session.attendance() % ROUND == 0)
                .toList();
        return MemberShare.isLarge(round.size(), counted.size(), thresholds())
                ? List.of(new DetectedPattern(
                        code(),
                        quarter.team(),
                        "",
                        null,
                        counted.size(),
                        round.stream().map(Evidence::of).toList()))
                : List.of();
    }
}
