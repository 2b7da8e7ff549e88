package vn.soto.domain.reach;

import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.RuleViolatedException;

/**
 * A command is about a person or a record that its sender's rights do not reach. The sender is answered as about an id that
 * nobody has; meters and the register of refused access are told the refusal.
 */
public final class OutOfReachException extends NotFoundException {

    private final transient RuleViolatedException refusal;

    /** @param refusal by a rule of rights */
    public OutOfReachException(NotFoundException absent, RuleViolatedException refusal) {
        super(absent.kind(), absent.id());
        this.refusal = refusal;
    }

    /** The rule of rights that refuses the command, without the place. */
    public RuleViolatedException refusal() {
        return refusal;
    }
}
