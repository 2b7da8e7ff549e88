package vn.soto.query.reading;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.query.subject.KnownSubjects;

/** Makes the reader of an answer: rights and places are those of now, whatever moment is asked about. */
@Component
public record Readers(
        CurrentRights rights,
        KnownSubjects subjects,
        TeamReach teams,
        AreaReach.Source areas,
        RightsOfAccounts accounts,
        Clock clock) {

    /** @param known last commit that the read models know */
    public Reader of(Asker asker, long known) {
        return of(asker, rights.of(asker, today(), known), known);
    }

    /**
     * The rights of now.
     *
     * @param tail of the ledger, for who just read it
     */
    public HeldRights rights(Asker asker, long known, long tail) {
        return rights.of(asker, today(), known, tail);
    }

    /** The reader with these rights of today. */
    public Reader of(Asker asker, HeldRights held, long known) {
        return of(asker, held, held.rights().day(), known);
    }

    private LocalDate today() {
        return VietnamTime.day(clock.instant());
    }

    private Reader of(Asker asker, HeldRights held, LocalDate today, long known) {
        return Reader.of(
                asker,
                held,
                new ReadingReach(asker.owner(), subjects, teams, areas.reach(today, known), accounts, today, known));
    }
}
