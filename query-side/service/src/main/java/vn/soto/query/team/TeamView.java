package vn.soto.query.team;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.Organisation;

/**
 * A team's card.
 *
 * @param members           everybody who is or was one, with the days of membership
 * @param leaderless        since when nobody is appointed
 * @param understaffedSince since when it has fewer members than {@code minimum}
 * @param changed           the commit of the last change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TeamView(
        String team,
        String name,
        String foundingDecision,
        LocalDate signedOn,
        LocalDate effectiveFrom,
        List<String> coverage,
        List<MemberView> members,
        @Nullable String leader,
        @Nullable LocalDate leaderSince,
        @Nullable LocalDate leaderless,
        @Nullable LocalDate understaffedSince,
        @Nullable Integer minimum,
        long changed) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemberView(
            String member,
            Organisation organisation,
            LocalDate from,
            @Nullable LocalDate until,
            boolean leader) {}

    static TeamView of(String team, TeamCard card) {
        String leader = card.leader();
        return new TeamView(
                team,
                card.name(),
                card.decision(),
                card.decidedOn(),
                card.effectiveFrom(),
                card.coverage(),
                card.members().stream().map(member -> view(member, leader)).toList(),
                leader,
                leader == null ? null : card.leaderSince(),
                leader == null ? card.leaderSince() : null,
                card.understaffed(),
                card.minimum(),
                card.commit());
    }

    private static MemberView view(TeamCard.Member member, @Nullable String leader) {
        boolean leads = member.until() == null && member.member().equals(leader);
        return new MemberView(member.member(), member.organisation(), member.from(), member.until(), leads);
    }
}
