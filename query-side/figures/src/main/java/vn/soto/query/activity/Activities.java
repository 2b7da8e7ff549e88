package vn.soto.query.activity;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.projection.Documents;
import vn.soto.query.period.StoredQuarters;

/** Finds help given on days, as known at a commit. */
@Component
record Activities(Documents documents, StoredQuarters stored) {

    QuarterHelp on(QuarterDays days, long asOf) {
        return stored.isOne(days)
                ? new LoggedQuarterHelp(documents, days.quarter(), asOf)
                : between(days.firstDay(), days.lastDay(), asOf);
    }

    /** Of any days, such as those of a campaign. */
    DatedHelp between(LocalDate first, LocalDate last, long asOf) {
        return new DatedHelp(documents, stored.of(first, last), first, last, asOf);
    }
}
