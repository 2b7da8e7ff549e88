package vn.soto.query.detection;

import static vn.soto.query.detection.Detector.Threshold.HOURS;
import static vn.soto.query.detection.Detector.Threshold.MATCHES;
import static vn.soto.query.detection.Detector.Threshold.PERCENT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.soto.query.detection.DetectedPattern.Evidence;

/** Points to members who often record help with the same service to the same household or business again after a short time. */
final class RepeatedHelp implements Detector {

    private static final int HOURS_BETWEEN = 72;
    private static final int FEWEST_REPETITIONS = 4;
    private static final int LOWEST_PERCENT = 8;

    @Override
    public DetectorCode code() {
        return DetectorCode.REPEATED_HELP;
    }

    @Override
    public Map<Threshold, Integer> thresholds() {
        return Map.of(HOURS, HOURS_BETWEEN, MATCHES, FEWEST_REPETITIONS, PERCENT, LOWEST_PERCENT);
    }

    @Override
    public List<DetectedPattern> find(TeamQuarter quarter, CommuneQuarter commune) {
        return quarter.byMember().entrySet().stream()
                .flatMap(member -> find(quarter.team().value(), member.getKey(), member.getValue()).stream())
                .toList();
    }

    private Optional<DetectedPattern> find(String team, String member, List<HelpRow> help) {
        Map<String, HelpRow> last = new HashMap<>();
        Map<String, Integer> groups = new HashMap<>();
        List<Evidence> evidence = new ArrayList<>();
        int lastGroup = 0;
        int repetitions = 0;
        for (HelpRow each : help) {
            String helped = each.helped();
            if (helped == null) {
                continue;
            }
            HelpRow before = last.get(helped);
            if (before != null && repeats(before, each)) {
                Integer group = groups.get(before.assistance().value());
                if (group == null) {
                    group = ++lastGroup;
                    evidence.add(Evidence.of(before, group));
                }
                groups.put(each.assistance().value(), group);
                evidence.add(Evidence.of(each, group));
                repetitions++;
            }
            last.put(helped, each);
        }
        return MemberShare.isLarge(repetitions, help.size(), thresholds())
                ? Optional.of(DetectedPattern.of(code(), team, member, help.size(), evidence))
                : Optional.empty();
    }

    private static boolean repeats(HelpRow before, HelpRow after) {
        return Duration.between(before.occurredAt(), after.occurredAt()).compareTo(Duration.ofHours(HOURS_BETWEEN)) <= 0
                && !Collections.disjoint(before.services(), after.services());
    }
}
