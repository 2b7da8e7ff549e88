package vn.soto.query.member;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import vn.soto.contracts.person.SubjectKind;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.Documents;
import vn.soto.query.member.Memberships.MembershipVersion;
import vn.soto.query.organisation.Supporters;
import vn.soto.query.person.Persons;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.Locations;
import vn.soto.query.subject.Subjects;

/**
 * A member lies in the teams of its present or last memberships. It is also of the organisations that support these
 * teams, and of that from which it comes.
 */
@Component
record MemberLocations(Documents documents, Persons persons, Supporters supporters) {

    @Bean
    static Subjects memberSubjects(MemberLocations members) {
        return Subjects.at(IdKind.MEMBER, members::find);
    }

    private Map<String, Locations> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, List<MembershipVersion>> belonging = new HashMap<>();
        documents.find(Memberships.KIND, ids).forEach((id, memberships) -> {
            List<MembershipVersion> all = memberships.asOf(asOf).toList();
            if (!all.isEmpty()) {
                belonging.put(id, latest(all, day));
            }
        });
        Set<String> teams = new HashSet<>();
        belonging
                .values()
                .forEach(rows -> rows.forEach(row -> teams.add(row.team().value())));
        Supporters.Sent sent = supporters.sentTo(teams, day, asOf);
        Map<String, Locations> found = new HashMap<>();
        ids.forEach(id -> {
            List<MembershipVersion> rows = belonging.getOrDefault(id, List.of());
            if (!rows.isEmpty()) {
                found.put(id, places(rows, sent));
            } else if (persons.isRecorded(SubjectKind.MEMBER, id, asOf)) {
                found.put(id, Locations.NONE);
            }
        });
        return found;
    }

    private static List<MembershipVersion> latest(List<MembershipVersion> all, LocalDate day) {
        List<MembershipVersion> going = all.stream()
                .filter(row -> row.membership().until() == null
                        || !row.membership().until().isBefore(day))
                .toList();
        return going.isEmpty() ? List.of(all.getLast()) : going;
    }

    private static Locations places(List<MembershipVersion> rows, Supporters.Sent sent) {
        Set<String> organisations = new HashSet<>();
        rows.forEach(row -> organisations.addAll(
                sent.by(row.team().value(), row.membership().organisation())));
        return Locations.ofTeams(rows.stream()
                        .map(MembershipVersion::team)
                        .map(TeamId::value)
                        .toList())
                .and(Locations.ofOrganisations(organisations));
    }
}
