package vn.soto.query.team;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MembershipState;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.Documents;

/** The memberships of persons in all teams, as the events of these teams tell them. */
@Component
public record Memberships(Documents documents) {

    /** A membership in a team. */
    public record Membership(TeamId team, MembershipState state) {}

    /** Those of a person by first day, one that was taken back, too. */
    public List<Membership> of(MemberId person, long asOf) {
        return of(List.of(person.value()), asOf).getOrDefault(person.value(), List.of());
    }

    /** The same, of each of some persons who have any; makes two queries. */
    public Map<String, List<Membership>> of(Collection<String> persons, long asOf) {
        Map<String, List<String>> teams = TeamProjector.BY_MEMBER.find(persons, documents);
        Map<String, List<TeamFact>> facts = Team.FACTS.find(distinct(teams).toList(), documents);
        Map<String, List<Membership>> found = new HashMap<>();
        teams.forEach((person, own) -> {
            List<Membership> all = own.stream()
                    .flatMap(team -> of(new MemberId(person), facts.getOrDefault(team, List.of()), asOf)
                            .map(state -> new Membership(new TeamId(team), state)))
                    .sorted(Comparator.comparing((Membership membership) ->
                                    membership.state().from())
                            .thenComparing(Membership::team))
                    .toList();
            if (!all.isEmpty()) {
                found.put(person, all);
            }
        });
        return found;
    }

    private static Stream<MembershipState> of(MemberId person, List<TeamFact> facts, long asOf) {
        List<MembershipState> said = List.of();
        for (TeamFact fact : facts) {
            if (fact.commit() <= asOf && MembershipState.changedBy(fact.event()).contains(person)) {
                said = MembershipState.said(fact.event(), said).toList();
            }
        }
        return said.stream().filter(membership -> membership.member().equals(person));
    }

    /** The teams in which some persons ever were members, by whatever is known of it now. */
    public Set<TeamId> teams(Collection<String> persons) {
        return distinct(TeamProjector.BY_MEMBER.find(persons, documents))
                .map(TeamId::new)
                .collect(Collectors.toSet());
    }

    private static Stream<String> distinct(Map<String, List<String>> teams) {
        return teams.values().stream().flatMap(List::stream).distinct();
    }
}
