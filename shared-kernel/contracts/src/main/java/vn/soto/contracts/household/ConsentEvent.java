package vn.soto.contracts.household;

import static vn.soto.contracts.shared.Flag.Code.CONTACT_LACKS_CONSENT;
import static vn.soto.contracts.shared.Flag.Code.FOLLOW_UP_LACKS_CONSENT;
import static vn.soto.contracts.shared.Flag.Code.PHOTO_LACKS_CONSENT;
import static vn.soto.contracts.shared.Flag.Code.PUBLICATION_LACKS_CONSENT;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.Dated;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Flag;
import vn.soto.contracts.shared.Flagging;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;

/** Events of a household's consents; they hold neither its words nor the name of the person who consented. */
public sealed interface ConsentEvent extends ProductEvent {

    HouseholdId household();

    @Override
    default Set<String> tags() {
        return Set.of("household:" + household());
    }

    /** The consent is valid from its day on and replaces an earlier one for the same purpose. */
    @StoredAs("consent.recorded.v1")
    record ConsentRecorded(HouseholdId household, Consent consent) implements ConsentEvent, Dated {

        @Override
        public Set<String> tags() {
            return Set.of("household:" + household, "team:" + consent.team(), "member:" + consent.witness());
        }

        @Override
        public LocalDate happenedOn() {
            return consent.day();
        }
    }

    /**
     * A consent was entered wrongly.
     *
     * @param enteredOn day as entered before; with the purpose, it identifies the consent
     * @param consent   the right one, as a whole
     */
    @StoredAs("consent.corrected.v1")
    record ConsentCorrected(HouseholdId household, LocalDate enteredOn, Consent consent)
            implements ConsentEvent, Dated, Correcting {

        @Override
        public boolean corrects(DomainEvent earlier) {
            return switch (earlier) {
                case ConsentRecorded recorded -> isEntered(recorded.consent());
                case ConsentCorrected before -> isEntered(before.consent);
                default -> false;
            };
        }

        private boolean isEntered(Consent earlier) {
            return earlier.purpose() == consent.purpose() && earlier.day().equals(enteredOn);
        }

        @Override
        public Set<String> tags() {
            return Set.of("household:" + household, "team:" + consent.team(), "member:" + consent.witness());
        }

        @Override
        public LocalDate happenedOn() {
            return consent.day();
        }
    }

    /** @param effectiveFrom first day on which the consent is no longer valid */
    @StoredAs("consent.withdrawn.v1")
    record ConsentWithdrawn(HouseholdId household, ConsentPurpose purpose, LocalDate effectiveFrom)
            implements ConsentEvent {}

    /**
     * A withdrawal was entered by mistake: what applied to that purpose before it applies again.
     *
     * @param effectiveFrom day of the withdrawal as entered
     */
    @StoredAs("consent.withdrawal-taken-back.v1")
    record ConsentWithdrawalTakenBack(HouseholdId household, ConsentPurpose purpose, LocalDate effectiveFrom)
            implements ConsentEvent, Correcting {

        @Override
        public boolean corrects(DomainEvent earlier) {
            return earlier instanceof ConsentWithdrawn withdrawn
                    && withdrawn.purpose() == purpose
                    && withdrawn.effectiveFrom().equals(effectiveFrom);
        }
    }

    /** An action needed a consent that was not valid on that day: a flag, not an error. */
    @StoredAs("consent.flagged-missing.v1")
    record ConsentFlaggedMissing(HouseholdId household, ConsentPurpose purpose, LocalDate day)
            implements ConsentEvent, Flagging {

        @Override
        public Optional<Flag> flag() {
            return switch (purpose) {
                case CONTACT -> CONTACT_LACKS_CONSENT.with(day);
                case PHOTO -> PHOTO_LACKS_CONSENT.with(day);
                case FOLLOW_UP -> FOLLOW_UP_LACKS_CONSENT.with(day);
                case PUBLICATION -> PUBLICATION_LACKS_CONSENT.with(day);
            };
        }
    }
}
