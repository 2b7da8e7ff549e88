package vn.soto.query.activity;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.projection.Documents;
import vn.soto.query.period.StoredQuarters;

/** Finds help given on days, as known at a commit. */
@Component
final class Activities {

    private final Documents documents;
    private final StoredQuarters stored;
    private final LoggedQuarterHelp.KnownSums known = new LoggedQuarterHelp.KnownSums();

    Activities(Documents documents, StoredQuarters stored) {
        this.documents = documents;
        this.stored = stored;
    }

    QuarterHelp on(QuarterDays days, long asOf) {
        return stored.isOne(days)
                ? new LoggedQuarterHelp(documents, stored, known, days.quarter(), asOf)
                : between(days.firstDay(), days.lastDay(), asOf);
    }

    /** Of any days, such as those of a campaign. */
    DatedHelp between(LocalDate first, LocalDate last, long asOf) {
        return new DatedHelp(documents, stored.of(first, last), first, last, asOf);
    }
}
