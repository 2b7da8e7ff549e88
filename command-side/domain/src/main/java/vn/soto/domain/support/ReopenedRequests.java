package vn.soto.domain.support;

import java.time.Clock;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.assistance.VoidEffects;
import vn.soto.domain.policy.Policies;
import vn.soto.domain.shared.CoWrittenAggregates;

/** Opens the requests again that were resolved with a record of help, whoever takes that back, and when. */
public record ReopenedRequests(SettledRequests settled, CoWrittenAggregates alsoWritten, Policies policies, Clock clock)
        implements VoidEffects {

    @Override
    public void follow(AssistanceId help, TeamId team) {
        settled.with(help, team)
                .forEach(request -> alsoWritten.change(
                        SupportRequest.class, request, resolved -> resolved.withdraw(help, policies, clock)));
    }
}
