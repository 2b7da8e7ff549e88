package vn.soto.domain.stipend;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.stipend.StipendTerms;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.CorrectionCommand;
import vn.soto.domain.shared.Corrects;
import vn.soto.domain.shared.ReasonList;
import vn.soto.domain.shared.Reasons;

/** Commands to what the province pays. */
public sealed interface StipendPolicyCommand extends Command {

    @TargetAggregateIdentifier
    default String policy() {
        return StipendPolicy.ID;
    }

    /**
     * Adopts a new version of the rates.
     *
     * @param instrument    decision that sets them
     * @param effectiveFrom first day of the month from which they apply, until the first month of the next version
     */
    @ClientCommand(as = "adopt-stipend-policy", at = "stipend-policy")
    @Corrects(WithdrawStipendPolicy.class)
    record AdoptStipendPolicy(StipendTerms terms, Instrument instrument, LocalDate effectiveFrom)
            implements StipendPolicyCommand {}

    /**
     * Takes back a version of the rates, such as one of a mistyped month: it applies in no month. Statements computed by it stay.
     *
     * @param version its number
     */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(as = "withdraw-stipend-policy", at = "stipend-policy/{version}/withdrawal")
    @Corrects(AdoptStipendPolicy.class)
    record WithdrawStipendPolicy(int version, String reason) implements StipendPolicyCommand, CorrectionCommand {}

    /** The place that commands about rates of stipends touch: everybody. */
    @Override
    default List<CommandPlace> touches() {
        return List.of(CommandPlace.WHOLE_LEDGER);
    }
}
