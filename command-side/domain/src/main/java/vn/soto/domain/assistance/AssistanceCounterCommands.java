package vn.soto.domain.assistance;

import static vn.soto.domain.shared.CounterCommand.FOLLOWS;
import static vn.soto.domain.shared.CounterCommand.refusedBy;
import static vn.soto.domain.shared.CounterRule.EVENT_HAS_A_COUNTER_COMMAND;

import java.util.stream.Stream;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceConfirmed;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedUnconfirmed;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFollowedUp;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRouted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.domain.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.domain.assistance.AssistanceCommand.RestoreAssistance;
import vn.soto.domain.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.shared.EarlierEvents;

/** Counter-commands for the events of a record of help. */
public final class AssistanceCounterCommands {

    private AssistanceCounterCommands() {}

    public static CounterCommand of(AssistanceEvent event, EarlierEvents earlier, String reason) {
        return switch (event) {
            case AssistanceRecorded recorded -> CounterCommand.of(new VoidAssistance(recorded.assistance(), reason));
            case AssistanceCorrected corrected -> correctBack(corrected, earlier, reason);
            case AssistanceVoided voided -> CounterCommand.of(new RestoreAssistance(voided.assistance(), reason));
            case AssistanceFlaggedLate flagged -> FOLLOWS;
            case AssistanceFlaggedUnconfirmed flagged -> FOLLOWS;
            case AssistanceRouted routed -> FOLLOWS;
            case AssistanceFollowedUp followed -> refusedBy(EVENT_HAS_A_COUNTER_COMMAND);
            case AssistanceVerified verified -> refusedBy(EVENT_HAS_A_COUNTER_COMMAND);
            case AssistanceConfirmed confirmed -> refusedBy(EVENT_HAS_A_COUNTER_COMMAND);
        };
    }

    /**
     * Voids what was restored; else restores the previous content, and the beneficiary from whom the record moved. A correction of
     * helpers or note has no counter-command: earlier corrections may have changed them since the first record.
     */
    private static CounterCommand correctBack(AssistanceCorrected corrected, EarlierEvents earlier, String reason) {
        if (wasVoided(earlier)) {
            return CounterCommand.of(new VoidAssistance(corrected.assistance(), reason));
        }
        if (corrected.helpers() != null || corrected.note() != null) {
            return refusedBy(EVENT_HAS_A_COUNTER_COMMAND);
        }
        return earlier.restored(
                before -> before instanceof AssistanceStated stated
                        ? Stream.of(stated.content())
                        : Stream.<AssistanceContent>empty(),
                content -> correction(corrected, content, reason),
                EVENT_HAS_A_COUNTER_COMMAND);
    }

    /** Then the correction restored the record. */
    private static boolean wasVoided(EarlierEvents earlier) {
        return earlier.last(before -> before instanceof AssistanceStated || before instanceof AssistanceVoided
                        ? Stream.of(before)
                        : Stream.empty())
                .filter(AssistanceVoided.class::isInstance)
                .isPresent();
    }

    private static CorrectAssistance correction(
            AssistanceCorrected corrected, AssistanceContent content, String reason) {
        AssistanceCorrected.Moved moved = corrected.moved();
        if (moved == null) {
            return new CorrectAssistance(corrected.assistance(), content, reason);
        }
        Beneficiary from = moved.from();
        return new CorrectAssistance(
                corrected.assistance(),
                null,
                null,
                content,
                from.household(),
                from.business(),
                from.kind() == Beneficiary.Kind.WALK_IN ? from.unit() : null,
                null,
                null,
                reason);
    }
}
