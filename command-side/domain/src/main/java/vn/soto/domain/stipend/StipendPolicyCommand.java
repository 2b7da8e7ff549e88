package vn.soto.domain.stipend;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.stipend.StipendTerms;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;

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
}
