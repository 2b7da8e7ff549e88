package vn.soto.query.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.query.timeline.FigureEvidence;
import vn.soto.query.unit.UnitLine;

/**
 * A figure of a dashboard and the events behind it.
 *
 * @param value   as the dashboard has it
 * @param counted number of entries over all pages, for H03 the value; equal to {@code value}
 * @param entries what is counted, oldest first, from {@code from} on: a record of help, a household or business with all its records, a
 *                team, a membership; each with its events. None for H03, whose households are listed by unit; without events of
 *                damaged commits
 * @param next    {@code from} of the next page; absent on the last
 * @param name    in the reader's language, like {@code unit}, what is counted, and {@code definition}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UnitFigureView(
        UnitLine place,
        String quarter,
        String boundaries,
        LocalDate staffOn,
        String code,
        long value,
        long counted,
        List<List<FigureEvidence>> entries,
        @Nullable Integer next,
        String name,
        String unit,
        String definition) {}
