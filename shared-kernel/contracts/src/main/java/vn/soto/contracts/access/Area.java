package vn.soto.contracts.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.unit.UnitId;

/**
 * The area of a grant: a unit, an organisation that supports teams, or, where both are absent, the whole ledger. A unit
 * reaches the units below it. A unit that lay below it on its last day stays reached through its successors, unit by
 * unit. A unit into which it was merged is not reached as a whole.
 */
public record Area(@Nullable UnitId unit, @Nullable OrganisationId organisation) {

    public static final Area WHOLE = new Area(null, null);

    public static Area of(UnitId unit) {
        return new Area(unit, null);
    }

    public static Area of(OrganisationId organisation) {
        return new Area(null, organisation);
    }

    /** The area in which a grant with this scope holds. */
    public static Area of(Scope scope) {
        return switch (scope) {
            case Scope.Everywhere _, Scope.OfTeam _ -> WHOLE;
            case Scope.InUnit in -> of(in.unit());
            case Scope.OfOrganisation of -> of(of.organisation());
        };
    }

    public boolean reachesAll() {
        return unit == null && organisation == null;
    }

    public Scope scope() {
        if (organisation != null) {
            return new Scope.OfOrganisation(organisation);
        }
        return unit != null ? new Scope.InUnit(unit) : Scope.EVERYWHERE;
    }

    Set<String> tags() {
        if (organisation != null) {
            return Set.of("organisation:" + organisation);
        }
        return unit != null ? Set.of("unit:" + unit) : Set.of();
    }
}
