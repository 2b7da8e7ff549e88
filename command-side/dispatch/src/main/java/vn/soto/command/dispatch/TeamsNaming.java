package vn.soto.command.dispatch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/**
 * The teams whose events of a topic name somebody or something, read from the ledger on from the last question.
 * Thread-safe.
 *
 * @param <K> id of what they name
 */
final class TeamsNaming<K> {

    private final Map<K, Set<TeamId>> teams = new HashMap<>();
    private final LedgerCatchUp ledger;

    private TeamsNaming(TeamIndex index, Topic topic, Function<TeamEvent, Stream<K>> named) {
        this.ledger = index.listed(topic, (event, commit) -> add((TeamEvent) event, named));
    }

    /** The teams in which members were ever enrolled. */
    static TeamsNaming<MemberId> enrolled(TeamIndex index) {
        return new TeamsNaming<>(index, Topic.MEMBERS, event -> switch (event) {
            case TeamFormed formed -> formed.members().stream().map(FoundingMember::member);
            case MemberEnrolled enrolment -> Stream.of(enrolment.member());
            default -> throw new IllegalStateException("no event about a member: " + event);
        });
    }

    /** The members who ever led. */
    static TeamsNaming<MemberId> led(TeamIndex index) {
        return new TeamsNaming<>(index, Topic.LEADERS, event -> switch (event) {
            case TeamFormed formed -> Stream.of(formed.leader());
            case LeaderAppointed appointed -> Stream.of(appointed.member());
            default -> throw new IllegalStateException("no event about a leader: " + event);
        });
    }

    /** The units that they ever covered, also by what was put before a later decision. */
    static TeamsNaming<UnitId> covering(TeamIndex index) {
        return new TeamsNaming<>(index, Topic.AREAS, event -> switch (event) {
            case TeamFormed formed -> formed.coverage().stream();
            case TeamCoverageChanged changed -> changed.coverage().stream();
            default -> throw new IllegalStateException("no event about an area: " + event);
        });
    }

    /** Sorted, of the commits that {@link TeamIndex#upTo}, and perhaps of later ones. */
    synchronized List<TeamId> of(K named) {
        ledger.catchUp();
        return List.copyOf(teams.getOrDefault(named, Set.of()));
    }

    private void add(TeamEvent event, Function<TeamEvent, Stream<K>> named) {
        named.apply(event)
                .forEach(each ->
                        teams.computeIfAbsent(each, first -> new TreeSet<>()).add(event.team()));
    }
}
