package vn.soto.query.support;

import java.time.LocalDate;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestDeclined;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestResolved;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestTaken;
import vn.soto.query.support.SupportRequest.State;
import vn.soto.query.support.SupportRequest.Step;

/** Derives the step that an event adds to a request, from the event and the step before. */
record SupportRequestEvolution(long position, long commit) {

    Step waiting(LocalDate on, LocalDate dueOn) {
        return new Step(position, commit, State.WAITING, on, dueOn, null, null, null, null, null, false);
    }

    Step taken(SupportRequestTaken event, Step before) {
        return new Step(
                position,
                commit,
                State.TAKEN,
                event.takenOn(),
                before.dueOn(),
                event.team(),
                event.member(),
                null,
                null,
                null,
                false);
    }

    Step resolved(SupportRequestResolved event, Step before) {
        return new Step(
                position,
                commit,
                State.RESOLVED,
                event.resolvedOn(),
                before.dueOn(),
                event.team(),
                event.member(),
                event.outcome(),
                event.assistance(),
                null,
                false);
    }

    Step late(Step before) {
        return new Step(
                position,
                commit,
                before.state(),
                before.on(),
                before.dueOn(),
                before.team(),
                before.member(),
                before.outcome(),
                before.assistance(),
                before.why(),
                true);
    }

    Step declined(SupportRequestDeclined event, Step before) {
        return new Step(
                position,
                commit,
                State.DECLINED,
                event.declinedOn(),
                before.dueOn(),
                before.team(),
                before.member(),
                null,
                null,
                event.why(),
                false);
    }
}
