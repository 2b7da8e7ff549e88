package vn.soto.query.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.query.event.FigureEvidence;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;
import vn.soto.query.unit.UnitLine;

/**
 * A figure of a dashboard and the events behind it.
 *
 * @param value   as the dashboard has it
 * @param counted number of entries over all pages; equal to {@code value}
 * @param entries counted entries, oldest first, from {@code from} on: records of help, households or businesses with
 *                their records, teams, persons, or households with their responsible member. Each has its events,
 *                without those of damaged commits
 * @param next    {@code from} of the next page; absent on the last
 * @param name    in the reader's language, like {@code unit}, what is counted, and {@code definition}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UnitFigureView(
        UnitLine place,
        String quarter,
        LocalDate firstDay,
        LocalDate lastDay,
        String boundaries,
        LocalDate staffOn,
        @IdOf(IdKind.FIGURE) String code,
        long value,
        long counted,
        List<List<FigureEvidence>> entries,
        @Nullable Integer next,
        String name,
        String unit,
        String definition) {}
