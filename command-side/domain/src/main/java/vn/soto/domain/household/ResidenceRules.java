package vn.soto.domain.household;

import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_LIVES_IN_A_RESIDENTIAL_UNIT;
import static vn.soto.domain.household.HouseholdRule.RESPONSIBLE_MEMBER_BELONGS_TO_TEAM;
import static vn.soto.domain.household.HouseholdRule.RESPONSIBLE_TEAM_COVERS_HOUSEHOLD;

import java.time.LocalDate;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.team.Team;
import vn.soto.domain.unit.Unit;

/** Rules about where a household lives, and about who may be responsible for it there. */
final class ResidenceRules {

    private ResidenceRules() {}

    /** @param back whether the household only goes back to where it was recorded, which may have ended meanwhile */
    static void checkArrival(UnitId unit, LocalDate day, boolean back, ReadOnlyAggregates consulted) {
        HOUSEHOLD_LIVES_IN_A_RESIDENTIAL_UNIT.require(consulted.ask(Unit.class, unit, Unit::residential));
        if (!back) {
            Unit.checkTakesNew(unit, day, consulted);
        }
    }

    static void checkResponsible(Responsible to, UnitId home, LocalDate day, ReadOnlyAggregates consulted) {
        checkCovers(to, home, day, consulted);
        RESPONSIBLE_MEMBER_BELONGS_TO_TEAM.require(isActive(to, day, consulted), day);
    }

    static void checkCovers(Responsible to, UnitId home, LocalDate day, ReadOnlyAggregates consulted) {
        RESPONSIBLE_TEAM_COVERS_HOUSEHOLD.require(Team.covers(to.team(), home, day, consulted));
    }

    /** Whether somebody is there to act for the household on that day: a member who is not suspended. */
    static boolean isActive(Responsible responsible, LocalDate day, ReadOnlyAggregates consulted) {
        return consulted.ask(Team.class, responsible.team(), team -> team.wasActive(responsible.member(), day));
    }
}
