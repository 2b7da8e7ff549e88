package vn.soto.query.unit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.HouseholdId;

/**
 * The units and households whose successor unit is undecided.
 *
 * @param label      name of the line in the reader's language
 * @param households number of households in all entries
 */
public record UndecidedView(UnitLine unit, LocalDate on, String label, long households, List<Entry> entries) {

    /**
     * A unit that has to be moved, or an ended residential unit whose households have to be moved.
     *
     * @param in         ended unit in which it lies
     * @param candidates possible successor units; empty if the unit ended without successor
     * @param households number of households in it
     * @param homes      those households, if each has to be moved individually and the reader may see them, up to the limit of an answer
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            UnitLine unit,
            UnitLine in,
            List<UnitLine> candidates,
            long households,
            @Nullable List<HouseholdId> homes) {}
}
