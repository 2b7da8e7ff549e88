package vn.soto.query.correction;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MembershipState;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitLineage;

/** A team as some of its events tell it; answers as the aggregate answers the rules of commands. */
final class TeamOnDays {

    private final Map<Long, TeamFacts.Fact> memberships = new HashMap<>();
    private final DayHistory<List<String>> areas = new DayHistory<>();
    private @Nullable LocalDate lastDay;

    TeamOnDays(List<TeamFacts.Fact> rows) {
        for (TeamFacts.Fact row : rows) {
            if (row.membership() != null) {
                memberships.put(row.begun(), row);
            } else if (row.coveredFrom() != null) {
                cover(row.entered(), row.coveredFrom(), row.units());
            } else {
                lastDay = row.lastDay();
            }
        }
    }

    private void cover(@Nullable LocalDate entered, LocalDate from, List<String> units) {
        if (entered == null) {
            areas.put(from, units);
        } else {
            areas.moveLast(entered, from);
        }
    }

    /** The last row of each membership. */
    Collection<TeamFacts.Fact> memberships() {
        return memberships.values();
    }

    private Stream<MembershipState> of(MemberId member) {
        return memberships.values().stream()
                .flatMap(row -> Stream.ofNullable(row.membership()))
                .filter(membership -> membership.member().equals(member));
    }

    boolean wasMember(MemberId member, LocalDate day) {
        return of(member).anyMatch(membership -> membership.includes(day));
    }

    boolean wasActive(MemberId member, LocalDate day) {
        return wasMember(member, day) && of(member).noneMatch(membership -> membership.isSuspendedOn(day));
    }

    /**
     * Whether the team worked for what is recorded in a unit. On a day before the first, what the team began with counts.
     *
     * @param lineage of units on that day
     */
    boolean covers(UnitId recorded, LocalDate day, UnitLineage lineage) {
        if (areas.isEmpty() || (lastDay != null && day.isAfter(lastDay))) {
            return false;
        }
        List<String> area = areas.on(day);
        return area.contains(recorded.value()) || lineage.covers(unit -> area.contains(unit.value()), recorded);
    }
}
