package vn.soto.query.household;

import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceConfirmed;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedUnconfirmed;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.projection.Batch;
import vn.soto.projection.source.EventContext;
import vn.soto.query.household.EntryDay.HelpBefore;
import vn.soto.query.resident.ResidentChanges;

/** A household counts from a day of help before its entry on. */
final class HelpedHouseholds {

    private final EventContext at;
    private final Batch batch;
    private final ResidentChanges changes = new ResidentChanges();

    HelpedHouseholds(EventContext at, Batch batch) {
        this.at = at;
        this.batch = batch;
    }

    void fold(AssistanceEvent event) {
        String record = event.assistance().value();
        switch (event) {
            case AssistanceCorrected corrected -> {
                if (corrected.moved() != null) {
                    helped(corrected.moved().from(), record, null, false);
                }
                boolean awaits = UnconfirmedHelp.isAwaited(record, at.position(), batch);
                helped(corrected.beneficiary(), record, day(corrected), awaits);
            }
            case AssistanceStated stated -> helped(stated.beneficiary(), record, day(stated), false);
            case AssistanceVoided voided -> helped(voided.beneficiary(), record, null, false);
            case AssistanceFlaggedUnconfirmed flagged -> {
                UnconfirmedHelp.begin(record, at.position(), batch);
                change(flagged.beneficiary(), known -> known.awaiting(at, record, true));
            }
            case AssistanceConfirmed confirmed -> {
                UnconfirmedHelp.end(record, at.position(), batch);
                change(confirmed.beneficiary(), known -> known.awaiting(at, record, false));
            }
            default -> {
                // the day of the help stays
            }
        }
        changes.append(batch);
    }

    private static LocalDate day(AssistanceStated event) {
        return VietnamTime.day(event.content().occurredAt());
    }

    private void helped(Beneficiary beneficiary, String record, @Nullable LocalDate day, boolean awaits) {
        change(beneficiary, known -> known.with(new HelpBefore(at.position(), at.commit(), record, day, awaits)));
    }

    private void change(Beneficiary beneficiary, UnaryOperator<EntryDay> change) {
        if (beneficiary.household() != null) {
            String household = beneficiary.household().value();
            batch.find(Household.KIND, household)
                    .ifPresentOrElse(known -> change(known, change), () -> early(household, change));
        }
    }

    private void change(Household known, UnaryOperator<EntryDay> change) {
        EntryDay day = known.day();
        EntryDay changed = day == null ? null : change.apply(day);
        if (changed != null && !changed.equals(day)) {
            Household after = known.with(changed);
            batch.put(Household.KIND, after);
            ResidentHistory.changed(known, after, at.position(), changes, batch);
        }
    }

    private void early(String household, UnaryOperator<EntryDay> change) {
        EntryDay helped = change.apply(EarlyHelp.of(household, batch).day());
        batch.put(EarlyHelp.KIND, new EarlyHelp(household, helped.helped()));
    }
}
