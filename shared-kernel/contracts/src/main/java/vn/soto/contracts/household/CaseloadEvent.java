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

/** What happens to a member's caseload: each event carries the whole count, so the last one is the state. */
public sealed interface CaseloadEvent extends ProductEvent {

    /**
     * @param team       team for which the household that changed the count was taken or given up
     * @param households number the member is now responsible for, over all teams
     * @param target     what the plan asks for; about 220, never a limit
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
     * A membership ended while the member was responsible for households: a flag, not an error.
     *
     * @param team       that the member left
     * @param households the whole count, over all teams, the one that was left and any other
     * @param since      first day after the membership
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
            return MEMBER_LEAVES_HOUSEHOLDS_BEHIND.with(households);
        }
    }
}
