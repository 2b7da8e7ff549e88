package vn.soto.query.household;

import java.time.LocalDate;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.AssignmentCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.Responsible;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.query.unit.HouseholdUnit;

/**
 * Where a household counts, and who is responsible for it, after the last projected event that changed either.
 *
 * @param charge as {@link Registered#charges} names it; absent if nobody is responsible
 */
public record RegisteredHousehold(
        @BsonId String id, HouseholdUnit home, @Nullable String charge) implements ReadModel {

    static final DocumentType<RegisteredHousehold> KIND =
            new DocumentType<>("registered-households", RegisteredHousehold.class);

    static RegisteredHousehold first(String household) {
        return new RegisteredHousehold(household, HouseholdUnit.first(household), null);
    }

    RegisteredHousehold after(HouseholdEvent event, long at) {
        String now = switch (event) {
            case HouseholdAssigned assigned -> key(assigned.to(), assigned.effectiveFrom());
            case HouseholdReassigned passed -> key(passed.to(), passed.effectiveFrom());
            case HouseholdUnassigned _ -> null;
            case AssignmentCorrected right -> corrected(right);
            case HouseholdEvent _ -> charge;
        };
        return new RegisteredHousehold(id, home.after(event, at), now);
    }

    /** Another first day of the present responsibility; one of before is no part of the key. */
    private @Nullable String corrected(AssignmentCorrected event) {
        Responsible to = event.to();
        return to != null && key(to, event.enteredFrom()).equals(charge) ? key(to, event.effectiveFrom()) : charge;
    }

    private static String key(Responsible to, LocalDate from) {
        return Registered.key(to.team().value(), to.member().value(), from);
    }

    boolean countsAs(RegisteredHousehold other) {
        return home.countsAs(other.home) && Objects.equals(charge, other.charge);
    }
}
