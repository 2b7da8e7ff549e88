package vn.soto.contracts.household;

import static vn.soto.contracts.shared.Flag.Code.CASELOAD_IS_ABOVE_TARGET;
import static vn.soto.contracts.shared.Flag.Code.MEMBER_LEAVES_HOUSEHOLDS_BEHIND;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import vn.soto.contracts.shared.Dated;
import vn.soto.contracts.shared.Flag;
import vn.soto.contracts.shared.Flagging;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/** Events of a member's caseload. Each event carries the whole count, so the last one is the state. */
public sealed interface CaseloadEvent extends ProductEvent {

    /**
     * @param team       team of the assignment that changed the count
     * @param households number of households the member is now responsible for, over all teams
     * @param target     the policy's target, about 220; never a limit
     */
    @StoredAs("caseload.changed.v1")
    record CaseloadChanged(MemberId member, TeamId team, int households, int target)
            implements CaseloadEvent, Flagging {

        @Override
        public Set<String> tags() {
            return Set.of("member:" + member, "team:" + team);
        }

        public boolean aboveTarget() {
            return households > target;
        }

        @Override
        public Optional<Flag> flag() {
            return aboveTarget() ? CASELOAD_IS_ABOVE_TARGET.with(households, target) : Optional.empty();
        }
    }

    /**
     * A membership ended or was suspended while the member was responsible for households: a flag, not an error.
     *
     * @param team       team whose membership ended or was suspended
     * @param households whole count over all teams, including the one the member left
     * @param since      first day after the membership, or of the suspension
     */
    @StoredAs("caseload.flagged-left-behind.v1")
    record CaseloadFlaggedLeftBehind(MemberId member, TeamId team, int households, LocalDate since)
            implements CaseloadEvent, Dated.Since, Flagging {

        @Override
        public Set<String> tags() {
            return Set.of("member:" + member, "team:" + team);
        }

        @Override
        public Optional<Flag> flag() {
            return MEMBER_LEAVES_HOUSEHOLDS_BEHIND.with(households, member.value());
        }
    }
}
