package vn.soto.query.detection;

import static vn.soto.query.detection.Detector.Threshold.DAYS;
import static vn.soto.query.detection.Detector.Threshold.ELSEWHERE;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.soto.contracts.audit.WilsonInterval;
import vn.soto.query.detection.DetectedPattern.Evidence;

/**
 * Points to members of whose records a large share has one and the same value, on several days. If the rule says so, a value that others
 * in the commune often have too is usual there and says nothing of the member.
 *
 * @param value of a record; empty if the record is not looked at
 */
record MostFrequentValue(
        DetectorCode code, Map<Threshold, Integer> thresholds, Function<HelpRow, Optional<Integer>> value)
        implements Detector {

    private static final int ALL = 100;
    private static final Comparator<Map.Entry<Integer, List<HelpRow>>> MOST =
            Comparator.comparingInt(same -> same.getValue().size());

    @Override
    public List<DetectedPattern> find(TeamQuarter quarter, CommuneQuarter commune) {
        return quarter.byMember().entrySet().stream()
                .flatMap(member -> find(quarter.team().value(), member.getKey(), member.getValue(), commune).stream())
                .toList();
    }

    private Optional<DetectedPattern> find(String team, String member, List<HelpRow> help, CommuneQuarter commune) {
        Map<Integer, List<HelpRow>> byValue = help.stream()
                .filter(each -> value.apply(each).isPresent())
                .collect(Collectors.groupingBy(
                        each -> value.apply(each).orElseThrow(), TreeMap::new, Collectors.toList()));
        int of = byValue.values().stream().mapToInt(List::size).sum();
        return byValue.entrySet().stream()
                .max(MOST)
                .filter(same -> MemberShare.isLarge(same.getValue().size(), of, thresholds)
                        && onSeveralDays(same.getValue())
                        && !isUsual(same.getKey(), member, commune))
                .map(Map.Entry::getValue)
                .map(same -> DetectedPattern.of(
                        code,
                        team,
                        member,
                        of,
                        same.stream().map(each -> Evidence.of(each, 1)).toList()));
    }

    private boolean onSeveralDays(List<HelpRow> same) {
        return same.stream().map(HelpRow::day).distinct().count() >= thresholds.getOrDefault(DAYS, 1);
    }

    private boolean isUsual(int common, String member, CommuneQuarter commune) {
        Integer percent = thresholds.get(ELSEWHERE);
        if (percent == null) {
            return false;
        }
        List<Integer> others = commune.help()
                .filter(each -> !each.member().equals(member))
                .flatMap(each -> value.apply(each).stream())
                .toList();
        long same = others.stream().filter(each -> each == common).count();
        return same > 0 && WilsonInterval.of(same, others.size()).lower() * ALL > percent;
    }
}
