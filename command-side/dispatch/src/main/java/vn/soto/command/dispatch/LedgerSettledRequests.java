package vn.soto.command.dispatch;

import java.util.Set;
import java.util.stream.Collectors;
import vn.soto.command.dispatch.TeamCommits.Topic;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestResolved;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.support.SettledRequests;

/** Reads from the ledger, up to its tail, which requests help resolved. */
public record LedgerSettledRequests(TeamIndex teams) implements SettledRequests {

    @Override
    public Set<SupportRequestId> with(AssistanceId help, TeamId team) {
        return teams.about(team, Topic.SETTLED, teams.upToTail().number()).stream()
                .map(stored -> (SupportRequestResolved) teams.codec().decode(stored))
                .filter(resolved -> help.equals(resolved.assistance()))
                .map(SupportRequestResolved::request)
                .collect(Collectors.toUnmodifiableSet());
    }
}
