package vn.soto.domain.support;

import java.util.Set;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.TeamId;

/** The requests that help resolved, which no aggregate lists. */
@FunctionalInterface
public interface SettledRequests {

    /** The requests that were ever resolved with that record of the team. */
    Set<SupportRequestId> with(AssistanceId help, TeamId team);
}
