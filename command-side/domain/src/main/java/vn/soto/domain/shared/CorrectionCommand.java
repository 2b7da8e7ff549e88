package vn.soto.domain.shared;

/** A command that corrects recorded data; it always names a reason and its target. */
public interface CorrectionCommand extends HasReason {

    @Override
    String reason();

    /** Aggregate id of the corrected aggregate. */
    String target();
}
