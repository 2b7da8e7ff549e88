package vn.soto.query.activity;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vn.soto.query.activity.Dashboard.Staff;
import vn.soto.query.team.TeamCard;

/** Teams and members on a day, of the teams that cover residential units; each team is looked at once. */
final class Staffing {

    private static final Staff NOBODY = new Staff(0, 0, 0, 0, 0);

    private final Map<String, Set<String>> covering;
    private final Map<String, Staff> active = new HashMap<>();

    /**
     * @param covering teams by residential unit
     * @param cards    of those teams
     */
    Staffing(Map<String, Set<String>> covering, Map<String, TeamCard> cards, LocalDate day) {
        this.covering = covering;
        cards.forEach((team, card) -> {
            if (card.existedOn(day)) {
                active.put(
                        team,
                        new Staff(
                                1,
                                card.membersOn(day),
                                card.suspendedOn(day),
                                card.understaffedOn(day) ? 1 : 0,
                                card.leaderlessOn(day) ? 1 : 0));
            }
        });
    }

    /** A team that covers several of the units counts once. */
    Staff of(Collection<String> units) {
        Set<String> counted = new HashSet<>();
        Staff sum = NOBODY;
        for (String unit : units) {
            for (String team : covering.getOrDefault(unit, Set.of())) {
                if (counted.add(team)) {
                    sum = sum.plus(active.getOrDefault(team, NOBODY));
                }
            }
        }
        return sum;
    }
}
