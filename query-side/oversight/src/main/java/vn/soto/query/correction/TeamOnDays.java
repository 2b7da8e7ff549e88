package vn.soto.query.correction;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.report.CountedEvent;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MembershipState;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.CoverageCorrected;
import vn.soto.contracts.team.TeamEvent.DissolutionCorrected;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitLineage;

/** A team as some of its events tell it; answers as the aggregate answers the rules of commands. */
final class TeamOnDays {

    private final DayHistory<List<UnitId>> areas = new DayHistory<>();
    private List<MembershipState> memberships = List.of();
    private @Nullable LocalDate lastDay;

    /** @param facts the kept events of the team itself, in order */
    TeamOnDays(Stream<CountedEvent> facts) {
        facts.forEach(fact -> on(fact.event()));
    }

    private void on(DomainEvent event) {
        if (event instanceof TeamEvent of) {
            memberships = MembershipState.after(of, memberships);
        }
        switch (event) {
            case TeamFormed formed -> areas.put(formed.effectiveFrom(), formed.coverage());
            case TeamCoverageChanged changed -> areas.put(changed.effectiveFrom(), changed.coverage());
            case CoverageCorrected right -> areas.moveLast(right.enteredFrom(), right.effectiveFrom());
            case DissolutionCorrected right -> lastDay = right.lastDay();
            case TeamDissolved dissolved -> lastDay = dissolved.lastDay();
            default -> {
                // neither its area nor its end changes
            }
        }
    }

    private Stream<MembershipState> of(MemberId member) {
        return memberships.stream().filter(membership -> membership.member().equals(member));
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
        List<UnitId> area = areas.on(day);
        return area.contains(recorded) || lineage.covers(area::contains, recorded);
    }
}
