package vn.soto.domain.unit;

import java.time.LocalDate;
import java.util.Collection;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.unit.UnitId;

/** Records in units, at the tail of the ledger; no aggregate knows them. */
public interface UnitUses {

    /** A ledger in which nothing is recorded in any unit. */
    UnitUses NONE = new UnitUses() {
        @Override
        public Uses of(Collection<UnitId> units, LocalDate today) {
            return new Uses(0, 0, 0);
        }

        @Override
        public Built builtOn(PlanId plan, LocalDate today) {
            return Built.NOTHING;
        }
    };

    /**
     * @param units      units that lie in one of the units today or later, or did last
     * @param households households that live in one of the units today or later, those that left or are merged included
     * @param records    records of help, requests, sessions and businesses that name one of the units
     */
    record Uses(long units, long households, long records) {

        public boolean isNothing() {
            return units == 0 && households == 0 && records == 0;
        }
    }

    Uses of(Collection<UnitId> units, LocalDate today);

    /**
     * Records made after a plan's changes of units that rest on them.
     *
     * @param teams      teams that cover a unit that the plan established, or came to cover a successor since
     * @param households households recorded in a unit that the plan established, or recorded in a successor since
     * @param records    records made since that name a successor, though their household or business is recorded in the unit
     *     that ended
     * @param units      units that others have put into a unit that the plan established
     * @param fixed      records that name a unit that the plan established: nothing can move them
     */
    record Built(long teams, long households, long records, long units, long fixed) {

        public static final Built NOTHING = new Built(0, 0, 0, 0, 0);
    }

    Built builtOn(PlanId plan, LocalDate today);
}
