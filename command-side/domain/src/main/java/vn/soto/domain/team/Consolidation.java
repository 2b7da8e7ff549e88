package vn.soto.domain.team;

import static vn.soto.domain.team.TeamRule.ABSORBED_TEAMS_ARE_OTHERS;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.team.TeamCommand.ConsolidateTeams;

/**
 * What a decision makes of a team and those it absorbs.
 *
 * @param absorbed in the order of their ids
 * @param members  all from then on; a person who is in several of the teams counts once
 * @param gone     who leaves one of the teams, and which; a person who leaves several counts once
 * @param coverage all units from then on
 * @param touched  every unit that any of the teams covered before, or that is covered from then on
 */
record Consolidation(
        Set<TeamId> absorbed,
        List<FoundingMember> members,
        SortedMap<MemberId, TeamId> gone,
        Set<UnitId> coverage,
        Set<UnitId> touched) {

    /** Members and units of a team, as decided last. */
    record Composition(List<FoundingMember> members, Set<UnitId> coverage) {}

    static Consolidation of(ConsolidateTeams command, Composition own, ReadOnlyAggregates consulted) {
        Set<TeamId> absorbed = new TreeSet<>(command.absorbed());
        ABSORBED_TEAMS_ARE_OTHERS.require(
                absorbed.size() == command.absorbed().size() && !absorbed.contains(command.team()));
        SequencedMap<TeamId, Composition> all = new LinkedHashMap<>();
        all.put(command.team(), own);
        absorbed.forEach(team -> all.put(team, consulted.ask(Team.class, team, Team::standing)));
        Set<UnitId> before = new TreeSet<>();
        all.values().forEach(standing -> before.addAll(standing.coverage()));
        Set<UnitId> coverage = new TreeSet<>(command.coverage() == null ? before : command.coverage());
        Set<UnitId> touched = new TreeSet<>(before);
        touched.addAll(coverage);
        List<FoundingMember> members = command.members() == null ? carriedOver(all.values()) : command.members();
        return new Consolidation(absorbed, members, gone(all, members), coverage, touched);
    }

    private static SortedMap<MemberId, TeamId> gone(
            SequencedMap<TeamId, Composition> all, List<FoundingMember> members) {
        TeamId lasting = all.firstEntry().getKey();
        Set<MemberId> staying = members.stream().map(FoundingMember::member).collect(Collectors.toSet());
        SortedMap<MemberId, TeamId> gone = new TreeMap<>();
        all.forEach((team, standing) -> standing.members().stream()
                .map(FoundingMember::member)
                .filter(member -> !team.equals(lasting) || !staying.contains(member))
                .forEach(member -> gone.put(member, team)));
        return gone;
    }

    private static List<FoundingMember> carriedOver(Collection<Composition> all) {
        Map<MemberId, FoundingMember> members = new LinkedHashMap<>();
        all.forEach(standing -> standing.members().forEach(member -> members.putIfAbsent(member.member(), member)));
        return List.copyOf(members.values());
    }

    /** The team and those it absorbs. */
    Set<TeamId> all(TeamId team) {
        Set<TeamId> all = new TreeSet<>(absorbed);
        all.add(team);
        return all;
    }

    /** Of the members before, those who leave. */
    List<MemberId> leaving(List<FoundingMember> before) {
        return before.stream()
                .filter(member -> !members.contains(member))
                .map(FoundingMember::member)
                .toList();
    }

    /** Of the members from then on, those who come; one who stays for another organisation leaves and comes. */
    List<FoundingMember> coming(List<FoundingMember> before) {
        return members.stream().filter(member -> !before.contains(member)).toList();
    }
}
