package vn.soto.query.timeline;

import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/** An event at the other end of a correction. */
public record CorrectedBy(
        long position, @IdOf(IdKind.COMMIT) long commit, String event) {

    static CorrectedBy of(Body body) {
        return new CorrectedBy(
                body.position(), body.commit().number(), body.event().id());
    }
}
