package vn.soto.domain.household;

import static vn.soto.domain.shared.CounterCommand.FOLLOWS;
import static vn.soto.domain.shared.CounterCommand.refusedBy;
import static vn.soto.domain.shared.CounterRule.CONSENT_IS_THE_HOUSEHOLDS_OWN_WORD;
import static vn.soto.domain.shared.CounterRule.EVENT_HAS_A_COUNTER_COMMAND;

import java.time.LocalDate;
import java.util.stream.Stream;
import vn.soto.contracts.household.Consent;
import vn.soto.contracts.household.ConsentEvent;
import vn.soto.contracts.household.ConsentEvent.ConsentCorrected;
import vn.soto.contracts.household.ConsentEvent.ConsentFlaggedMissing;
import vn.soto.contracts.household.ConsentEvent.ConsentRecorded;
import vn.soto.contracts.household.ConsentEvent.ConsentWithdrawalTakenBack;
import vn.soto.contracts.household.ConsentEvent.ConsentWithdrawn;
import vn.soto.contracts.household.ConsentPurpose;
import vn.soto.domain.household.ConsentCommand.CorrectConsent;
import vn.soto.domain.household.ConsentCommand.TakeBackConsentWithdrawal;
import vn.soto.domain.household.ConsentCommand.WithdrawConsent;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.shared.EarlierEvents;

/** Counter-commands for the events of a household's consents. Only the household itself restores
 * a consent that it has withdrawn; a withdrawal that it never made is taken back. */
public final class ConsentCounterCommands {

    private ConsentCounterCommands() {}

    public static CounterCommand of(ConsentEvent event, EarlierEvents earlier, String reason) {
        return switch (event) {
            case ConsentRecorded recorded -> withdraw(recorded, earlier);
            case ConsentCorrected corrected -> correctBack(corrected, earlier, reason);
            case ConsentWithdrawn withdrawn ->
                CounterCommand.of(new TakeBackConsentWithdrawal(
                        withdrawn.household(), withdrawn.purpose(), withdrawn.effectiveFrom(), reason));
            case ConsentWithdrawalTakenBack back ->
                CounterCommand.of(new WithdrawConsent(back.household(), back.purpose(), back.effectiveFrom()));
            case ConsentFlaggedMissing flagged -> FOLLOWS;
        };
    }

    private static CounterCommand correctBack(ConsentCorrected corrected, EarlierEvents earlier, String reason) {
        LocalDate day = corrected.consent().day();
        return earlier.restored(
                event -> corrected.corrects(event)
                        ? switch (event) {
                            case ConsentRecorded recorded -> Stream.of(recorded.consent());
                            case ConsentCorrected before -> Stream.of(before.consent());
                            default -> Stream.<Consent>empty();
                        }
                        : Stream.<Consent>empty(),
                consent -> new CorrectConsent(
                        corrected.household(),
                        consent.purpose(),
                        day,
                        consent.textVersion(),
                        consent.method(),
                        consent.team(),
                        consent.witness(),
                        consent.day(),
                        null,
                        reason),
                EVENT_HAS_A_COUNTER_COMMAND);
    }

    /**
     * Withdraws a first consent. A consent that replaced an earlier one has no counter-command, because withdrawal
     * would not restore the earlier one.
     */
    private static CounterCommand withdraw(ConsentRecorded recorded, EarlierEvents earlier) {
        ConsentPurpose purpose = recorded.consent().purpose();
        boolean first = earlier.last(before -> before instanceof ConsentRecorded replaced
                                && replaced.consent().purpose() == purpose
                        ? Stream.of(replaced)
                        : Stream.empty())
                .isEmpty();
        return first
                ? CounterCommand.of(new WithdrawConsent(
                        recorded.household(), purpose, recorded.consent().day()))
                : refusedBy(CONSENT_IS_THE_HOUSEHOLDS_OWN_WORD);
    }
}
