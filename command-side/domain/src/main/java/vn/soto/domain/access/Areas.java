package vn.soto.domain.access;

import static vn.soto.domain.access.AccessRule.AREA_IS_ONE_UNIT_OR_ONE_ORGANISATION;
import static vn.soto.domain.access.AccessRule.OFFICER_OF_AN_ORGANISATION_HAS_AN_ORGANISATION;
import static vn.soto.domain.access.AccessRule.ONLY_AN_OFFICER_OF_AN_ORGANISATION_HAS_ONE;
import static vn.soto.domain.access.AccessRule.OPERATOR_HAS_NO_AREA;
import static vn.soto.domain.access.AccessRule.UNIT_OF_A_GRANT_IS_IN_FORCE;

import java.time.LocalDate;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.Role;
import vn.soto.domain.organisation.SupportingOrganisation;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.unit.Unit;

/** The areas that suit each role. */
final class Areas {

    private Areas() {}

    /** @param day on which a unit must be in force */
    static void check(Role role, Area area, LocalDate day, ReadOnlyAggregates consulted) {
        AREA_IS_ONE_UNIT_OR_ONE_ORGANISATION.require(area.unit() == null || area.organisation() == null);
        if (role == Role.ORGANISATION_OFFICER) {
            OFFICER_OF_AN_ORGANISATION_HAS_AN_ORGANISATION.require(area.organisation() != null);
        } else {
            ONLY_AN_OFFICER_OF_AN_ORGANISATION_HAS_ONE.require(area.organisation() == null);
        }
        OPERATOR_HAS_NO_AREA.require(role != Role.OPERATOR || area.reachesAll());
        if (area.unit() != null) {
            UNIT_OF_A_GRANT_IS_IN_FORCE.require(
                    consulted.ask(Unit.class, area.unit(), unit -> unit.inForceOn(day)), day);
        }
        if (area.organisation() != null) {
            var _ = consulted.ask(SupportingOrganisation.class, area.organisation(), found -> true);
        }
    }
}
