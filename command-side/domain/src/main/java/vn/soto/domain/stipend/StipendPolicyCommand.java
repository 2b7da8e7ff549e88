package vn.soto.domain.stipend;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.stipend.StipendTerms;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;

/** Commands to what the province pays. */
public sealed interface StipendPolicyCommand extends Command {

    /**
     * Adopts a new version of the rates.
     *
     * @param instrument    decision that sets them
     * @param effectiveFrom first day of the month from which they apply; not before that of the version adopted last
     */
    @ClientCommand(as = "adopt-stipend-policy", at = "stipend-policy")
    record AdoptStipendPolicy(StipendTerms terms, Instrument instrument, LocalDate effectiveFrom)
            implements StipendPolicyCommand {

        @TargetAggregateIdentifier
        public String policy() {
            return StipendPolicy.ID;
        }
    }

    /** What commands about rates of stipends touch: everybody. */
    @Override
    default List<CommandPlace> touches() {
        return switch (this) {
            case StipendPolicyCommand.AdoptStipendPolicy _ -> List.of(CommandPlace.WHOLE_LEDGER);
        };
    }
}
