package vn.soto.contracts.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MembershipState;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;

/** T02: distinct members of one team on a day. */
final class MemberFigures {

    static final String MEMBERS = "T02";

    /** Memberships by member, in the order in which the members became known. */
    private final SequencedMap<MemberId, List<Membership>> memberships = new LinkedHashMap<>();

    /**
     * @param position ledger position of the event that created the membership or corrected it last; its end changes no
     *     figure
     */
    private record Membership(long position, MembershipState state) {

        Membership after(long newPosition, TeamEvent event) {
            boolean corrected = event instanceof MembershipCorrected && state.isChangedBy(event);
            return new Membership(corrected ? newPosition : position, state.after(event));
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
            memberships.merge(begun.member(), List.of(new Membership(position, begun)), MemberFigures::and);
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

    void count(LocalDate day, Evidence evidence) {
        memberships
                .values()
                .forEach(known -> known.stream()
                        .filter(membership -> membership.state.includes(day))
                        .findFirst()
                        .ifPresent(membership -> evidence.count(MEMBERS, List.of(membership.position))));
    }
}
