package vn.soto.query.member;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.person.SubjectKind;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.query.person.Persons;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.team.Memberships;
import vn.soto.query.team.Memberships.Membership;

/** Tells which ids are members: those with a membership in a team, or with a recorded name. */
@Component
public record Members(Memberships memberships, Persons persons) {

    /** The memberships of a person in all teams, by first day. */
    public Stream<Membership> memberships(MemberId member, long asOf) {
        return memberships.of(member, asOf).stream();
    }

    /** The teams in which some persons ever were members, by whatever is known of it now. */
    public Set<TeamId> teams(Collection<String> persons) {
        return memberships.teams(persons);
    }

    /** The teams in which a person is a member on that day, and not suspended. */
    public List<String> activeIn(MemberId member, LocalDate day, long asOf) {
        return memberships(member, asOf)
                .filter(known -> known.state().isActiveOn(day))
                .map(Membership::team)
                .distinct()
                .map(TeamId::value)
                .toList();
    }

    /** Those of some ids that had a membership by a commit. */
    public Set<String> among(Collection<String> ids, long asOf) {
        return memberships.of(ids, asOf).keySet();
    }

    /** Throws the problem of an absent member if nothing makes the id one by a commit. */
    public void require(String member, long asOf) {
        if (among(List.of(member), asOf).isEmpty() && !persons.isRecorded(SubjectKind.MEMBER, member, asOf)) {
            throw QueryProblemException.absent("member", member);
        }
    }
}
