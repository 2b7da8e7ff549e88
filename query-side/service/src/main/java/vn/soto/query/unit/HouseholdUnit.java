package vn.soto.query.unit;

import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdMerged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdSeparated;
import vn.soto.contracts.household.HouseholdEvent.RegistrationWithdrawn;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;

/**
 * The unit of a household after the last projected event that changed where it counts.
 *
 * @param id        household
 * @param position  position of that event
 * @param left      whether it has left the province
 * @param merged    whether it counts as another household
 * @param withdrawn whether its registration was a mistake
 */
public record HouseholdUnit(
        @BsonId String id, String unit, long position, boolean left, boolean merged, boolean withdrawn)
        implements ReadModel {

    static final DocumentType<HouseholdUnit> KIND = new DocumentType<>("resident-units", HouseholdUnit.class);

    public static HouseholdUnit first(String household) {
        return new HouseholdUnit(household, "", -1, false, false, false);
    }

    public HouseholdUnit after(HouseholdEvent event, long at) {
        String now = event.unit().value();
        return switch (event) {
            case HouseholdLeft _ -> new HouseholdUnit(id, now, at, true, merged, withdrawn);
            case HouseholdReturned _ -> new HouseholdUnit(id, now, at, false, merged, withdrawn);
            case HouseholdMerged _ -> new HouseholdUnit(id, now, at, left, true, withdrawn);
            case HouseholdSeparated _ -> new HouseholdUnit(id, now, at, left, false, withdrawn);
            case RegistrationWithdrawn _ -> new HouseholdUnit(id, now, at, left, merged, true);
            case HouseholdEvent _ -> new HouseholdUnit(id, now, at, left, merged, withdrawn);
        };
    }

    /** Whether it lives in the unit and counts by itself. */
    public boolean counts() {
        return !left && !merged && !withdrawn;
    }

    /** Whether it counts in the same place as another state of the household. */
    public boolean countsAs(HouseholdUnit other) {
        return unit.equals(other.unit) && left == other.left && merged == other.merged && withdrawn == other.withdrawn;
    }
}
