package vn.soto.contracts.assistance;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.unit.UnitId;

/**
 * Beneficiary of the help: a household, a business, or, where both are absent, an unknown walk-in.
 *
 * @param unit residential unit of the household or business at the time of the help. For a walk-in, the unit in which
 *     the help counts: a commune if the team stood duty at its public-service centre.
 */
public record Beneficiary(
        UnitId unit,
        @Nullable HouseholdId household,
        @Nullable BusinessId business) {

    /** Kinds of beneficiary. */
    public enum Kind {
        HOUSEHOLD,
        BUSINESS,
        WALK_IN
    }

    public static Beneficiary of(HouseholdId household, UnitId unit) {
        return new Beneficiary(unit, household, null);
    }

    public static Beneficiary of(BusinessId business, UnitId unit) {
        return new Beneficiary(unit, null, business);
    }

    public static Beneficiary walkIn(UnitId unit) {
        return new Beneficiary(unit, null, null);
    }

    public Kind kind() {
        if (household != null) {
            return Kind.HOUSEHOLD;
        }
        return business != null ? Kind.BUSINESS : Kind.WALK_IN;
    }

    /** The tag of events about the beneficiary; absent for a walk-in. */
    public @Nullable String tag() {
        if (household != null) {
            return tag(household);
        }
        return business != null ? "business:" + business : null;
    }

    public static String tag(HouseholdId household) {
        return "household:" + household;
    }

    Set<String> tags() {
        String tag = tag();
        return tag == null ? Set.of() : Set.of(tag);
    }
}
