package vn.soto.query.detection;

import static vn.soto.query.detection.Detector.Threshold.MATCHES;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.query.detection.DetectedPattern.Evidence;

/**
 * Points to accounts that record help and take it back at once, often on one day. The records may be of several teams of a commune; each
 * of these teams has a finding with its own records.
 */
final class UndoneHelp implements Detector {

    private static final int FEWEST_A_DAY = 6;

    @Override
    public DetectorCode code() {
        return DetectorCode.HELP_UNDONE_AT_ONCE;
    }

    @Override
    public Map<Threshold, Integer> thresholds() {
        return Map.of(MATCHES, FEWEST_A_DAY);
    }

    /** A day of an account. */
    private record Day(String account, LocalDate day) {

        static Day of(HelpRow help) {
            return new Day(help.account(), VietnamTime.day(help.recordedAt()));
        }
    }

    @Override
    public List<DetectedPattern> find(TeamQuarter quarter, CommuneQuarter commune) {
        Set<Day> often =
                commune.undone().collect(Collectors.groupingBy(Day::of, Collectors.counting())).entrySet().stream()
                        .filter(day -> day.getValue() >= FEWEST_A_DAY)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        List<DetectedPattern> findings = new ArrayList<>();
        quarter.undone().stream()
                .collect(Collectors.groupingBy(HelpRow::account, TreeMap::new, Collectors.toList()))
                .forEach((account, undone) -> {
                    List<HelpRow> shown = undone.stream()
                            .filter(each -> often.contains(Day.of(each)))
                            .toList();
                    if (!shown.isEmpty()) {
                        findings.add(finding(quarter.team().value(), account, undone.size(), shown));
                    }
                });
        return findings;
    }

    private DetectedPattern finding(String team, String account, int of, List<HelpRow> shown) {
        List<String> members = shown.stream().map(HelpRow::member).distinct().toList();
        boolean ofOne = members.size() == 1 && !members.getFirst().isEmpty();
        return new DetectedPattern(
                code(),
                new TeamId(team),
                account,
                ofOne ? new MemberId(members.getFirst()) : null,
                of,
                shown.stream().map(each -> Evidence.of(each, 1)).toList());
    }
}
