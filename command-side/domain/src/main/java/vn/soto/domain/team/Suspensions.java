package vn.soto.domain.team;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.soto.contracts.team.MemberId;

/** Who was suspended from when to when; a person's suspensions never overlap. */
final class Suspensions {

    /** Last day of a suspension nobody has ended. */
    private static final LocalDate OPEN = LocalDate.MAX;

    /** For each member, last day by first day. */
    private final Map<MemberId, NavigableMap<LocalDate, LocalDate>> all = new HashMap<>();

    /** From its first day to its last, both included. */
    record Suspension(LocalDate firstDay, LocalDate lastDay) {

        boolean open() {
            return lastDay.equals(OPEN);
        }

        boolean reaches(LocalDate day) {
            return !lastDay.isBefore(day);
        }

        boolean includes(LocalDate day) {
            return !firstDay.isAfter(day) && reaches(day);
        }
    }

    void start(MemberId member, LocalDate firstDay) {
        all.computeIfAbsent(member, m -> new TreeMap<>()).put(firstDay, OPEN);
    }

    /** The one nobody has ended; if it would end before it begins, there was none. */
    void end(MemberId member, LocalDate lastDay) {
        open(member)
                .ifPresent(suspension -> all.computeIfPresent(member, (m, days) -> {
                    if (lastDay.isBefore(suspension.firstDay)) {
                        days.remove(suspension.firstDay);
                    } else {
                        days.put(suspension.firstDay, lastDay);
                    }
                    return days;
                }));
    }

    Stream<Suspension> of(MemberId member) {
        return all.getOrDefault(member, new TreeMap<>()).entrySet().stream()
                .map(days -> new Suspension(days.getKey(), days.getValue()));
    }

    Optional<Suspension> open(MemberId member) {
        return of(member).filter(Suspension::open).findAny();
    }

    /** The last day on which a suspension begins or ends. */
    LocalDate lastChange() {
        return all.keySet().stream()
                .flatMap(this::of)
                .map(suspension -> suspension.open() ? suspension.firstDay : suspension.lastDay)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }
}
