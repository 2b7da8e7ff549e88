package vn.soto.query.detection;

import vn.soto.contracts.outreach.CountBasis;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.query.outreach.Outreach;
import vn.soto.query.outreach.Session;

/**
 * The part of an outreach session that detectors see.
 *
 * @param event  that stated how it was held last; {@code commit} is its commit
 */
record SessionRow(OutreachId session, String event, long commit, int attendance, CountBasis basis) {

    static SessionRow of(Outreach.Held held) {
        Session.Attendance told = held.attendance();
        return new SessionRow(held.session(), told.event(), told.commit(), told.people(), told.basis());
    }
}
