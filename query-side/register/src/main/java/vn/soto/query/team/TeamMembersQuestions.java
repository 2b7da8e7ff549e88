package vn.soto.query.team;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.MembershipState;
import vn.soto.contracts.team.TeamId;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.person.Persons;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.reading.Reader;
import vn.soto.query.subject.IdKind;
import vn.soto.web.EndpointRight;
import vn.soto.web.FoldedText;
import vn.soto.web.HeavyWork;

/** Finds members of the teams in the account's area by their names, which no index holds. */
@RestController
record TeamMembersQuestions(OwnTeams own, Teams teams, Persons persons, HeavyWork heavy) {

    private static final int MOST = 20;
    private static final int LONGEST = 100;

    /** Letters with which all teams are looked through: fewer would be part of most names. */
    private static final int SHORTEST = 2;

    /** @param name a pseudonym if none is recorded, or the reader may not see it */
    record TeamMember(MemberId member, String name, TeamId team, TeamView.MemberRole role, MemberOrigin organisation) {}

    /** @param more whether a narrower search would find others; how many, nobody is told */
    record TeamMembers(List<TeamMember> members, boolean more) {}

    /**
     * At most 20 members of today of {@code team}, or of the teams in the account's area, or of those up to a commune.
     * {@code q} asks for those with that name, with or without accents; for readers of the whole in all teams.
     */
    @Query(at = "/api/members", right = EndpointRight.SUPPORT)
    TeamMembers members(Asked asked, @RequestParam Optional<String> q, @RequestParam Optional<String> team) {
        long asOf = asked.asOf();
        q.filter(text -> text.length() > LONGEST).ifPresent(text -> {
            throw QueryProblemException.malformed("q", text);
        });
        LocalDate day = asked.today();
        FoldedText searched = FoldedText.of(q.orElse(""));
        boolean everywhere = team.isEmpty()
                && searched.code().length() >= SHORTEST
                && Reader.current().everywhere(EndpointRight.SUPPORT);
        return everywhere
                ? heavy.run(
                        Reader.current().asker().account(), () -> found(searched, own.reached(day, asOf), day, asOf))
                : found(searched, asked(team, day, asOf), day, asOf);
    }

    private List<String> asked(Optional<String> team, LocalDate day, long asOf) {
        return team.isPresent()
                ? List.copyOf(Reader.current().reached(EndpointRight.SUPPORT, IdKind.TEAM, List.of(team.get())))
                : own.teams(day, asOf);
    }

    private TeamMembers found(FoldedText searched, List<String> asked, LocalDate day, long asOf) {
        Map<String, TeamMember> members = new LinkedHashMap<>();
        teams.on(asked, day, asOf)
                .forEach((id, team) -> team.card().members().stream()
                        .filter(member -> member.isActiveOn(day))
                        .forEach(member -> members.putIfAbsent(member.member().value(), member(id, team, member))));
        List<Subject> all = members.keySet().stream()
                .map(id -> Subject.of(new MemberId(id)))
                .toList();
        List<Subject> found = searched.words().isEmpty()
                ? all
                : persons.matching(all, name -> FoldedText.of(name).has(searched), MOST + 1, asOf);
        List<Subject> shown = found.stream().limit(MOST).toList();
        Map<Subject, String> names = persons.names(shown, asOf);
        return new TeamMembers(
                shown.stream()
                        .map(subject -> {
                            TeamMember member = Objects.requireNonNull(members.get(subject.id()));
                            return called(member, names.getOrDefault(subject, member.name()));
                        })
                        .toList(),
                found.size() > MOST);
    }

    private TeamMember member(String team, TeamOnDay onDay, MembershipState member) {
        Offices offices = onDay.card().offices();
        MemberId id = member.member();
        return new TeamMember(
                id,
                persons.pseudonym(Subject.of(member.member())),
                new TeamId(team),
                TeamView.role(id, offices),
                member.organisation());
    }

    private static TeamMember called(TeamMember member, String name) {
        return new TeamMember(member.member(), name, member.team(), member.role(), member.organisation());
    }
}
