package vn.soto.query.assistance;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceCare;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.AssistanceState;
import vn.soto.contracts.assistance.Confirmation;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.projection.source.EventContext;

/**
 * A record of help after an event, with what its members owe.
 *
 * @param due follow-up that is due; absent if there is none
 */
public record AssistanceCredit(
        AssistanceState state, @Nullable Due due) {

    /**
     * The content of a record that enters its members' figures.
     *
     * @param outcome      by the last follow-up, or of the content
     * @param verification result of the last verification call; absent before the first
     * @param confirmation of help that its helper entered when no member any more; absent where none is needed
     */
    public record Said(
            Mode mode,
            AssistanceOutcome outcome,
            boolean late,
            @Nullable Verification verification,
            @Nullable Confirmation confirmation) {

        public static Said of(AssistanceState state) {
            return new Said(
                    state.content().mode(), state.outcome(), state.late(), state.verification(), state.confirmation());
        }
    }

    /**
     * A follow-up that is due.
     *
     * @param position position of the event that made it due; {@code commit} is that event's commit
     * @param routed   whether it is due because the household passed to the member
     */
    public record Due(long position, long commit, String member, LocalDate on, boolean routed) {

        /** Without a planned day, the follow-up is due on the day of recording. */
        static Due of(AssistanceCare.Due due, EventContext at) {
            return new Due(
                    at.position(),
                    at.commit(),
                    due.member().value(),
                    Objects.requireNonNullElseGet(due.on(), () -> VietnamTime.day(at.at())),
                    due.routed());
        }
    }

    /** @param before empty if the event is the record's first */
    public static AssistanceCredit after(AssistanceEvent event, Optional<AssistanceCredit> before, EventContext at) {
        AssistanceState state =
                before.map(known -> known.state.after(event)).orElseGet(() -> AssistanceState.first(event));
        AssistanceCare.Due due = state.care().due();
        boolean stays = before.isPresent()
                && Objects.equals(due, before.get().state.care().due());
        return new AssistanceCredit(state, stays ? before.get().due : due == null ? null : Due.of(due, at));
    }
}
