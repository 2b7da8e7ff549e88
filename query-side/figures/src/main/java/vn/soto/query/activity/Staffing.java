package vn.soto.query.activity;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vn.soto.contracts.team.MemberId;
import vn.soto.projection.DailyResults;
import vn.soto.query.activity.Dashboard.Staff;
import vn.soto.query.team.TeamCard;

/** Teams and members on a day, of the teams that cover residential units; each team is looked at once. */
final class Staffing {

    private final Map<String, Set<String>> covering;
    private final Map<String, Team> active = new HashMap<>();

    /** A team's active and suspended members, and its lacks. */
    record Team(Set<MemberId> acting, Set<MemberId> suspended, boolean understaffed, boolean leaderless) {

        static Team of(TeamCard card, LocalDate day) {
            return new Team(
                    card.membersOn(day), card.suspendedOn(day), card.understaffedOn(day), card.leaderlessOn(day));
        }
    }

    /**
     * @param covering teams by residential unit
     * @param cards    of those teams
     * @param made     of cards
     */
    Staffing(
            Map<String, Set<String>> covering,
            Map<String, TeamCard> cards,
            LocalDate day,
            DailyResults<TeamCard, Team> made) {
        this.covering = covering;
        DailyResults<TeamCard, Team>.OfDay then = made.on(day);
        cards.forEach((team, card) -> {
            if (card.existedOn(day)) {
                active.put(team, then.of(team, card));
            }
        });
    }

    /** A team that covers several of the units counts once, and so does a person in several of the teams. */
    Staff of(Collection<String> units) {
        List<Team> teams = units.stream()
                .flatMap(unit -> covering.getOrDefault(unit, Set.of()).stream())
                .distinct()
                .flatMap(team -> Stream.ofNullable(active.get(team)))
                .toList();
        Set<MemberId> acting = HashSet.newHashSet(
                teams.stream().mapToInt(team -> team.acting.size()).sum());
        Set<MemberId> suspended = new HashSet<>();
        for (Team team : teams) {
            acting.addAll(team.acting);
            suspended.addAll(team.suspended);
        }
        return new Staff(
                teams.size(),
                acting.size(),
                suspended.stream().filter(member -> !acting.contains(member)).count(),
                teams.stream().filter(Team::understaffed).count(),
                teams.stream().filter(Team::leaderless).count());
    }
}
