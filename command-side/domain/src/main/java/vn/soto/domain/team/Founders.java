package vn.soto.domain.team;

import static vn.soto.domain.team.TeamRule.FOUNDING_MEMBERS_ARE_DISTINCT;
import static vn.soto.domain.team.TeamRule.LEADER_IS_FOUNDING_MEMBER;
import static vn.soto.domain.team.TeamRule.TEAM_HAS_ENOUGH_MEMBERS;

import java.util.List;
import java.util.Set;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.domain.shared.FreeText;

/** Checks of the members that a decision names, on formation or consolidation of a team. */
final class Founders {

    private Founders() {}

    static void check(List<FoundingMember> founders, MemberId leader, int minimum) {
        List<MemberId> members = founders.stream().map(FoundingMember::member).toList();
        members.forEach(FreeText::checkNewId);
        FOUNDING_MEMBERS_ARE_DISTINCT.require(
                members.size() == Set.copyOf(members).size());
        TEAM_HAS_ENOUGH_MEMBERS.require(members.size() >= minimum, minimum, members.size());
        LEADER_IS_FOUNDING_MEMBER.require(members.contains(leader));
    }
}
