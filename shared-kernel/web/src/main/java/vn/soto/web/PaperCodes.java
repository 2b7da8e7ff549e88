package vn.soto.web;

import java.util.Optional;

/** Codes by which everybody finds whether a printed version of a report still stands. */
@FunctionalInterface
public interface PaperCodes {

    /**
     * The code to print on the version that a commit brought, the same each time; empty if papers are not open to everybody.
     *
     * @param commit number of the commit
     */
    Optional<String> of(long commit);
}
