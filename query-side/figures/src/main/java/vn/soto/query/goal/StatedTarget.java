package vn.soto.query.goal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.goal.Goal;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.subject.Doer;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * A target in force.
 *
 * @param instrument number of the plan or decision that sets it
 * @param history    how it was set and revised, oldest first; the last entry is the one in force
 */
public record StatedTarget(
        String indicator, Goal goal, String instrument, LocalDate signedOn, List<Statement> history) {

    /**
     * @param goal     absent where the target was withdrawn
     * @param afterEnd whether it was said after the quarter's last day
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Statement(
            @Nullable Goal goal,
            @IdOf(IdKind.COMMIT) long commit,
            Instant at,
            @Doer String by,
            boolean afterEnd,
            @JsonUnwrapped CommitReasons.Shown reason) {}
}
