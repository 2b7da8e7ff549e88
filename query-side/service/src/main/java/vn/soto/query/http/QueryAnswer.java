package vn.soto.query.http;

import vn.soto.query.link.Links;

/** An answer, how fresh it is and where it leads. */
public record QueryAnswer<T>(Freshness freshness, T answer, Links links) {}
