package vn.soto.query.stipend;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.StateRefusals;
import vn.soto.contracts.stipend.StatementStage;
import vn.soto.query.access.AccountRights;
import vn.soto.query.person.AccountPersons;
import vn.soto.query.reading.Reader;

/** The commands about a statement that its state refuses to the reader. */
@Component
record StatementStages(AccountRights accounts, AccountPersons persons) {

    StateRefusals of(StatementHistory history, long asOf) {
        boolean approved = history.latest().flatMap(history::approval).isPresent();
        boolean own = history.latest()
                .filter(latest -> !approved && isReaders(latest, asOf))
                .isPresent();
        return new StatementStage(history.latest().isPresent(), approved)
                .refusals(own)
                .until(
                        Reader.current().rights().granted(),
                        "LEDGER_SAYS_WHO_MAY_APPROVE",
                        List.of(),
                        "approve-stipend-statement");
    }

    private boolean isReaders(StatementHistory.Version version, long asOf) {
        String author = version.computed().by();
        return Reader.current().rights().granted()
                ? !persons.isReaderAnotherThan(author, version.commit().at(), asOf)
                : accounts.isReaders(author, asOf);
    }
}
