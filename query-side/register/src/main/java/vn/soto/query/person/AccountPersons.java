package vn.soto.query.person;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.AccountAct;
import vn.soto.contracts.access.SeparatePersons;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Origin;
import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.event.Histories;
import vn.soto.query.reading.Reader;

/** Tells whether accounts are those of two persons, by the acts on them up to a commit. */
@Component
public record AccountPersons(Histories histories, EventCodec codec, Clock clock) {

    /** As a rule would ask it now. */
    public SeparatePersons asOf(long asOf) {
        return at(clock.instant(), asOf);
    }

    /** As of an instant. */
    public SeparatePersons at(Instant now, long asOf) {
        return new SeparatePersons(
                account -> histories.of(AccessEvent.idOf(account), asOf).stream()
                        .map(this::act)
                        .toList(),
                now);
    }

    public AccountAct act(Body body) {
        Commit commit = body.commit();
        return new AccountAct(
                (AccessEvent) codec.decode(body.event().type(), body.event().payload()),
                commit.origin() instanceof Origin.SystemTask ? null : commit.actor(),
                commit.at());
    }

    /** Whether the reader's account is another person's than the author's now, and than all who could act as the author then. */
    public boolean isReaderAnotherThan(String author, Instant then, long asOf) {
        SeparatePersons persons = asOf(asOf);
        String reader = Reader.current().account();
        return persons.are(reader, author) && persons.isAnotherThanWhoActed(reader, author, then);
    }
}
