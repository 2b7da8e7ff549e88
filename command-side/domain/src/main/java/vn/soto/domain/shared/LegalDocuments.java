package vn.soto.domain.shared;

import static vn.soto.domain.shared.CommonRule.DOCUMENT_IS_NOT_SIGNED_IN_THE_FUTURE;
import static vn.soto.domain.shared.CommonRule.DOCUMENT_NUMBER_HOLDS_NO_PERSONAL_NUMBER;

import java.time.Clock;
import java.time.LocalDate;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.VietnamTime;

/** Checks of legal documents. */
public final class LegalDocuments {

    private LegalDocuments() {}

    public static void check(Instrument document, Clock clock) {
        FreeText.checkCharacters(document.number());
        DOCUMENT_NUMBER_HOLDS_NO_PERSONAL_NUMBER.require(FreeText.holdsNoPersonalNumber(document.number()));
        Days.checkLegal(document.signedOn());
        LocalDate today = VietnamTime.day(clock.instant());
        DOCUMENT_IS_NOT_SIGNED_IN_THE_FUTURE.require(!document.signedOn().isAfter(today), document.signedOn(), today);
    }
}
