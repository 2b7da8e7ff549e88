package vn.soto.command.http;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import vn.soto.plans.PlanService;

/** A plan in the ledger, with the address of its progress. */
record PlanAccepted(String plan, long commit, int steps, boolean repeat) {

    static PlanAccepted of(PlanService.Submitted submitted) {
        return new PlanAccepted(submitted.plan().value(), submitted.commit(), submitted.steps(), submitted.repeat());
    }

    /** Status 202, or 200 for a repeat. */
    static ResponseEntity.BodyBuilder answer(PlanService.Submitted submitted) {
        return ResponseEntity.status(submitted.repeat() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .location(URI.create("/api/plans/" + submitted.plan()));
    }
}
