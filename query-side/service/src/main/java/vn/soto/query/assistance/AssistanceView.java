package vn.soto.query.assistance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.household.Responsible;

/**
 * A record of help as it was known at a commit.
 *
 * @param household    and {@code business}: at most one; both are absent for somebody who walked in
 * @param responsible  for the household when the record was made; absent if nobody was
 * @param routedTo     to whom the household had passed by then; absent if it had not
 * @param hasNote      whether a sealed note came with it
 * @param flags        what there is to look at
 * @param verification what calling back found last; absent if nobody has called
 * @param statement    what it says now
 * @param followUps    oldest first
 * @param versions     every event, oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AssistanceView(
        String assistance,
        String team,
        Beneficiary.Kind beneficiary,
        String unit,
        @Nullable String household,
        @Nullable String business,
        @Nullable Person responsible,
        @Nullable Person routedTo,
        boolean hasNote,
        boolean voided,
        List<Flag> flags,
        @Nullable Verification verification,
        Statement statement,
        List<FollowUp> followUps,
        List<Version> versions) {

    /** What there is to look at. */
    enum Flag {
        LATE,
        ROUTED,
        CORRECTED,
        DENIED
    }

    record Person(String team, String member) {

        static Person of(Responsible responsible) {
            return new Person(responsible.team().value(), responsible.member().value());
        }
    }

    /** @param next day on which somebody will look once more; absent if nobody plans to */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FollowUp(
            Person by,
            AssistanceOutcome outcome,
            Instant occurredAt,
            @Nullable LocalDate next) {}

    /**
     * @param event     stored name
     * @param why       the reason given
     * @param statement what the record says from here on; absent if the event states nothing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Version(
            long position,
            long commit,
            String event,
            Instant recorded,
            String who,
            @Nullable String why,
            @Nullable Statement statement) {}
}
