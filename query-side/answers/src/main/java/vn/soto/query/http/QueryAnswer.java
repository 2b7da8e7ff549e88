package vn.soto.query.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import vn.soto.query.link.Links;

/**
 * An answer, how fresh it is and where it leads.
 *
 * @param audience everybody to whom it may be given; no part of the answer
 */
public record QueryAnswer<T>(
        Freshness freshness,
        T answer,
        Links links,
        @JsonIgnore Audience audience) {

    /** Those to whom an answer may be given again as long as the state is the same. */
    public enum Audience {
        /** everybody with the same rights */
        BY_RIGHTS,
        /** the account that asked, because the answer holds things of its own */
        BY_ACCOUNT,
        /** nobody, because data of persons was opened for it, or it is of more than the ledger */
        NONE
    }

    boolean forAll() {
        return audience == Audience.BY_RIGHTS;
    }
}
