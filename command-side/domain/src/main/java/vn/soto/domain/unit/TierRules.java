package vn.soto.domain.unit;

import static vn.soto.domain.unit.UnitRule.LOWER_UNIT_HAS_A_PARENT;
import static vn.soto.domain.unit.UnitRule.OFFICIAL_CODE_HAS_THE_DIGITS_OF_ITS_TIER;
import static vn.soto.domain.unit.UnitRule.RESIDENTIAL_UNIT_HAS_NO_OFFICIAL_CODE;
import static vn.soto.domain.unit.UnitRule.TOP_LEVEL_UNIT_HAS_NO_PARENT;
import static vn.soto.domain.unit.UnitRule.UNIT_ABOVE_IS_IN_FORCE;
import static vn.soto.domain.unit.UnitRule.UNIT_LIES_IN_THE_TIER_ABOVE;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.shared.ReadOnlyAggregates;

/** Rules that depend on a unit's tier: the form of its code, and the tier of its parent. */
final class TierRules {

    private TierRules() {}

    static void checkCode(UnitKind kind, @Nullable String code) {
        if (kind.residential()) {
            RESIDENTIAL_UNIT_HAS_NO_OFFICIAL_CODE.require(code == null);
        } else {
            int digits = digitsOfCode(kind);
            OFFICIAL_CODE_HAS_THE_DIGITS_OF_ITS_TIER.require(
                    code != null && code.matches("[0-9]{" + digits + "}"), digits);
        }
    }

    private static int digitsOfCode(UnitKind kind) {
        return switch (kind) {
            case PROVINCE, MUNICIPALITY -> 2;
            case CITY, TOWN, DISTRICT -> 3;
            case WARD, COMMUNE, TOWNSHIP, SPECIAL_ZONE -> 5;
            case NEIGHBOURHOOD, HAMLET, VILLAGE, RESIDENTIAL_GROUP -> 0;
        };
    }

    /** @param inForce condition on the parent unit for {@code day} */
    static void checkParent(
            UnitKind kind,
            @Nullable UnitId parent,
            ReadOnlyAggregates consulted,
            Predicate<Unit> inForce,
            LocalDate day) {
        if (kind.isTopLevel()) {
            TOP_LEVEL_UNIT_HAS_NO_PARENT.require(parent == null);
            return;
        }
        UnitId above = Optional.ofNullable(parent).orElseThrow(LOWER_UNIT_HAS_A_PARENT::refused);
        UNIT_LIES_IN_THE_TIER_ABOVE.require(consulted.ask(Unit.class, above, unit -> unit.canHold(kind)));
        UNIT_ABOVE_IS_IN_FORCE.require(consulted.ask(Unit.class, above, inForce::test), above.value(), day);
    }
}
