package vn.soto.domain.team;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;

/** Who belonged to a team from when to when. A person who returns has several memberships, which never overlap. */
final class Memberships {

    /** Last day of a membership nobody has ended. */
    private static final LocalDate OPEN = LocalDate.MAX;

    /** For each member, memberships by their first day. */
    private final Map<MemberId, NavigableMap<LocalDate, Membership>> all = new HashMap<>();

    /** From its first day to its last, both included. */
    record Membership(LocalDate firstDay, LocalDate lastDay, MemberOrigin organisation) {

        boolean open() {
            return lastDay.equals(OPEN);
        }

        boolean includes(LocalDate day) {
            return !day.isBefore(firstDay) && !day.isAfter(lastDay);
        }

        boolean overlaps(Membership other) {
            return !firstDay.isAfter(other.lastDay) && !other.firstDay.isAfter(lastDay);
        }

        Membership endedOn(LocalDate day) {
            return new Membership(firstDay, day, organisation);
        }

        /** @param lastDay absent while nobody has ended it */
        static Membership of(LocalDate firstDay, @Nullable LocalDate lastDay, MemberOrigin organisation) {
            return new Membership(firstDay, lastDay == null ? OPEN : lastDay, organisation);
        }
    }

    void start(MemberId member, MemberOrigin organisation, LocalDate firstDay) {
        put(member, Membership.of(firstDay, null, organisation));
    }

    void end(MemberId member, LocalDate lastDay) {
        open(member).ifPresent(membership -> put(member, membership.endedOn(lastDay)));
    }

    void replace(MemberId member, LocalDate firstDay, Membership by) {
        of(member).remove(firstDay);
        put(member, by);
    }

    private void put(MemberId member, Membership membership) {
        all.computeIfAbsent(member, m -> new TreeMap<>()).put(membership.firstDay, membership);
    }

    boolean includes(MemberId member, LocalDate day) {
        var entry = of(member).floorEntry(day);
        return entry != null && entry.getValue().includes(day);
    }

    /** The membership with that first day. */
    Optional<Membership> from(MemberId member, LocalDate firstDay) {
        return Optional.ofNullable(of(member).get(firstDay));
    }

    /** The person's memberships but the one with that first day. */
    Stream<Membership> besides(MemberId member, LocalDate firstDay) {
        return of(member).values().stream()
                .filter(membership -> !membership.firstDay().equals(firstDay));
    }

    /** The membership that nobody has ended. */
    Optional<Membership> open(MemberId member) {
        return latest(member).filter(Membership::open);
    }

    /** Last day of the latest membership, if that has ended. */
    Optional<LocalDate> endedOn(MemberId member) {
        return latest(member).filter(membership -> !membership.open()).map(Membership::lastDay);
    }

    /** Everybody whose membership nobody has ended, in the order of their ids. */
    List<FoundingMember> open() {
        return all.keySet().stream()
                .sorted()
                .flatMap(member ->
                        open(member).stream().map(membership -> new FoundingMember(member, membership.organisation)))
                .toList();
    }

    int size() {
        return open().size();
    }

    /** The last day on which a membership begins or is known to end. */
    LocalDate lastChange() {
        return all.values().stream()
                .flatMap(memberships -> memberships.values().stream())
                .map(membership -> membership.open() ? membership.firstDay : membership.lastDay)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    private Optional<Membership> latest(MemberId member) {
        return Optional.ofNullable(of(member).lastEntry()).map(Map.Entry::getValue);
    }

    private NavigableMap<LocalDate, Membership> of(MemberId member) {
        return all.getOrDefault(member, new TreeMap<>());
    }
}
