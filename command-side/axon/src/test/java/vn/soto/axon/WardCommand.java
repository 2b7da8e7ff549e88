package vn.soto.axon;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The commands of a ward. */
sealed interface WardCommand {

    record Hire(@TargetAggregateIdentifier String doctor) implements WardCommand {}

    record GoOnDuty(@TargetAggregateIdentifier String doctor) implements WardCommand {}

    /** Allowed only while the other doctor is on duty. */
    record GoOffDuty(@TargetAggregateIdentifier String doctor, String other) implements WardCommand {}

    /** One leaves, the other comes: two aggregates in one commit. */
    record SwapDuty(String leaving, String coming) implements WardCommand {}

    record CountShift(@TargetAggregateIdentifier String tally, String doctor) implements WardCommand {}

    /** Looks at the doctor without lock, then sends the same one home. */
    record AskThenLeave(String doctor) implements WardCommand {}

    record DoNothing(@TargetAggregateIdentifier String doctor) implements WardCommand {}

    record FailAfterApplying(@TargetAggregateIdentifier String doctor, Exception failure) implements WardCommand {}
}
