package vn.soto.query.reading;

import java.util.Map;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Sealed;

/**
 * Why names are opened, as it is entered in the register of reads.
 *
 * @param words addition to the reason, sealed under the key of each subject; none for a subject without a key
 */
public record ReadingReason(NamesReason reason, Map<Subject, Sealed> words) {

    public ReadingReason {
        words = Map.copyOf(words);
    }
}
