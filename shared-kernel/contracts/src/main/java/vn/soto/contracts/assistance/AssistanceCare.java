package vn.soto.contracts.assistance;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFollowedUp;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.team.MemberId;

/**
 * The members who look after a record of help, and its next follow-up.
 *
 * @param responsible member responsible for the household when the help was recorded; absent if there was none
 * @param routedTo    member to whom the record was routed; absent if it was not
 * @param owner       the member the record was routed to, else the responsible member, else the first helper
 * @param due         the next follow-up; absent while none is due
 */
public record AssistanceCare(
        @Nullable Responsible responsible,
        @Nullable Responsible routedTo,
        @Nullable MemberId owner,
        @Nullable Due due) {

    /**
     * A follow-up that a member owes.
     *
     * @param on     day of the follow-up; absent if no day is planned: the follow-up is due at once
     * @param routed whether it is due because the record was routed to the member
     */
    public record Due(MemberId member, @Nullable LocalDate on, boolean routed) {}

    static AssistanceCare of(AssistanceRecorded event) {
        return of(event.responsible(), event.helpers(), event.content().followUp());
    }

    /** Of a record that states a beneficiary for the first time. */
    static AssistanceCare of(
            @Nullable Responsible responsible, List<CreditShare> helpers, @Nullable LocalDate followUp) {
        MemberId owner = responsible != null
                ? responsible.member()
                : helpers.isEmpty() ? null : helpers.getFirst().member();
        return new AssistanceCare(responsible, null, owner, due(owner, followUp, false));
    }

    /**
     * A corrected day replaces the planned one. A follow-up that routing made due stays due, even if no day is planned
     * any more.
     */
    AssistanceCare planned(@Nullable LocalDate before, @Nullable LocalDate now) {
        if (Objects.equals(now, before)) {
            return this;
        }
        boolean routed = due != null && due.routed;
        return now == null ? with(routed ? due : null) : with(due(owner, now, routed));
    }

    /** The new owner takes over the follow-up that is due; if there is none, one is due at once. */
    AssistanceCare routed(Responsible to) {
        LocalDate day = due == null ? null : due.on;
        return new AssistanceCare(responsible, to, to.member(), new Due(to.member(), day, true));
    }

    AssistanceCare followedUp(AssistanceFollowedUp event) {
        return with(due(event.by().member(), event.next(), false));
    }

    AssistanceCare closed() {
        return with(null);
    }

    private AssistanceCare with(@Nullable Due changed) {
        return new AssistanceCare(responsible, routedTo, owner, changed);
    }

    private static @Nullable Due due(@Nullable MemberId owner, @Nullable LocalDate day, boolean routed) {
        return owner == null || day == null ? null : new Due(owner, day, routed);
    }
}
