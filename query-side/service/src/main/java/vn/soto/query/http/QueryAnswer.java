package vn.soto.query.http;

/** An answer and how fresh it is. */
public record QueryAnswer<T>(Freshness freshness, T answer) {}
