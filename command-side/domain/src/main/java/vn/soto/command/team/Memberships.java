package vn.soto.command.team;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import vn.soto.contracts.team.MemberId;

/** Who belonged to a team from when to when. A person who returns has several periods, which never overlap. */
final class Memberships {

    /** Last day of a membership nobody has ended. */
    private static final LocalDate OPEN = LocalDate.MAX;

    /** For each member, last day by first day. */
    private final Map<MemberId, NavigableMap<LocalDate, LocalDate>> periods = new HashMap<>();

    void start(MemberId member, LocalDate firstDay) {
        periods.computeIfAbsent(member, m -> new TreeMap<>()).put(firstDay, OPEN);
    }

    void end(MemberId member, LocalDate lastDay) {
        openSince(member)
                .ifPresent(firstDay -> periods.computeIfPresent(member, (m, days) -> {
                    days.put(firstDay, lastDay);
                    return days;
                }));
    }

    boolean includes(MemberId member, LocalDate day) {
        var period = of(member).floorEntry(day);
        return period != null && !day.isAfter(period.getValue());
    }

    /** First day of the membership that nobody has ended. */
    Optional<LocalDate> openSince(MemberId member) {
        return Optional.ofNullable(of(member).lastEntry())
                .filter(period -> period.getValue().equals(OPEN))
                .map(Map.Entry::getKey);
    }

    /** Last day of the latest membership, if that has ended. */
    Optional<LocalDate> endedOn(MemberId member) {
        return Optional.ofNullable(of(member).lastEntry())
                .map(Map.Entry::getValue)
                .filter(lastDay -> !lastDay.equals(OPEN));
    }

    /** Number of memberships nobody has ended. */
    int open() {
        return (int) periods.keySet().stream()
                .filter(member -> openSince(member).isPresent())
                .count();
    }

    private NavigableMap<LocalDate, LocalDate> of(MemberId member) {
        return periods.getOrDefault(member, new TreeMap<>());
    }
}
