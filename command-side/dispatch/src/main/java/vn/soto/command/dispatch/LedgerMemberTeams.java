package vn.soto.command.dispatch;

import java.util.Set;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.team.MemberTeams;

/** The teams in which each member was ever enrolled. Thread-safe. */
record LedgerMemberTeams(TeamIndex teams, TeamsNaming<MemberId> enrolled) implements MemberTeams {

    LedgerMemberTeams(TeamIndex teams) {
        this(teams, TeamsNaming.enrolled(teams));
    }

    @Override
    public Set<TeamId> of(MemberId member) {
        teams.upToTail();
        return known(member);
    }

    @Override
    public Set<TeamId> known(MemberId member) {
        return Set.copyOf(enrolled.of(member));
    }
}
