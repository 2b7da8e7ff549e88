package vn.soto.contracts.correction;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.CoverageCorrected;
import vn.soto.contracts.team.TeamEvent.DissolutionCorrected;
import vn.soto.contracts.team.TeamEvent.MemberSuspended;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.SuspensionCorrected;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;

/**
 * A record that rests on a team's members on one day, and perhaps on its area.
 *
 * @param record  id within its kind; for an assignment, of the household
 * @param day     of the record; for an assignment, the first
 * @param members who acted for the team on that day
 * @param about   place of the record; absent for a training
 * @param inArea  whether the team had to cover the place on that day; not for help along with another team, nor for duty at the
 *     public-service centre
 */
public record RestingRecord(
        RestingKind kind,
        String record,
        LocalDate day,
        List<MemberId> members,
        @Nullable Beneficiary about,
        boolean inArea) {

    /** Distinct over all kinds. */
    public String key() {
        return key(kind, record);
    }

    public static String key(RestingKind kind, String record) {
        return kind + " " + record;
    }

    /** The first day on which a change of a team may leave records behind; empty if it takes nothing away. */
    public static Optional<LocalDate> leftBehindSince(TeamEvent change) {
        return switch (change) {
            case MembershipEnded ended -> Optional.of(ended.lastDay().plusDays(1));
            case MemberSuspended suspended -> Optional.of(suspended.firstDay());
            case SuspensionCorrected corrected -> Optional.ofNullable(corrected.firstDay());
            case MembershipCorrected corrected
            when corrected.effectiveFrom().isAfter(corrected.enteredFrom()) -> Optional.of(corrected.enteredFrom());
            case MembershipCorrected corrected ->
                Optional.ofNullable(corrected.lastDay()).map(day -> day.plusDays(1));
            case TeamCoverageChanged changed -> Optional.of(changed.effectiveFrom());
            case CoverageCorrected right -> Optional.of(earlier(right.enteredFrom(), right.effectiveFrom()));
            case DissolutionCorrected right ->
                Optional.ofNullable(right.lastDay()).map(last -> last.plusDays(1));
            case TeamDissolved dissolved -> Optional.of(dissolved.lastDay().plusDays(1));
            default -> Optional.empty();
        };
    }

    /** The earlier of two days. */
    public static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
