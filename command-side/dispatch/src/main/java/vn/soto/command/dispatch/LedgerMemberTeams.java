package vn.soto.command.dispatch;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.soto.command.dispatch.TeamCommits.Topic;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.team.MemberTeams;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.ledger.RecordedEvent;

/** The teams in which each member was ever enrolled, read from the ledger on from the last question. Thread-safe. */
final class LedgerMemberTeams implements MemberTeams {

    private final TeamIndex teams;
    private final EventCodec codec;
    private final Map<MemberId, Set<TeamId>> enrolled = new HashMap<>();
    private long read;

    LedgerMemberTeams(TeamIndex teams, EventCodec codec) {
        this.teams = teams;
        this.codec = codec;
    }

    @Override
    public Set<TeamId> of(MemberId member) {
        teams.upToTail();
        return known(member);
    }

    @Override
    public synchronized Set<TeamId> known(MemberId member) {
        for (Commit commit : teams.ofAllTeams(read, Topic.MEMBERS)) {
            commit.events().forEach(this::add);
            read = commit.number();
        }
        return Set.copyOf(enrolled.getOrDefault(member, Set.of()));
    }

    private void add(RecordedEvent event) {
        Class<? extends DomainEvent> type = codec.classOf(event.type());
        if (type == TeamFormed.class || type == MemberEnrolled.class) {
            switch (codec.decode(event.type(), event.payload())) {
                case TeamFormed formed ->
                    formed.members().stream().map(FoundingMember::member).forEach(member -> add(member, formed.team()));
                case MemberEnrolled enrolment -> add(enrolment.member(), enrolment.team());
                default -> throw new IllegalStateException("no event about a member: " + type);
            }
        }
    }

    private void add(MemberId member, TeamId team) {
        enrolled.computeIfAbsent(member, first -> new TreeSet<>()).add(team);
    }
}
