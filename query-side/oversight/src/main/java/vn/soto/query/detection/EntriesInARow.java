package vn.soto.query.detection;

import static vn.soto.query.detection.Detector.Threshold.HOURS;
import static vn.soto.query.detection.Detector.Threshold.MINUTES;
import static vn.soto.query.detection.Detector.Threshold.PERSONS;
import static vn.soto.query.detection.Detector.Threshold.SECONDS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.soto.query.detection.DetectedPattern.Evidence;

/**
 * Points to members for whom help to many, at different hours, was typed in one after the other within minutes, hours after
 * it. It looks at the times of recording, which nobody states. Machines do not type: imports, pasted pages and the queue of a
 * telephone come seconds apart. An account that enters for several members is a clerk's.
 */
final class EntriesInARow implements Detector {

    private static final int WITHIN_MINUTES = 15;
    private static final int FEWEST_HELPED = 6;
    private static final int HOURS_AFTERWARDS = 1;
    private static final int SECONDS_TO_TYPE = 10;

    /** Of three entries of an account more than so many are of one member, or it is a clerk's. */
    private static final int OF_THREE = 2;

    private static final Comparator<HelpRow> AS_RECORDED =
            Comparator.comparing(HelpRow::recordedAt).thenComparingLong(HelpRow::recordedIn);

    @Override
    public DetectorCode code() {
        return DetectorCode.ENTRIES_IN_A_ROW;
    }

    @Override
    public Map<Threshold, Integer> thresholds() {
        return Map.of(
                MINUTES, WITHIN_MINUTES, PERSONS, FEWEST_HELPED, HOURS, HOURS_AFTERWARDS, SECONDS, SECONDS_TO_TYPE);
    }

    @Override
    public List<DetectedPattern> find(TeamQuarter quarter, CommuneQuarter commune) {
        Map<String, List<HelpRow>> byAccount =
                commune.help().sorted(AS_RECORDED).collect(Collectors.groupingBy(HelpRow::account));
        List<DetectedPattern> findings = new ArrayList<>();
        quarter.byMember().forEach((member, help) -> {
            List<Evidence> evidence = new ArrayList<>();
            help.stream()
                    .collect(Collectors.groupingBy(HelpRow::account, TreeMap::new, Collectors.toList()))
                    .forEach((account, own) -> {
                        List<HelpRow> all = byAccount.getOrDefault(account, List.of());
                        if (own.size() * (OF_THREE + 1) > all.size() * OF_THREE) {
                            rows(typed(all).stream().filter(own::contains).toList(), evidence);
                        }
                    });
            if (!evidence.isEmpty()) {
                findings.add(DetectedPattern.of(code(), quarter.team().value(), member, help.size(), evidence));
            }
        });
        return findings;
    }

    /** The entries that somebody had the time to type since the one before, and before the next one. */
    private static List<HelpRow> typed(List<HelpRow> entries) {
        List<HelpRow> typed = new ArrayList<>();
        for (int at = 0; at < entries.size(); at++) {
            if ((at == 0 || isTyping(entries.get(at - 1), entries.get(at)))
                    && (at == entries.size() - 1 || isTyping(entries.get(at), entries.get(at + 1)))) {
                typed.add(entries.get(at));
            }
        }
        return typed;
    }

    private static boolean isTyping(HelpRow before, HelpRow after) {
        return Duration.between(before.recordedAt(), after.recordedAt()).toSeconds() >= SECONDS_TO_TYPE;
    }

    /** A row begins with the earliest entry that has enough within the minutes after it; an entry belongs to one row. */
    private static void rows(List<HelpRow> typed, List<Evidence> evidence) {
        List<HelpRow> late = typed.stream().filter(EntriesInARow::isLate).toList();
        int first = 0;
        while (first < late.size()) {
            int after = first;
            while (after < late.size() && isSoonAfter(late.get(first), late.get(after))) {
                after++;
            }
            List<HelpRow> row = late.subList(first, after);
            if (helped(row) >= FEWEST_HELPED && !isSaidAtOnce(row)) {
                int group = evidence.isEmpty() ? 1 : evidence.getLast().group() + 1;
                row.forEach(each -> evidence.add(Evidence.of(each, group)));
                first = after;
            } else {
                first++;
            }
        }
    }

    private static boolean isLate(HelpRow help) {
        return help.isOneByOne()
                && help.isTimed()
                && help.helped() != null
                && Duration.between(help.occurredAt(), help.recordedAt()).toHours() >= HOURS_AFTERWARDS;
    }

    private static boolean isSoonAfter(HelpRow first, HelpRow later) {
        return Duration.between(first.recordedAt(), later.recordedAt()).compareTo(Duration.ofMinutes(WITHIN_MINUTES))
                <= 0;
    }

    private static long helped(List<HelpRow> row) {
        return row.stream()
                .map(each -> Objects.requireNonNull(each.helped()))
                .distinct()
                .count();
    }

    /** Whether the help is said to have been given at one time, which another detector points to. */
    private static boolean isSaidAtOnce(List<HelpRow> row) {
        return row.stream().map(HelpRow::occurredAt).distinct().count() == 1;
    }
}
