package vn.soto.contracts.team;

import java.util.Set;
import vn.soto.contracts.shared.DomainEvent;

/** An event that concerns one team and nothing else. */
public interface OfTeam extends DomainEvent {

    TeamId team();

    @Override
    default Set<String> tags() {
        return Set.of("team:" + team());
    }
}
