package vn.soto.query.http;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.soto.contracts.access.Right;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.query.link.IdKind;
import vn.soto.query.reading.Decision;
import vn.soto.query.reading.ScopeNames;

/**
 * Refuses by name of the right and of what it reaches. Which units and teams there are is open to everybody with a right; of anything
 * else a refusal is the same whether it exists or not.
 */
@Component
public final class Refusals {

    private final ScopeNames names;
    private final Clock clock;

    Refusals(ScopeNames names, Clock clock) {
        this.names = names;
        this.clock = clock;
    }

    /** Throws the problem of a question that is not allowed. */
    public void check(Decision decision, long asOf) {
        switch (decision) {
            case Decision.Allowed _ -> {
                // answered
            }
            case Decision.NoRole(var right) -> throw QueryProblemException.notAllowed(right);
            case Decision.Outside outside -> {
                if (!outside.known() && (outside.kind() == IdKind.UNIT || outside.kind() == IdKind.TEAM)) {
                    throw QueryProblemException.absent(outside.kind().text(), outside.id());
                }
                LocalDate today = VietnamTime.day(clock.instant());
                throw QueryProblemException.outsideArea(
                        outside.right(),
                        names.of(outside.held().stream().map(Right::scope).distinct().toList(), today, asOf));
            }
        }
    }
}
