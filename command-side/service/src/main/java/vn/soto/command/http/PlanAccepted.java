package vn.soto.command.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import vn.soto.contracts.plan.SecondPerson;
import vn.soto.plans.PlanService;
import vn.soto.web.Approval;

/**
 * A plan in the ledger, with the address of its progress.
 *
 * @param approval approval for which it waits; absent if it does not wait for a second person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanAccepted(
        String plan,
        long commit,
        int steps,
        boolean repeat,
        @Nullable Approval approval) {

    static PlanAccepted of(PlanService.Submitted submitted, Locale locale) {
        SecondPerson awaits = submitted.awaits();
        return new PlanAccepted(
                submitted.plan().value(),
                submitted.commit(),
                submitted.steps(),
                submitted.repeat(),
                awaits == null ? null : Approval.of(awaits.roles(), awaits.known(), locale));
    }

    /** Status 202, or 200 for a repeat. */
    static ResponseEntity.BodyBuilder answer(PlanService.Submitted submitted) {
        return ResponseEntity.status(submitted.repeat() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .location(URI.create("/api/plans/" + submitted.plan()));
    }
}
