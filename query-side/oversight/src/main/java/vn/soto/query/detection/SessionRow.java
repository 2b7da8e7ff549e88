package vn.soto.query.detection;

import java.time.LocalDate;
import vn.soto.contracts.outreach.CountBasis;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.projection.Stamped;

/**
 * The part of an outreach session that detectors see, after an event.
 *
 * @param gone  whether the session counts in the month of the row no more
 * @param event that stated how it was held last
 */
public record SessionRow(
        long position,
        long commit,
        OutreachId session,
        boolean gone,
        String event,
        LocalDate heldOn,
        int attendance,
        CountBasis basis)
        implements Stamped {

    SessionRow leaving(long at, long in) {
        return new SessionRow(at, in, session, true, event, heldOn, attendance, basis);
    }
}
