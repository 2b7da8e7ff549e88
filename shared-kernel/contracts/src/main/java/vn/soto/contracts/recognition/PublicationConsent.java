package vn.soto.contracts.recognition;

import java.time.LocalDate;
import vn.soto.contracts.household.ConsentMethod;
import vn.soto.contracts.household.Responsible;

/**
 * Consent of a person to being named as recognised.
 *
 * @param textVersion version, from 1, of the text that the person heard or signed
 * @param witness     another member
 * @param day         of the consent
 */
public record PublicationConsent(int textVersion, ConsentMethod method, Responsible witness, LocalDate day) {

    /** First version of the text that says that everybody may read the name on the open web; before it, accounts of offices. */
    public static final int OPEN_WEB = 2;

    public boolean coversTheOpenWeb() {
        return textVersion >= OPEN_WEB;
    }
}
