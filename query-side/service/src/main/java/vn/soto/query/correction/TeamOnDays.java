package vn.soto.query.correction;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.MembershipState;

/** A team as some of its events tell it; answers as the aggregate answers the rules of commands. */
final class TeamOnDays {

    private final Map<Long, TeamFacts.Fact> memberships = new HashMap<>();
    private final NavigableMap<LocalDate, List<String>> areas = new TreeMap<>();
    private @Nullable LocalDate lastDay;

    TeamOnDays(List<TeamFacts.Fact> rows) {
        for (TeamFacts.Fact row : rows) {
            if (row.membership() != null) {
                memberships.put(row.begun(), row);
            } else if (row.coveredFrom() != null) {
                areas.put(row.coveredFrom(), row.units());
            } else {
                lastDay = row.lastDay();
            }
        }
    }

    /** The last row of each membership. */
    Collection<TeamFacts.Fact> memberships() {
        return memberships.values();
    }

    private Stream<MembershipState> of(String member) {
        return memberships.values().stream()
                .flatMap(row -> Stream.ofNullable(row.membership()))
                .filter(membership -> membership.member().value().equals(member));
    }

    boolean wasMember(String member, LocalDate day) {
        return of(member).anyMatch(membership -> membership.includes(day));
    }

    boolean wasActive(String member, LocalDate day) {
        return wasMember(member, day) && of(member).noneMatch(membership -> membership.isSuspendedOn(day));
    }

    /** On a day before the first, what the team began with. */
    boolean covered(String unit, LocalDate day) {
        if (areas.isEmpty() || (lastDay != null && day.isAfter(lastDay))) {
            return false;
        }
        var area = areas.floorEntry(day);
        return (area == null ? areas.firstEntry() : area).getValue().contains(unit);
    }
}
