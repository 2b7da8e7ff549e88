package vn.soto.contracts.assistance;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFollowedUp;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.team.MemberId;

/**
 * Who looks after a record of help, and when somebody is to look again.
 *
 * @param responsible for the household when the record was made; absent if nobody was
 * @param routedTo    to whom the household had passed by then; absent if it had not
 * @param owner       to whom it was routed, else who was responsible, else who helped first
 * @param due         absent while nobody is to look again
 */
public record AssistanceCare(
        @Nullable Responsible responsible,
        @Nullable Responsible routedTo,
        @Nullable MemberId owner,
        @Nullable Due due) {

    /**
     * That a member is to look again.
     *
     * @param on     day on which to look; absent if no day was planned: as soon as it is known
     * @param routed because the household passed to them
     */
    public record Due(MemberId member, @Nullable LocalDate on, boolean routed) {}

    static AssistanceCare of(AssistanceRecorded event) {
        Responsible responsible = event.responsible();
        MemberId owner = responsible != null
                ? responsible.member()
                : event.helpers().isEmpty() ? null : event.helpers().getFirst().member();
        return new AssistanceCare(
                responsible, null, owner, due(owner, event.content().followUp(), false));
    }

    /** A plan that is corrected takes the place of what is due; that the household passed on stays so. */
    AssistanceCare planned(@Nullable LocalDate before, @Nullable LocalDate now) {
        if (Objects.equals(now, before)) {
            return this;
        }
        boolean routed = due != null && due.routed;
        return now == null ? with(routed ? due : null) : with(due(owner, now, routed));
    }

    /** What is due passes on; where nothing was, the new owner is to look at once. */
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
