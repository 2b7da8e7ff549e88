package vn.soto.query.policy;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.web.EndpointRight;

/** Answers queries about the policy. */
@RestController
record PolicyQuestions(PolicyHistory policies) {

    /** The policy in force on the day {@code on}, or today, and every version adopted. */
    @Query(at = "/api/policy", right = EndpointRight.REFERENCE)
    PolicyView policy(Asked asked, @RequestParam Optional<LocalDate> on) {
        return policies.view(asked.on(on), asked.asOf());
    }
}
