package vn.soto.query.member;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.person.SubjectKind;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.Documents;
import vn.soto.query.person.Persons;
import vn.soto.query.problem.QueryProblemException;

/** Tells which ids are members: those with a membership in a team, or with a recorded name. */
@Component
public record Members(Documents documents, Persons persons) {

    /** The memberships of a person in all teams, by first day. */
    public Stream<Memberships.MembershipVersion> memberships(MemberId member, long asOf) {
        return documents.find(Memberships.KIND, member.value()).stream().flatMap(known -> known.asOf(asOf));
    }

    /** The teams in which some persons ever were members, by whatever is known of it now. */
    public Set<TeamId> teams(Collection<String> persons) {
        return documents.find(Memberships.KIND, persons).values().stream()
                .flatMap(known -> known.rows().stream())
                .map(Memberships.MembershipVersion::team)
                .collect(Collectors.toSet());
    }

    /** The teams in which a person is a member on that day, and not suspended. */
    public List<String> activeIn(MemberId member, LocalDate day, long asOf) {
        return memberships(member, asOf)
                .filter(row -> row.membership().isActiveOn(day))
                .map(Memberships.MembershipVersion::team)
                .distinct()
                .map(TeamId::value)
                .toList();
    }

    /** Those of some ids that had a membership by a commit. */
    public Set<String> among(Collection<String> ids, long asOf) {
        return documents.find(Memberships.KIND, ids).entrySet().stream()
                .filter(known -> known.getValue().asOf(asOf).findAny().isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Throws the problem of an absent member if nothing makes the id one by a commit. */
    public void require(String member, long asOf) {
        boolean known = documents
                        .find(Memberships.KIND, member)
                        .filter(memberships -> memberships.asOf(asOf).findAny().isPresent())
                        .isPresent()
                || persons.isRecorded(SubjectKind.MEMBER, member, asOf);
        if (!known) {
            throw QueryProblemException.absent("member", member);
        }
    }
}
