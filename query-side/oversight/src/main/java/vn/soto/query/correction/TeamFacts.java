package vn.soto.query.correction;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.MembershipState;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.CoverageCorrected;
import vn.soto.contracts.team.TeamEvent.DissolutionCorrected;
import vn.soto.contracts.team.TeamEvent.MembershipEvent;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.Batch;
import vn.soto.projection.RowListType;
import vn.soto.projection.VersionedRows;

/**
 * The members, the area and the end of a team, with a row for each event that says something of them.
 *
 * @param id the team
 */
record TeamFacts(String id, List<Fact> rows) {

    static final RowListType<Fact> ROWS = RowListType.of("team-facts", Fact.class, 64, Fact::order);

    /**
     * The state after an event.
     *
     * @param order       position of the event and index in it
     * @param begun       order of the row with which the membership began
     * @param membership  absent if the row is about something else, like the others
     * @param coveredFrom first day of {@code units}
     * @param entered     day that was entered for them before; absent unless the row corrects it
     * @param lastDay     of the team
     */
    public record Fact(
            long order,
            long begun,
            @Nullable MembershipState membership,
            @Nullable LocalDate coveredFrom,
            @Nullable LocalDate entered,
            List<String> units,
            @Nullable LocalDate lastDay) {}

    static TeamFacts of(String team, Batch batch) {
        return new TeamFacts(team, ROWS.find(team, batch));
    }

    /** Rows of one event: more than a team has founding members. */
    private static final long PER_EVENT = 1_000;

    /** Whether an event of the team says something of its members, its area or its end. */
    static boolean areChangedBy(TeamEvent event) {
        return event instanceof MembershipEvent
                || event instanceof TeamCoverageChanged
                || event instanceof CoverageCorrected
                || event instanceof DissolutionCorrected
                || event instanceof TeamDissolved;
    }

    private TeamFacts with(long order, long begun, @Nullable MembershipState membership, @Nullable LocalDate lastDay) {
        return with(new Fact(order, begun, membership, null, null, List.of(), lastDay));
    }

    private TeamFacts with(Fact row) {
        return new TeamFacts(id, VersionedRows.with(rows, row, Fact::order));
    }

    /** @param entered day of which {@code from} is the right one; absent for a change of coverage */
    private TeamFacts covering(long order, @Nullable LocalDate entered, LocalDate from, List<UnitId> units) {
        List<String> ids = units.stream().map(UnitId::value).toList();
        return with(new Fact(order, 0, null, from, entered, ids, null));
    }

    static void add(String team, TeamEvent event, long position, Batch batch) {
        of(team, batch).with(event, position).rows.stream()
                .filter(row -> row.order / PER_EVENT == position)
                .forEach(row -> ROWS.put(team, row, batch));
    }

    /** The same after one more event. */
    private TeamFacts with(TeamEvent event, long position) {
        long order = position * PER_EVENT;
        TeamFacts after = this;
        for (MembershipState begun : MembershipState.begunBy(event)) {
            order++;
            after = after.with(order, order, begun, null);
        }
        for (Fact row : before(position).memberships()) {
            MembershipState membership = Objects.requireNonNull(row.membership());
            if (membership.isChangedBy(event)) {
                order++;
                after = after.with(order, row.begun(), membership.after(event), null);
            }
        }
        return switch (event) {
            case TeamFormed formed -> after.covering(order + 1, null, formed.effectiveFrom(), formed.coverage());
            case TeamCoverageChanged changed ->
                after.covering(order + 1, null, changed.effectiveFrom(), changed.coverage());
            case CoverageCorrected right ->
                after.covering(order + 1, right.enteredFrom(), right.effectiveFrom(), right.coverage());
            case DissolutionCorrected right -> after.with(order + 1, 0, null, right.lastDay());
            case TeamDissolved dissolved -> after.with(order + 1, 0, null, dissolved.lastDay());
            default -> after;
        };
    }

    /** The state by the events before a position. */
    TeamOnDays before(long position) {
        return new TeamOnDays(
                rows.stream().filter(row -> row.order() < position * PER_EVENT).toList());
    }
}
