package vn.soto.query.activity;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.soto.contracts.team.MemberId;
import vn.soto.projection.DailyResults;
import vn.soto.projection.ListResults;
import vn.soto.query.activity.Dashboard.Staff;
import vn.soto.query.team.TeamCard;

/** Teams and members on a day, of the teams that cover residential units; each team is looked at once. */
final class Staffing {

    private static final Staff NOBODY = staff(List.of());

    private final Map<String, Set<String>> covering;
    private final Map<String, Team> active = new HashMap<>();
    private final LocalDate day;
    private final Known known;

    /** Teams on days, each looked at again once its card is another, and places, each once one of its teams is. */
    static final class Known {

        /** The places of a province on some twenty days. */
        private static final int MOST = 1_000;

        private final DailyResults<TeamCard, Team> teams = new DailyResults<>(Team::of);
        private final ListResults<Place, Team, Staff> staff = new ListResults<>(MOST, Staffing::staff);
    }

    private record Place(LocalDate day, String first, int teams) {}

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
     */
    Staffing(Map<String, Set<String>> covering, Map<String, TeamCard> cards, LocalDate day, Known known) {
        this.covering = covering;
        this.day = day;
        this.known = known;
        DailyResults<TeamCard, Team>.OfDay then = known.teams.on(day);
        cards.forEach((team, card) -> {
            if (card.existedOn(day)) {
                active.put(team, then.of(team, card));
            }
        });
    }

    /** A team that covers several of the units counts once, and so does a person in several of the teams. */
    Staff of(Collection<String> units) {
        Map<String, Team> teams = new LinkedHashMap<>();
        for (String unit : units) {
            for (String id : covering.getOrDefault(unit, Set.of())) {
                Team team = active.get(id);
                if (team != null) {
                    teams.put(id, team);
                }
            }
        }
        return teams.isEmpty()
                ? NOBODY
                : known.staff.of(
                        new Place(day, teams.keySet().iterator().next(), teams.size()), List.copyOf(teams.values()));
    }

    private static Staff staff(List<Team> teams) {
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
