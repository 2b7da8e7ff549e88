package vn.soto.contracts.person;

import java.util.Set;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;

/**
 * Events of the ledger's one list of erased subjects, which makes all of them available without reading the rest of the
 * ledger.
 */
public sealed interface ErasureEvent extends ProductEvent {

    /** Aggregate id of the list. */
    String LIST = "erasures";

    /** @param number number of subjects erased so far, including this one */
    @StoredAs("erasures.listed.v1")
    record ErasureListed(Subject subject, int number) implements ErasureEvent {

        @Override
        public Set<String> tags() {
            return Set.of(subject.toString());
        }
    }
}
