package vn.soto.domain.shared;

/** A command that puts something recorded right: it always says why, and what it corrects. */
public interface CorrectionCommand extends HasReason {

    @Override
    String reason();

    /** Aggregate id of what is corrected. */
    String target();
}
