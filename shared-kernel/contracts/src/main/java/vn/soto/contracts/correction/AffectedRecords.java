package vn.soto.contracts.correction;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.CoverageCorrected;
import vn.soto.contracts.team.TeamEvent.DissolutionCorrected;
import vn.soto.contracts.team.TeamEvent.MemberSuspended;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.MembershipEvent;
import vn.soto.contracts.team.TeamEvent.SuspensionCorrected;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitEvent.UnitChangeUndone;
import vn.soto.contracts.unit.UnitEvent.UnitTakeOverUndone;
import vn.soto.contracts.unit.UnitId;

/**
 * The records of a day and later that an event may leave behind. The list of records to correct and the number in a command's warning
 * both look at these.
 */
public sealed interface AffectedRecords {

    LocalDate since();

    /** The rules that the records may no longer fulfil. */
    default List<RestingRule> rules() {
        return List.of(RestingRule.AREA);
    }

    /** @param inArea whether the area of the team changes, and not its members alone */
    record OfTeam(TeamId team, LocalDate since, boolean inArea) implements AffectedRecords {

        public OfTeam and(OfTeam other) {
            return new OfTeam(team, earlier(since, other.since), inArea || other.inArea);
        }

        @Override
        public List<RestingRule> rules() {
            return inArea ? RestingRule.ALL : List.of(RestingRule.MEMBERS);
        }
    }

    /** Help to a household or business that lived elsewhere. */
    record OfMoved(Id moved, LocalDate since) implements AffectedRecords {}

    /**
     * Records in units of which one is no longer what became of another. Teams work for both through this succession: those that
     * cover one of the two, a successor of either, or a predecessor of the first.
     */
    record OfSuccession(UnitId ended, LocalDate since) implements AffectedRecords {}

    /** Empty if the event takes nothing away. */
    static Optional<AffectedRecords> by(DomainEvent event) {
        return switch (event) {
            case TeamEvent change ->
                Optional.ofNullable(first(change))
                        .map(since -> new OfTeam(change.team(), since, !(change instanceof MembershipEvent)));
            case UnitChangeUndone undone
            when undone.change().ends() -> Optional.of(new OfSuccession(undone.unit(), undone.effectiveFrom()));
            case UnitTakeOverUndone undone -> Optional.of(new OfSuccession(undone.from(), undone.effectiveFrom()));
            default ->
                HomeChange.by(event).flatMap(home -> home.since().map(since -> new OfMoved(home.moved(), since)));
        };
    }

    /** The first day for which a change of a team may take something away; absent if it takes nothing away. */
    private static @Nullable LocalDate first(TeamEvent change) {
        return switch (change) {
            case MembershipEnded ended -> ended.lastDay().plusDays(1);
            case MemberSuspended suspended -> suspended.firstDay();
            case SuspensionCorrected corrected -> corrected.firstDay();
            case MembershipCorrected corrected
            when corrected.effectiveFrom().isAfter(corrected.enteredFrom()) -> corrected.enteredFrom();
            case MembershipCorrected corrected -> after(corrected.lastDay());
            case TeamCoverageChanged changed -> changed.effectiveFrom();
            case CoverageCorrected right -> earlier(right.enteredFrom(), right.effectiveFrom());
            case DissolutionCorrected right -> after(right.lastDay());
            case TeamDissolved dissolved -> dissolved.lastDay().plusDays(1);
            default -> null;
        };
    }

    private static @Nullable LocalDate after(@Nullable LocalDate lastDay) {
        return lastDay == null ? null : lastDay.plusDays(1);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
