package vn.soto.query.detection;

import static vn.soto.query.detection.Detector.Threshold.MATCHES;
import static vn.soto.query.detection.Detector.Threshold.PERSONS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.soto.contracts.assistance.Channel;
import vn.soto.query.detection.DetectedPattern.Evidence;

/**
 * Points to devices on which the help of several members is entered, but for that at the public-service centre. The members may be in
 * several teams of a commune; each of these teams has a finding with its own records.
 */
final class SharedDevice implements Detector {

    private static final int FEWEST_MEMBERS = 3;
    private static final int FEWEST_RECORDS_EACH = 3;

    @Override
    public DetectorCode code() {
        return DetectorCode.SHARED_DEVICE;
    }

    @Override
    public Map<Threshold, Integer> thresholds() {
        return Map.of(PERSONS, FEWEST_MEMBERS, MATCHES, FEWEST_RECORDS_EACH);
    }

    @Override
    public List<DetectedPattern> find(TeamQuarter quarter, CommuneQuarter commune) {
        Map<String, List<HelpRow>> byDevice = quarter.help().stream()
                .filter(SharedDevice::isLookedAt)
                .collect(Collectors.groupingBy(
                        help -> Objects.requireNonNull(help.device()), TreeMap::new, Collectors.toList()));
        int of = byDevice.values().stream().mapToInt(List::size).sum();
        Map<String, Set<String>> membersOn = membersByDevice(commune);
        List<DetectedPattern> findings = new ArrayList<>();
        byDevice.forEach((device, help) -> {
            Set<String> members = membersOn.getOrDefault(device, Set.of());
            List<Evidence> evidence = help.stream()
                    .filter(each -> members.contains(each.member()))
                    .map(each -> Evidence.of(each, 1))
                    .toList();
            if (members.size() >= FEWEST_MEMBERS && !evidence.isEmpty()) {
                findings.add(new DetectedPattern(code(), quarter.team(), device, null, of, evidence));
            }
        });
        return findings;
    }

    private static boolean isLookedAt(HelpRow help) {
        return help.device() != null && help.channel() != Channel.PUBLIC_SERVICE_CENTRE;
    }

    /** Members of whom enough is entered on a device, whatever teams they are in. */
    private static Map<String, Set<String>> membersByDevice(CommuneQuarter commune) {
        Map<String, Map<String, Long>> entered = commune.help()
                .filter(SharedDevice::isLookedAt)
                .collect(Collectors.groupingBy(
                        help -> Objects.requireNonNull(help.device()),
                        Collectors.groupingBy(HelpRow::member, Collectors.counting())));
        Map<String, Set<String>> members = new HashMap<>();
        entered.forEach((device, records) -> members.put(
                device,
                records.entrySet().stream()
                        .filter(member -> member.getValue() >= FEWEST_RECORDS_EACH)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet())));
        return members;
    }
}
