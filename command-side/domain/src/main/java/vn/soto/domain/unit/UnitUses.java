package vn.soto.domain.unit;

import java.util.Collection;
import java.util.Set;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.unit.UnitId;

/** What is recorded in units, at the tail of the ledger; no aggregate knows it. */
public interface UnitUses {

    /** A ledger in which nothing is recorded in any unit. */
    UnitUses NONE = new UnitUses() {
        @Override
        public Uses of(Collection<UnitId> units) {
            return new Uses(0, 0);
        }

        @Override
        public Set<UnitId> establishedBy(PlanId plan) {
            return Set.of();
        }
    };

    /**
     * @param households households whose record names one of the units, those that left or are merged included
     * @param records    records of help, requests, sessions and businesses that name one of the units
     */
    record Uses(long households, long records) {}

    Uses of(Collection<UnitId> units);

    /** The units that the steps of a plan establish. */
    Set<UnitId> establishedBy(PlanId plan);
}
