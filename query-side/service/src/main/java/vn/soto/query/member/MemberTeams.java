package vn.soto.query.member;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.Documents;
import vn.soto.query.team.TeamOnDay;
import vn.soto.query.team.Teams;

/** The teams for which a member may act on a day: of which the membership is not suspended then. */
@Component
public final class MemberTeams {

    private final Documents documents;
    private final Teams teams;

    MemberTeams(Documents documents, Teams teams) {
        this.documents = documents;
        this.teams = teams;
    }

    /**
     * @param leads whether the member leads the team on the day
     * @param until last day of the membership; absent while none is known
     */
    public record MemberTeam(
            TeamId team, boolean leads, LocalDate from, @Nullable LocalDate until) {}

    public List<MemberTeam> of(MemberId member, LocalDate day, long asOf) {
        return documents.find(Memberships.KIND, member.value()).stream()
                .flatMap(memberships -> memberships.asOf(asOf))
                .filter(row -> row.membership().isActiveOn(day))
                .flatMap(row -> teams.on(row.team(), day, asOf)
                        .filter(team -> team.status() == TeamOnDay.Status.ACTIVE)
                        .map(team -> new MemberTeam(
                                new TeamId(row.team()),
                                member.value().equals(team.card().offices().leader()),
                                row.membership().from(),
                                row.membership().until()))
                        .stream())
                .toList();
    }
}
