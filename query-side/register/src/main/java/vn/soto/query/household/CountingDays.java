package vn.soto.query.household;

import java.util.Optional;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.query.household.Household.Charge;
import vn.soto.query.household.Household.Turn;
import vn.soto.query.household.Household.What;
import vn.soto.query.resident.HouseholdDays;
import vn.soto.query.resident.HouseholdDays.Dated;

/** The days on which a household counts, and where, by all that is known of it. */
final class CountingDays {

    private static final long ALL = Long.MAX_VALUE;

    private CountingDays() {}

    /** Empty for a document of an earlier version. */
    static Optional<HouseholdDays> of(Household household) {
        return Optional.ofNullable(household.day())
                .map(entry -> new HouseholdDays(
                        HouseholdDays.day(entry.date()),
                        household.livesSince(ALL).map(HouseholdDays::day),
                        household.homes(ALL).stream()
                                .map(home -> Dated.of(
                                        home.effectiveFrom(), home.unit().value()))
                                .toList(),
                        household.charges(ALL).stream()
                                .map(charge -> Dated.of(charge.effectiveFrom(), key(charge)))
                                .toList(),
                        household.turns(ALL).stream()
                                .filter(turn -> turn.what() == What.LEFT || turn.what() == What.RETURNED)
                                .map(turn -> Dated.of(
                                        turn.day(), turn.what() == What.LEFT ? HouseholdDays.GONE : HouseholdDays.HERE))
                                .toList(),
                        entry.days().stream().map(HouseholdDays::day).toList(),
                        countsNowhere(household)));
    }

    private static String key(Charge charge) {
        TeamId team = charge.team();
        MemberId member = charge.member();
        return team == null || member == null ? "" : HouseholdDays.key(new Responsible(team, member));
    }

    private static boolean countsNowhere(Household household) {
        boolean merged = false;
        boolean withdrawn = false;
        for (Turn turn : household.turns()) {
            merged = turn.what() == What.MERGED || (merged && turn.what() != What.SEPARATED);
            withdrawn |= turn.what() == What.WITHDRAWN;
        }
        return merged || withdrawn;
    }
}
