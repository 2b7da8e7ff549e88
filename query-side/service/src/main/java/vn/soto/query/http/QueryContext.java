package vn.soto.query.http;

import org.jspecify.annotations.Nullable;

/**
 * What every query may say about the ledger; an argument of every query's method, resolved by {@link QueryContextResolver}.
 *
 * @param asOf    commit number or instant to answer as of; absent for the latest commit folded
 * @param atLeast commit to wait for; 0 for none
 */
public record QueryContext(@Nullable String asOf, long atLeast) {}
