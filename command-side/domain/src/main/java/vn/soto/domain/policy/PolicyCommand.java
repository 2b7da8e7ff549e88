package vn.soto.domain.policy;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.soto.contracts.policy.Terms;
import vn.soto.contracts.shared.Instrument;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;

/** Commands to the policy. */
public sealed interface PolicyCommand extends Command {

    /**
     * Adopts a new version of all terms.
     *
     * @param effectiveFrom first day on which it applies; not before that of the version adopted last
     */
    @ClientCommand(as = "adopt-policy", at = "policy")
    record AdoptPolicy(Terms terms, Instrument instrument, LocalDate effectiveFrom) implements PolicyCommand {

        @TargetAggregateIdentifier
        public String policy() {
            return PolicyVersions.ID;
        }
    }

    /** What commands about policies touch: everybody. */
    @Override
    default List<CommandPlace> touches() {
        return switch (this) {
            case AdoptPolicy _ -> List.of(CommandPlace.WHOLE_LEDGER);
        };
    }
}
