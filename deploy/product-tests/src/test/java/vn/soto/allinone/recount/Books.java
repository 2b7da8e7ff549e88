package vn.soto.allinone.recount;

import java.util.Collection;

/** The statements of a ledger's events up to a commit, folded once. */
record Books(
        RawLedger ledger,
        Collection<HelpRecord> help,
        MemberBook members,
        HouseholdBook households,
        RequestBook requests,
        OutreachBook outreach) {

    static Books of(RawLedger ledger) {
        return new Books(
                ledger,
                HelpRecord.of(ledger),
                MemberBook.of(ledger),
                HouseholdBook.of(ledger),
                RequestBook.of(ledger),
                OutreachBook.of(ledger));
    }
}
