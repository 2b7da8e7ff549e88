package vn.soto.command.shared;

/** A command that puts something recorded right: it always says why, and what it corrects. */
public interface Corrective extends Reasoned {

    @Override
    String reason();

    /** Aggregate id of what is corrected. */
    String target();
}
