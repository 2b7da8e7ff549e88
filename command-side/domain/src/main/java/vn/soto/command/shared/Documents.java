package vn.soto.command.shared;

import static vn.soto.command.shared.CommonRule.DOCUMENT_IS_NOT_SIGNED_IN_THE_FUTURE;

import java.time.Clock;
import java.time.LocalDate;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.VietnamTime;

/** Checks of the legal document behind a decision. */
public final class Documents {

    private Documents() {}

    public static void check(Instrument document, Clock clock) {
        LocalDate today = VietnamTime.day(clock.instant());
        DOCUMENT_IS_NOT_SIGNED_IN_THE_FUTURE.require(!document.signedOn().isAfter(today), document.signedOn(), today);
    }
}
