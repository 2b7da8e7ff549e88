package vn.soto.domain.team;

import static vn.soto.domain.team.TeamRule.ABSORBED_TEAMS_ARE_OTHERS;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.team.TeamCommand.ConsolidateTeams;

/**
 * Effect of a consolidation on a team and the teams it absorbs.
 *
 * @param absorbed absorbed teams, in the order of their ids
 * @param members  all members afterwards; a person who is a member of several of the teams occurs once
 * @param staying  members of absorbed teams who are members afterwards, as they are in those, in the order of the teams and members
 * @param leavers  members whose membership ends, each with the team; a person with several such memberships occurs once
 * @param coverage all units covered afterwards
 * @param before   all units covered by any of the teams before
 */
record Consolidation(
        Set<TeamId> absorbed,
        List<FoundingMember> members,
        List<Responsible> staying,
        SortedMap<MemberId, TeamId> leavers,
        Set<UnitId> coverage,
        Set<UnitId> before) {

    /** Members and covered units of a team, as currently decided. */
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
        List<FoundingMember> members = command.members() == null ? carriedOver(all.values()) : command.members();
        return new Consolidation(
                absorbed, members, staying(absorbed, all, members), leavers(all, members), coverage, before);
    }

    private static List<Responsible> staying(
            Set<TeamId> absorbed, SequencedMap<TeamId, Composition> all, List<FoundingMember> members) {
        Set<MemberId> after = members.stream().map(FoundingMember::member).collect(Collectors.toSet());
        return absorbed.stream()
                .flatMap(team -> Objects.requireNonNull(all.get(team)).members().stream()
                        .map(FoundingMember::member)
                        .filter(after::contains)
                        .sorted()
                        .map(member -> new Responsible(team, member)))
                .toList();
    }

    private static SortedMap<MemberId, TeamId> leavers(
            SequencedMap<TeamId, Composition> all, List<FoundingMember> members) {
        TeamId lasting = all.firstEntry().getKey();
        Set<MemberId> staying = members.stream().map(FoundingMember::member).collect(Collectors.toSet());
        SortedMap<MemberId, TeamId> leavers = new TreeMap<>();
        all.forEach((team, standing) -> standing.members().stream()
                .map(FoundingMember::member)
                .filter(member -> !team.equals(lasting) || !staying.contains(member))
                .forEach(member -> leavers.put(member, team)));
        return leavers;
    }

    private static List<FoundingMember> carriedOver(Collection<Composition> all) {
        Map<MemberId, FoundingMember> members = new LinkedHashMap<>();
        all.forEach(standing -> standing.members().forEach(member -> members.putIfAbsent(member.member(), member)));
        return List.copyOf(members.values());
    }

    /** The consolidated team and those it absorbs. */
    Set<TeamId> all(TeamId team) {
        Set<TeamId> all = new TreeSet<>(absorbed);
        all.add(team);
        return all;
    }

    /** Members of {@code before} whose membership ends. */
    List<MemberId> leaving(List<FoundingMember> before) {
        return before.stream()
                .filter(member -> !members.contains(member))
                .map(FoundingMember::member)
                .toList();
    }

    /** Members who are enrolled; a member with another organisation than before leaves and is enrolled again. */
    List<FoundingMember> coming(List<FoundingMember> before) {
        return members.stream().filter(member -> !before.contains(member)).toList();
    }
}
