package vn.soto.query.link;

import java.time.LocalDate;
import vn.soto.contracts.period.DaysOfQuarter;
import vn.soto.contracts.shared.Quarter;
import vn.soto.query.subject.IdKind;

/** The quarters that apply to a subject, by the calendar of the authority at its place on a day. */
public interface SubjectQuarters {

    /** The quarter of the chosen days to which a day belongs. */
    Quarter quarterOf(IdKind kind, String id, DaysOfQuarter chosen, LocalDate day, long asOf);

    /** The last day of a quarter, without its first. */
    LocalDate lastDay(IdKind kind, String id, Quarter quarter, DaysOfQuarter chosen, LocalDate day, long asOf);
}
