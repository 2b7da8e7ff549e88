package vn.soto.contracts.person;

import java.util.Set;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;

/** What happens to the ledger's one list of erased subjects, so that all of them are found without reading the rest. */
public sealed interface ErasureEvent extends ProductEvent {

    /** Aggregate id of the list. */
    String LIST = "erasures";

    /** @param number of subjects erased so far, this one included */
    @StoredAs("erasures.listed.v1")
    record ErasureListed(Subject subject, int number) implements ErasureEvent {

        @Override
        public Set<String> tags() {
            return Set.of(subject.toString());
        }
    }
}
