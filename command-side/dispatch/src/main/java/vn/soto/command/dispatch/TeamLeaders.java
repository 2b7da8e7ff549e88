package vn.soto.command.dispatch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.soto.command.dispatch.TeamCommits.Topic;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.ledger.RecordedEvent;

/** The teams that each member has ever led, read from the ledger on from the last question. Thread-safe. */
final class TeamLeaders {

    private final TeamIndex teams;
    private final EventCodec codec;
    private final Map<MemberId, Set<TeamId>> led = new HashMap<>();
    private long read;

    TeamLeaders(TeamIndex teams, EventCodec codec) {
        this.teams = teams;
        this.codec = codec;
    }

    /** Of the commits that {@link TeamIndex#upTo}, and perhaps of later ones. */
    synchronized List<TeamId> everLedBy(MemberId member) {
        for (Commit commit : teams.ofAllTeams(read, Topic.LEADERS)) {
            commit.events().forEach(this::add);
            read = commit.number();
        }
        return List.copyOf(led.getOrDefault(member, Set.of()));
    }

    private void add(RecordedEvent event) {
        Class<? extends DomainEvent> type = codec.classOf(event.type());
        if (type == TeamFormed.class || type == LeaderAppointed.class) {
            switch (codec.decode(event.type(), event.payload())) {
                case TeamFormed formed -> add(formed.leader(), formed.team());
                case LeaderAppointed appointed -> add(appointed.member(), appointed.team());
                default -> throw new IllegalStateException("no event about a leader: " + type);
            }
        }
    }

    private void add(MemberId leader, TeamId team) {
        led.computeIfAbsent(leader, first -> new TreeSet<>()).add(team);
    }
}
