package vn.soto.query.detection;

import static vn.soto.query.detection.Detector.Threshold.MINUTES;
import static vn.soto.query.detection.Detector.Threshold.PERSONS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.soto.query.detection.DetectedPattern.Evidence;

/** Points to members who state help to many at homes or by telephone within minutes, more than anybody can visit or call. */
final class BurstOfHelp implements Detector {

    private static final int WITHIN_MINUTES = 10;
    private static final int FEWEST_HELPED = 5;

    @Override
    public DetectorCode code() {
        return DetectorCode.BURST_OF_HELP;
    }

    @Override
    public Map<Threshold, Integer> thresholds() {
        return Map.of(MINUTES, WITHIN_MINUTES, PERSONS, FEWEST_HELPED);
    }

    @Override
    public List<DetectedPattern> find(TeamQuarter quarter, CommuneQuarter commune) {
        List<DetectedPattern> findings = new ArrayList<>();
        quarter.byMember().forEach((member, help) -> {
            List<HelpRow> oneByOne = help.stream()
                    .filter(each -> each.isOneByOne() && each.isTimed() && each.helped() != null)
                    .toList();
            List<Evidence> evidence = evidence(oneByOne);
            if (!evidence.isEmpty()) {
                findings.add(DetectedPattern.of(code(), quarter.team().value(), member, oneByOne.size(), evidence));
            }
        });
        return findings;
    }

    /** Bursts begin with the earliest record that has enough within the minutes after it; a record belongs to one burst. */
    private static List<Evidence> evidence(List<HelpRow> help) {
        List<Evidence> evidence = new ArrayList<>();
        int bursts = 0;
        int first = 0;
        while (first < help.size()) {
            int after = first;
            while (after < help.size() && isSoonAfter(help.get(first), help.get(after))) {
                after++;
            }
            List<HelpRow> within = help.subList(first, after);
            if (within.stream()
                            .map(each -> Objects.requireNonNull(each.helped()))
                            .distinct()
                            .count()
                    >= FEWEST_HELPED) {
                int burst = ++bursts;
                within.forEach(each -> evidence.add(Evidence.of(each, burst)));
                first = after;
            } else {
                first++;
            }
        }
        return evidence;
    }

    private static boolean isSoonAfter(HelpRow first, HelpRow later) {
        return Duration.between(first.occurredAt(), later.occurredAt()).compareTo(Duration.ofMinutes(WITHIN_MINUTES))
                <= 0;
    }
}
