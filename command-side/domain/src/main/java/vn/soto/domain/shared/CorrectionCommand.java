package vn.soto.domain.shared;

/**
 * A command that corrects recorded data; it always names a reason. Its event is a
 * {@link vn.soto.contracts.shared.Correcting}, which says what it corrects.
 */
public interface CorrectionCommand extends HasReason {

    @Override
    String reason();
}
