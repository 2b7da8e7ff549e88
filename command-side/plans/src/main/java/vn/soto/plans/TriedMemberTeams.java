package vn.soto.plans;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.team.MemberTeams;

/** The teams of persons by the ledger and by the commands that a dry run has tried, also those that it has forgotten since. */
final class TriedMemberTeams implements MemberTeams {

    private final MemberTeams recorded;
    private final Map<MemberId, Set<TeamId>> tried = new HashMap<>();

    TriedMemberTeams(MemberTeams recorded) {
        this.recorded = recorded;
    }

    void on(DomainEvent event) {
        switch (event) {
            case TeamFormed formed ->
                formed.members().stream().map(FoundingMember::member).forEach(member -> add(member, formed.team()));
            case MemberEnrolled enrolled -> add(enrolled.member(), enrolled.team());
            default -> {
                // enrols nobody
            }
        }
    }

    private void add(MemberId member, TeamId team) {
        tried.computeIfAbsent(member, first -> new HashSet<>()).add(team);
    }

    @Override
    public Set<TeamId> of(MemberId member) {
        return both(recorded.of(member), member);
    }

    @Override
    public Set<TeamId> known(MemberId member) {
        return both(recorded.known(member), member);
    }

    private Set<TeamId> both(Set<TeamId> teams, MemberId member) {
        return Stream.concat(teams.stream(), tried.getOrDefault(member, Set.of()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
