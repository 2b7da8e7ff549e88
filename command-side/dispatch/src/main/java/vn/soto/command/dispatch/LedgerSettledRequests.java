package vn.soto.command.dispatch;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestResolved;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.support.SettledRequests;

/**
 * The requests that help resolved, read from the ledger up to its tail, for each team on from the last question.
 * Thread-safe.
 */
public final class LedgerSettledRequests implements SettledRequests {

    private final TeamIndex teams;
    private final Map<TeamId, LedgerCatchUp> read = new ConcurrentHashMap<>();

    /** By team and record of help. */
    private final Map<String, Set<SupportRequestId>> requests = new ConcurrentHashMap<>();

    public LedgerSettledRequests(TeamIndex teams) {
        this.teams = teams;
    }

    @Override
    public Set<SupportRequestId> with(AssistanceId help, TeamId team) {
        teams.upToTail();
        read.computeIfAbsent(team, each -> teams.catchUp(each, Topic.SETTLED, (event, commit) -> add(event, each)))
                .catchUp();
        return Set.copyOf(requests.getOrDefault(team + " " + help, Set.of()));
    }

    private void add(DomainEvent event, TeamId team) {
        if (event instanceof SupportRequestResolved resolved && resolved.assistance() != null) {
            requests.computeIfAbsent(team + " " + resolved.assistance(), first -> ConcurrentHashMap.newKeySet())
                    .add(resolved.request());
        }
    }
}
