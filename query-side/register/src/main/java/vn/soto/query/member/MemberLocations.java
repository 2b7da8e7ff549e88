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
import vn.soto.query.organisation.Supporters;
import vn.soto.query.person.Persons;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.Locations;
import vn.soto.query.subject.Subjects;
import vn.soto.query.team.Memberships;
import vn.soto.query.team.Memberships.Membership;

/**
 * A member lies in the teams of its present or last memberships. It is also of the organisations that support these
 * teams, and of that from which it comes.
 */
@Component
record MemberLocations(Memberships memberships, Persons persons, Supporters supporters) {

    @Bean
    static Subjects memberSubjects(MemberLocations members) {
        return Subjects.at(IdKind.MEMBER, members::find);
    }

    private Map<String, Locations> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, List<Membership>> belonging = new HashMap<>();
        memberships.of(ids, asOf).forEach((id, all) -> belonging.put(id, latest(all, day)));
        Set<String> teams = new HashSet<>();
        belonging
                .values()
                .forEach(rows -> rows.forEach(row -> teams.add(row.team().value())));
        Supporters.Sent sent = supporters.sentTo(teams, day, asOf);
        Map<String, Locations> found = new HashMap<>();
        ids.forEach(id -> {
            List<Membership> rows = belonging.getOrDefault(id, List.of());
            if (!rows.isEmpty()) {
                found.put(id, places(rows, sent));
            } else if (persons.isRecorded(SubjectKind.MEMBER, id, asOf)) {
                found.put(id, Locations.NONE);
            }
        });
        return found;
    }

    private static List<Membership> latest(List<Membership> all, LocalDate day) {
        List<Membership> going = all.stream()
                .filter(row ->
                        row.state().until() == null || !row.state().until().isBefore(day))
                .toList();
        return going.isEmpty() ? List.of(all.getLast()) : going;
    }

    private static Locations places(List<Membership> rows, Supporters.Sent sent) {
        Set<String> organisations = new HashSet<>();
        rows.forEach(row ->
                organisations.addAll(sent.by(row.team().value(), row.state().organisation())));
        return Locations.ofTeams(
                        rows.stream().map(Membership::team).map(TeamId::value).toList())
                .and(Locations.ofOrganisations(organisations));
    }
}
