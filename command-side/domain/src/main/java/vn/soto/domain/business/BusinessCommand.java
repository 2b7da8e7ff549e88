package vn.soto.domain.business;

import static vn.soto.contracts.access.Role.LEADER;
import static vn.soto.contracts.access.Role.OFFICER;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.business.BusinessKind;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.shared.Text;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.CorrectionCommand;
import vn.soto.domain.shared.Corrects;
import vn.soto.domain.shared.DataSubject;
import vn.soto.domain.shared.Introduces;
import vn.soto.domain.shared.ReasonList;
import vn.soto.domain.shared.Reasons;

/** Commands to a business. */
public sealed interface BusinessCommand extends Command {

    BusinessId business();

    /**
     * @param unit      residential unit in which it works; the team that covers the unit is responsible for the
     *     business
     * @param reference the commune's own reference code; no name, no citizen number, no phone number
     * @param tradeName sealed, because the trade name of a household business may contain a person's name
     */
    @ClientCommand(
            as = "register-business",
            at = "businesses",
            by = {OFFICER, LEADER})
    record RegisterBusiness(
            @TargetAggregateIdentifier @DataSubject @Introduces
            BusinessId business,

            BusinessKind kind,
            UnitId unit,
            String reference,
            @Nullable Sealed tradeName)
            implements BusinessCommand {

        public RegisterBusiness {
            reference = Text.code(reference);
        }
    }

    /**
     * Replaces the registration as a whole.
     *
     * @param tradeName absent if there is none, or if it is to be removed
     */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(
            as = "correct-business",
            at = "businesses/{business}/correction",
            by = {OFFICER, LEADER})
    @Corrects(RegisterBusiness.class)
    record CorrectBusiness(
            @TargetAggregateIdentifier @DataSubject BusinessId business,
            BusinessKind kind,
            String reference,
            @Nullable Sealed tradeName,
            String reason)
            implements BusinessCommand, CorrectionCommand {

        public CorrectBusiness {
            reference = Text.code(reference);
        }
    }

    /** @param unit residential unit in which it works from that day on */
    @ClientCommand(
            as = "relocate-business",
            at = "businesses/{business}/relocation",
            by = {OFFICER, LEADER})
    record RelocateBusiness(@TargetAggregateIdentifier BusinessId business, UnitId unit, LocalDate effectiveFrom)
            implements BusinessCommand {}

    /**
     * Corrects the day on which a business moved.
     *
     * @param enteredFrom   day as entered; identifies the move among those of the business
     * @param effectiveFrom the right day
     */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(
            as = "correct-business-relocation",
            at = "businesses/{business}/relocation/correction",
            by = {OFFICER, LEADER})
    @Corrects(RelocateBusiness.class)
    record CorrectBusinessRelocation(
            @TargetAggregateIdentifier BusinessId business,
            LocalDate enteredFrom,
            LocalDate effectiveFrom,
            String reason)
            implements BusinessCommand, CorrectionCommand {}

    /** @param effectiveFrom first day on which the business is closed */
    @ClientCommand(
            as = "close-business",
            at = "businesses/{business}/closure",
            by = {OFFICER, LEADER})
    @Corrects({RegisterBusiness.class, ReopenBusiness.class})
    record CloseBusiness(@TargetAggregateIdentifier BusinessId business, LocalDate effectiveFrom)
            implements BusinessCommand {}

    /** @param effectiveFrom first day on which the business is open again */
    @ClientCommand(
            as = "reopen-business",
            at = "businesses/{business}/reopening",
            by = {OFFICER, LEADER})
    @Corrects(CloseBusiness.class)
    record ReopenBusiness(@TargetAggregateIdentifier BusinessId business, LocalDate effectiveFrom)
            implements BusinessCommand {}

    /** The places that commands to businesses touch. */
    @Override
    default List<CommandPlace> touches() {
        CommandPlace business = new CommandPlace.OfBusiness(business());
        return switch (this) {
            case RegisterBusiness register -> List.of(new CommandPlace.InUnit(register.unit()));
            case RelocateBusiness relocate -> List.of(business, new CommandPlace.InUnit(relocate.unit()));
            case CorrectBusiness _, CorrectBusinessRelocation _, CloseBusiness _, ReopenBusiness _ -> List.of(business);
        };
    }
}
