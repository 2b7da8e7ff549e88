package vn.soto.query.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import vn.soto.query.link.Links;

/**
 * An answer, how fresh it is and where it leads.
 *
 * @param forAll whether everybody with the same rights is answered the same; no part of the answer
 */
public record QueryAnswer<T>(
        Freshness freshness,
        T answer,
        Links links,
        @JsonIgnore boolean forAll) {}
