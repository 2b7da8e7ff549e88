package vn.soto.query.detection;

import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import vn.soto.contracts.audit.WilsonInterval;
import vn.soto.query.detection.DetectedPattern.Evidence;

/**
 * Points to members of whose records a large share shows a property. Few records say little: the lower end of the interval of
 * the share counts, not the share.
 *
 * @param matches records that show the property
 */
record MemberShare(DetectorCode code, Map<Threshold, Integer> thresholds, BiPredicate<HelpRow, TeamQuarter> matches)
        implements Detector {

    private static final int ALL = 100;

    @Override
    public List<DetectedPattern> find(TeamQuarter quarter, CommuneQuarter commune) {
        return quarter.byMember().entrySet().stream()
                .flatMap(member -> {
                    List<HelpRow> of = member.getValue();
                    List<HelpRow> found = of.stream()
                            .filter(help -> matches.test(help, quarter))
                            .toList();
                    return isLarge(found.size(), of.size(), thresholds)
                            ? Stream.of(DetectedPattern.of(
                                    code,
                                    quarter.team().value(),
                                    member.getKey(),
                                    of.size(),
                                    found.stream()
                                            .map(help -> Evidence.of(help, 1))
                                            .toList()))
                            : Stream.empty();
                })
                .toList();
    }

    /** Whether so many of so many records are more than a rule allows. */
    static boolean isLarge(int found, int of, Map<Threshold, Integer> thresholds) {
        int percent = thresholds.getOrDefault(Threshold.PERCENT, 0);
        if (of == 0
                || of < thresholds.getOrDefault(Threshold.RECORDS, 1)
                || found < thresholds.getOrDefault(Threshold.MATCHES, 1)) {
            return false;
        }
        return percent == ALL ? found == of : WilsonInterval.of(found, of).lower() * ALL > percent;
    }
}
