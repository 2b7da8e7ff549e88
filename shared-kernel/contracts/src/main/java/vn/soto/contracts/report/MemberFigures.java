package vn.soto.contracts.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MembershipState;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.MemberSuspended;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;
import vn.soto.contracts.team.TeamEvent.SuspensionCorrected;

/** T02: distinct members of one team who can act on a day, up to version 3 all its members; T02.suspended: the others. */
final class MemberFigures {

    static final String MEMBERS = "T02";
    static final String SUSPENDED = "T02.suspended";

    /** Memberships by member, in the order in which the members became known. */
    private final SequencedMap<MemberId, List<Membership>> memberships = new LinkedHashMap<>();

    /**
     * @param position  ledger position of the event that created the membership or corrected it last; its end changes no
     *     figure
     * @param suspended position of its last suspension; that of the membership before the first
     */
    private record Membership(long position, long suspended, MembershipState state) {

        Membership after(long newPosition, TeamEvent event) {
            boolean changed = state.isChangedBy(event);
            return new Membership(
                    changed && event instanceof MembershipCorrected ? newPosition : position,
                    changed && (event instanceof MemberSuspended || event instanceof SuspensionCorrected)
                            ? newPosition
                            : suspended,
                    state.after(event));
        }
    }

    void on(long position, TeamEvent event) {
        for (MemberId member : MembershipState.changedBy(event)) {
            memberships.computeIfPresent(
                    member,
                    (id, known) -> known.stream()
                            .map(membership -> membership.after(position, event))
                            .toList());
        }
        for (MembershipState begun : MembershipState.begunBy(event)) {
            memberships.merge(begun.member(), List.of(new Membership(position, position, begun)), MemberFigures::and);
        }
    }

    private static List<Membership> and(List<Membership> known, List<Membership> more) {
        List<Membership> all = new ArrayList<>(known);
        all.addAll(more);
        return all;
    }

    /** Whether the person is a member on that day and not suspended; also of one about whom nothing is known. */
    boolean canAct(MemberId member, LocalDate day) {
        List<Membership> known = memberships.getOrDefault(member, List.of());
        return known.isEmpty() || known.stream().anyMatch(membership -> membership.state.isActiveOn(day));
    }

    /** The members behind the figures of a day, by code. */
    Map<String, Set<String>> on(int version, LocalDate day) {
        Map<String, Set<String>> distinct = new HashMap<>();
        memberships.forEach((member, known) -> known.stream()
                .filter(membership -> membership.state.includes(day))
                .findFirst()
                .ifPresent(
                        membership -> distinct.computeIfAbsent(code(version, membership, day), code -> new HashSet<>())
                                .add(member.value())));
        return distinct;
    }

    private static String code(int version, Membership membership, LocalDate day) {
        return version >= 4 && membership.state.isSuspendedOn(day) ? SUSPENDED : MEMBERS;
    }

    void count(int version, LocalDate day, Evidence evidence) {
        memberships
                .values()
                .forEach(known -> known.stream()
                        .filter(membership -> membership.state.includes(day))
                        .findFirst()
                        .ifPresent(membership -> count(version, membership, day, evidence)));
    }

    private static void count(int version, Membership membership, LocalDate day, Evidence evidence) {
        String code = code(version, membership, day);
        Stream<Long> positions = code.equals(SUSPENDED)
                ? Stream.of(membership.position, membership.suspended)
                : Stream.of(membership.position);
        evidence.count(code, positions.sorted().toList());
    }
}
