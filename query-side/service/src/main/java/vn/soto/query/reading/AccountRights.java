package vn.soto.query.reading;

import java.time.LocalDate;

/** What accounts may do. */
public interface AccountRights {

    /** The rights of an account on a day as the ledger has them now, as far as {@code asOf} for memberships. */
    HeldRights of(Asker asker, LocalDate day, long asOf);
}
