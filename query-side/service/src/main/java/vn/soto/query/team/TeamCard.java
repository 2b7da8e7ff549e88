package vn.soto.query.team;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.Organisation;

/**
 * A team as it stood after an event.
 *
 * @param position    of that event
 * @param commit      of that event
 * @param leader      absent while nobody is appointed
 * @param leaderSince of the leader, or since when there is none
 * @param understaffed since when it has fewer members than {@code minimum}; absent if it has enough
 */
public record TeamCard(
        long position,
        long commit,
        String name,
        String decision,
        LocalDate decidedOn,
        LocalDate effectiveFrom,
        List<String> coverage,
        List<Member> members,
        @Nullable String leader,
        LocalDate leaderSince,
        @Nullable LocalDate understaffed,
        @Nullable Integer minimum) {

    /** @param until last day of membership; absent while it lasts */
    public record Member(
            String member,
            Organisation organisation,
            LocalDate from,
            @Nullable LocalDate until) {

        public boolean includes(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    public long membersOn(LocalDate day) {
        return members.stream().filter(member -> member.includes(day)).count();
    }

    public boolean understaffedOn(LocalDate day) {
        return understaffed != null && !understaffed.isAfter(day);
    }

    public boolean leaderlessOn(LocalDate day) {
        return leader == null && !leaderSince.isAfter(day);
    }

    TeamCard at(long newPosition, long newCommit) {
        return new TeamCard(
                newPosition,
                newCommit,
                name,
                decision,
                decidedOn,
                effectiveFrom,
                coverage,
                members,
                leader,
                leaderSince,
                understaffed,
                minimum);
    }

    TeamCard enrolled(Member member) {
        return with(Stream.concat(members.stream(), Stream.of(member)).toList());
    }

    /** The latest membership of that member ends. */
    TeamCard ended(String member, LocalDate lastDay) {
        int last = members.stream().map(Member::member).toList().lastIndexOf(member);
        if (last < 0) {
            throw new IllegalStateException("team has no member " + member + " whose membership could end");
        }
        List<Member> changed = new java.util.ArrayList<>(members);
        Member open = changed.get(last);
        changed.set(last, new Member(open.member(), open.organisation(), open.from(), lastDay));
        return with(List.copyOf(changed));
    }

    private TeamCard with(List<Member> newMembers) {
        return new TeamCard(
                position,
                commit,
                name,
                decision,
                decidedOn,
                effectiveFrom,
                coverage,
                newMembers,
                leader,
                leaderSince,
                understaffed,
                minimum);
    }

    TeamCard led(@Nullable String newLeader, LocalDate since) {
        return new TeamCard(
                position,
                commit,
                name,
                decision,
                decidedOn,
                effectiveFrom,
                coverage,
                members,
                newLeader,
                since,
                understaffed,
                minimum);
    }

    TeamCard staffed(@Nullable LocalDate shortSince, int newMinimum) {
        return new TeamCard(
                position,
                commit,
                name,
                decision,
                decidedOn,
                effectiveFrom,
                coverage,
                members,
                leader,
                leaderSince,
                shortSince,
                newMinimum);
    }
}
