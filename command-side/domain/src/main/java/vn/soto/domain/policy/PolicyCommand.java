package vn.soto.domain.policy;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.soto.contracts.policy.Terms;
import vn.soto.contracts.shared.Instrument;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.CorrectionCommand;
import vn.soto.domain.shared.Corrects;
import vn.soto.domain.shared.ReasonList;
import vn.soto.domain.shared.Reasons;

/** Commands to the policy. */
public sealed interface PolicyCommand extends Command {

    @TargetAggregateIdentifier
    default String policy() {
        return PolicyVersions.ID;
    }

    /**
     * Adopts a new version of all terms.
     *
     * @param effectiveFrom first day on which it applies, until the first day of the next version
     */
    @ClientCommand(as = "adopt-policy", at = "policy")
    @Corrects(WithdrawPolicy.class)
    record AdoptPolicy(Terms terms, Instrument instrument, LocalDate effectiveFrom) implements PolicyCommand {}

    /**
     * Takes back a version, such as one of a mistyped day: it applies on no day. Decisions made by it stay.
     *
     * @param version its number
     */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(as = "withdraw-policy", at = "policy/{version}/withdrawal")
    @Corrects(AdoptPolicy.class)
    record WithdrawPolicy(int version, String reason) implements PolicyCommand, CorrectionCommand {}

    /** The place that commands about policies touch: everybody. */
    @Override
    default List<CommandPlace> touches() {
        return List.of(CommandPlace.WHOLE_LEDGER);
    }
}
