package vn.soto.domain.team;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.ConsolidationCorrected;
import vn.soto.contracts.team.TeamEvent.DeputyRelieved;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.TeamBroughtUpToDate;
import vn.soto.contracts.team.TeamEvent.TeamConsolidated;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLedByAnother;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedOutdated;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedUnderstaffed;
import vn.soto.contracts.team.TeamEvent.TeamStaffingRestored;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/** The last consolidation of a team, with what it changed, so that it can have another day or be taken back. */
final class LastConsolidation {

    private @Nullable Done done;

    /** Events of the consolidation follow: those of its commit come one after another. */
    private boolean goesOn;

    /**
     * @param coverage before it
     * @param leader   before it; absent without one
     * @param deputy   before it; absent without one
     * @param came     members who were enrolled
     * @param went     members whose memberships ended the day before
     * @param changed  its other changes, each with what it decided: {@link LeaderAppointed}, {@link DeputyRelieved},
     *     {@link TeamCoverageChanged}
     */
    record Done(
            LocalDate from,
            List<TeamId> absorbed,
            Instrument decision,
            Set<UnitId> coverage,
            @Nullable MemberId leader,
            @Nullable MemberId deputy,
            Set<MemberId> came,
            Set<MemberId> went,
            Map<Class<?>, Object> changed) {

        private boolean includes(TeamEvent event) {
            return switch (event) {
                case MembershipEnded ended ->
                    ended.reason() == EndReason.REPLACED
                            && ended.lastDay().plusDays(1).equals(from)
                            && went.add(ended.member());
                case MemberEnrolled enrolled -> enrolled.effectiveFrom().equals(from) && came.add(enrolled.member());
                case LeaderAppointed appointed ->
                    appointed.effectiveFrom().equals(from) && isFirst(event, appointed.member());
                case DeputyRelieved relieved -> relieved.since().equals(from) && isFirst(event, relieved.member());
                case TeamCoverageChanged covered ->
                    covered.effectiveFrom().equals(from) && isFirst(event, Set.copyOf(covered.coverage()));
                case TeamFlaggedLedByAnother _,
                        TeamFlaggedUnderstaffed _,
                        TeamStaffingRestored _,
                        TeamFlaggedOutdated _,
                        TeamBroughtUpToDate _ -> true;
                default -> false;
            };
        }

        private boolean isFirst(TeamEvent event, Object decided) {
            return changed.putIfAbsent(event.getClass(), decided) == null;
        }

        /** The leader whom it appointed; absent if the leader stayed. */
        @Nullable
        MemberId appointed() {
            return (MemberId) changed.get(LeaderAppointed.class);
        }

        /** The units that it decided to be covered; none if they stayed. */
        Set<UnitId> covered() {
            return changed.get(TeamCoverageChanged.class) instanceof Set<?> units
                    ? units.stream().map(UnitId.class::cast).collect(Collectors.toUnmodifiableSet())
                    : Set.of();
        }

        boolean changed(Class<?> kind) {
            return changed.containsKey(kind);
        }

        /** Whether the consolidation decided what the team has on its day, and nobody has changed it for that day since. */
        boolean decided(Class<?> kind, @Nullable Object now) {
            return now != null && now.equals(changed.get(kind));
        }

        private Done on(LocalDate day) {
            return new Done(day, absorbed, decision, coverage, leader, deputy, came, went, changed);
        }
    }

    /** The consolidation of that day with these teams, if it is the last one. */
    Optional<Done> of(LocalDate from, Set<TeamId> absorbed) {
        return Optional.ofNullable(done)
                .filter(known ->
                        known.from.equals(from) && Set.copyOf(known.absorbed).equals(absorbed));
    }

    /** @param before state of the team before the event */
    void evolve(TeamEvent event, Team before) {
        switch (event) {
            case TeamConsolidated consolidated -> {
                LocalDate from = consolidated.effectiveFrom();
                done = new Done(
                        from,
                        consolidated.absorbed(),
                        consolidated.decision(),
                        before.territory.latest(),
                        before.offices.leader(from),
                        before.offices.deputy(from),
                        new HashSet<>(),
                        new HashSet<>(),
                        new HashMap<>());
                goesOn = true;
            }
            case ConsolidationCorrected corrected -> {
                LocalDate right = corrected.effectiveFrom();
                done = done == null || right == null ? null : done.on(right);
                goesOn = false;
            }
            default -> goesOn = goesOn && done != null && done.includes(event);
        }
    }
}
