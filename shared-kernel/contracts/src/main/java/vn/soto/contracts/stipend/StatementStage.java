package vn.soto.contracts.stipend;

import java.util.List;
import vn.soto.contracts.shared.StateRefusals;

/**
 * The progress of a stipend statement, which decides which commands are possible. Whether a further version would say
 * anything new is found out by computing it.
 *
 * @param computed whether it has a version
 * @param approved whether its latest version is approved
 */
public record StatementStage(boolean computed, boolean approved) {

    private static final String APPROVE = "approve-stipend-statement";

    public boolean isUnapproved() {
        return !approved;
    }

    /** @param own whether the sender computed the latest version */
    public StateRefusals refusals(boolean own) {
        return new StateRefusals()
                .unless(computed, "APPROVED_CONTENT_IS_THAT_OF_THE_LATEST_VERSION", APPROVE)
                .unless(isUnapproved(), "STATEMENT_IS_APPROVED_ONCE", APPROVE)
                .until(!own, "STATEMENT_IS_APPROVED_BY_ANOTHER_PERSON", List.of(), APPROVE);
    }
}
