package vn.soto.query.activity;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.soto.contracts.team.MemberId;
import vn.soto.projection.DailyResults;
import vn.soto.projection.KeptResults;
import vn.soto.query.activity.Dashboard.Staff;
import vn.soto.query.team.TeamCard;
import vn.soto.query.team.Teams;
import vn.soto.query.team.TeamsByUnit;

/** Teams and members on a day, of the teams that cover residential units; each team is looked at once. Thread-safe. */
final class Staffing {

    private final Map<String, Set<String>> covering;
    private final Map<String, Team> active = new HashMap<>();
    private final Map<List<String>, Staff> staff = new ConcurrentHashMap<>();

    /** The teams of the units of a place on days; each is looked at again once its card is another. */
    static final class Known {

        /** Provinces and communes on some days. */
        private static final int MOST = 100;

        private final TeamsByUnit teams;
        private final DailyResults<TeamCard, Team> days = new DailyResults<>(Team::of);
        private final KeptResults<Place, Staffing> staffing = new KeptResults<>(MOST, Teams.KINDS);

        Known(TeamsByUnit teams) {
            this.teams = teams;
        }

        /** @param covering for each residential unit the units whose teams work in it */
        Staffing of(Map<String, List<String>> covering, LocalDate day, long asOf) {
            Teams cards = teams.teams();
            return staffing.of(new Place(covering, day), asOf, cards.documents(), () -> {
                Map<String, Set<String>> working = teams.working(covering, asOf, day);
                Set<String> all = new HashSet<>();
                working.values().forEach(all::addAll);
                return new Staffing(working, cards.find(all, asOf), day, days);
            });
        }
    }

    private record Place(Map<String, List<String>> covering, LocalDate day) {}

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
    private Staffing(
            Map<String, Set<String>> covering,
            Map<String, TeamCard> cards,
            LocalDate day,
            DailyResults<TeamCard, Team> days) {
        this.covering = covering;
        DailyResults<TeamCard, Team>.OfDay then = days.on(day);
        cards.forEach((team, card) -> {
            if (card.existedOn(day)) {
                active.put(team, then.of(team, card));
            }
        });
    }

    /** A team that covers several of the units counts once, and so does a person in several of the teams. */
    Staff of(List<String> units) {
        return staff.computeIfAbsent(units, this::together);
    }

    private Staff together(List<String> units) {
        Map<String, Team> teams = new LinkedHashMap<>();
        for (String unit : units) {
            for (String id : covering.getOrDefault(unit, Set.of())) {
                Team team = active.get(id);
                if (team != null) {
                    teams.put(id, team);
                }
            }
        }
        return staff(teams.values());
    }

    private static Staff staff(Collection<Team> teams) {
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
