package vn.soto.domain.stipend;

import static vn.soto.contracts.access.Role.OFFICER;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.stipend.StipendPeriod;
import vn.soto.contracts.stipend.StipendStatementId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.HasReason;
import vn.soto.domain.shared.ReasonList;
import vn.soto.domain.shared.Reasons;

/** Commands to the stipend statement of a unit for a month or quarter. */
public sealed interface StipendStatementCommand extends Command {

    UnitId unit();

    StipendPeriod period();

    @TargetAggregateIdentifier
    default StipendStatementId statement() {
        return new StipendStatementId(unit(), period());
    }

    /**
     * Computes a version from what is recorded now; a further one replaces the one before and names the difference.
     *
     * @param unit   commune, ward, township or special zone
     * @param period a month such as 2026-09, or a quarter such as 2026-Q3, that has ended
     * @param reason reason for a further version; not required for the first
     */
    @Reasons(ReasonList.NEW_VERSION)
    @ClientCommand(as = "compute-stipend-statement", at = "units/{unit}/stipends/{period}", by = OFFICER)
    record ComputeStipendStatement(
            UnitId unit, StipendPeriod period, @Nullable String reason) implements StipendStatementCommand, HasReason {}

    /**
     * Approves the version computed last, as another person than the one who had it computed.
     *
     * @param content hash of what was read, as the statement's answer shows it
     */
    @ClientCommand(as = "approve-stipend-statement", at = "units/{unit}/stipends/{period}/approval", by = OFFICER)
    record ApproveStipendStatement(UnitId unit, StipendPeriod period, String content)
            implements StipendStatementCommand {}

    /** The place that commands about statements of stipends touch: the unit. */
    @Override
    default List<CommandPlace> touches() {
        return List.of(new CommandPlace.InUnit(unit()));
    }
}
