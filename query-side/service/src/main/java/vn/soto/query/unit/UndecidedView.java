package vn.soto.query.unit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bucket: what nobody has decided where it goes.
 *
 * @param label      as people call it
 * @param households in all entries together
 */
record UndecidedView(UnitLine unit, LocalDate on, String label, long households, List<Entry> entries) {

    /**
     * A unit that waits to be moved; or a residential unit that is no more, whose households do.
     *
     * @param in         the unit that is no more, in which it lies
     * @param candidates units of which one may get it; empty if the unit ended without successor
     * @param households in it
     * @param homes      those households, where each has to be moved by itself, as many as fit an answer
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            UnitLine unit,
            UnitLine in,
            List<UnitLine> candidates,
            long households,
            @Nullable List<String> homes) {}
}
