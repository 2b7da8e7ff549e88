package vn.soto.plans;

import org.jspecify.annotations.Nullable;
import vn.soto.contracts.plan.PlanEvent;
import vn.soto.contracts.plan.PlanEvent.PlanAbandoned;
import vn.soto.contracts.plan.PlanEvent.PlanApproved;
import vn.soto.contracts.plan.PlanEvent.PlanCompleted;
import vn.soto.contracts.plan.PlanEvent.PlanPaused;
import vn.soto.contracts.plan.PlanEvent.PlanProgressed;
import vn.soto.contracts.plan.PlanEvent.PlanResumed;
import vn.soto.contracts.plan.PlanEvent.PlanReversed;
import vn.soto.contracts.plan.PlanEvent.PlanStarted;
import vn.soto.contracts.plan.PlanEvent.PlanStopped;
import vn.soto.contracts.plan.PlanEvent.PlanSubmitted;
import vn.soto.contracts.plan.PlanId;
import vn.soto.ledger.StoredEvent;

/** The state of a plan after its events, as the runner needs it. */
final class PlanState {

    @SuppressWarnings("NullAway.Init") // the first event is the submission
    PlanSubmitted submitted;

    /** Number of the commit that submitted it. */
    long submittedIn;

    /** The number of events read and appended. */
    int events;

    int run;
    int reached;
    int done;
    int repeated;
    int refused;
    boolean ready;
    boolean running;
    boolean approved;

    /** Account that approved the plan; absent if nobody did. */
    @Nullable
    String approver;

    boolean abandoned;

    /** Number of the commit that approved it. */
    long approvedIn;

    /** The plan that reverses this one; absent unless a reversal was requested. */
    @Nullable
    PlanId reversedBy;

    /** Number of the commit that requested the reversal. */
    long reversedIn;

    void on(PlanEvent event, StoredEvent stored) {
        events++;
        switch (event) {
            case PlanSubmitted first -> {
                submitted = first;
                submittedIn = stored.commit();
                ready = !first.needsApproval();
            }
            case PlanApproved approval -> {
                ready |= !approved && run == 0 && submitted.needsApproval();
                approved = true;
                approver = approval.approver();
                approvedIn = stored.commit();
            }
            case PlanStarted started -> go(1);
            case PlanProgressed progress -> count(progress);
            case PlanPaused paused -> rest();
            case PlanStopped stopped -> rest();
            case PlanResumed resumed -> resume(resumed);
            case PlanCompleted completed -> rest();
            case PlanAbandoned ended -> {
                rest();
                abandoned = true;
            }
            case PlanReversed reversed -> {
                rest();
                reversedBy = reversed.by();
                reversedIn = stored.commit();
            }
        }
    }

    private void go(int newRun) {
        ready = false;
        running = true;
        run = newRun;
    }

    private void rest() {
        ready = false;
        running = false;
    }

    private void count(PlanProgressed progress) {
        reached = progress.reached();
        done = progress.done();
        repeated = progress.repeated();
        refused = progress.refused();
    }

    private void resume(PlanResumed resumed) {
        if (resumed.run() > run && run > 0) {
            done = 0;
            repeated = 0;
            refused = 0;
        }
        reached = resumed.reached();
        go(resumed.run());
    }
}
