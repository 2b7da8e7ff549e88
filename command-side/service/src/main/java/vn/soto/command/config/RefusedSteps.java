package vn.soto.command.config;

import java.util.Locale;
import java.util.function.Consumer;
import vn.soto.command.dispatch.AccessRefusal;
import vn.soto.web.RefusalRegister;

/** Enters refused steps of plans into the register of refused access; the HTTP edge enters what it answers. */
record RefusedSteps(RefusalRegister register) implements Consumer<AccessRefusal> {

    @Override
    public void accept(AccessRefusal refusal) {
        if (refusal.planStep()) {
            register.add(refusal.account(), refusal.command(), lacking(refusal));
        }
    }

    /** As the edge words it: the code of the problem, and what the rule names first. */
    private static String lacking(AccessRefusal refusal) {
        String code = refusal.rule().toLowerCase(Locale.ROOT).replace('_', '-');
        return refusal.arguments().isEmpty()
                ? code
                : code + " " + refusal.arguments().getFirst();
    }
}
