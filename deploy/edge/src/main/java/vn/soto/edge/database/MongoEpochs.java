package vn.soto.edge.database;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.soto.edge.session.Epochs;
import vn.soto.edge.session.Session;
import vn.soto.edge.session.SessionCodec;
import vn.soto.web.DeviceContacts;
import vn.soto.web.RequestThreads;
import vn.soto.web.SessionEnds;

/**
 * The epochs of accounts in the registers' database, which every node asks for each session it reads. So an epoch
 * raised on one node holds on all of them at once. An account that is not there is at 0; whether it exists, the issuer
 * says. Beside them is what the devices of an account told last.
 */
public final class MongoEpochs implements Epochs, SessionEnds, DeviceContacts, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MongoEpochs.class);
    private static final int AT_ONCE = 16;
    private static final int QUEUED = 2_000;

    private final MongoDatabase database;
    private final MongoCollection<Document> epochs;
    private final ExecutorService threads = RequestThreads.of("epochs-", AT_ONCE, QUEUED);
    private final Scheduler scheduler = Schedulers.fromExecutorService(threads);

    private final Clock clock;

    /** @param database stays its owner's to close; see {@link vn.soto.ledger.mongo.MongoConnection} */
    public MongoEpochs(MongoDatabase database, Clock clock) {
        this.database = database;
        this.epochs = database.getCollection(EpochsCollection.NAME);
        this.clock = clock;
    }

    /** @param by account that ended the sessions: the account itself, or an administrator */
    public record Ended(String by, Instant at) {}

    @Override
    public Mono<Long> current(String account) {
        return asked(() -> Optional.ofNullable(epochs.find(named(account)).first())
                .map(found -> found.get(EpochsCollection.EPOCH, (Number) 0L).longValue())
                .orElse(0L));
    }

    @Override
    public Mono<Boolean> accept(Session session) {
        return asked(() -> {
            Document found = epochs.find(named(session.account())).first();
            return found == null ? session.epoch() == 0 : accepts(found, session);
        });
    }

    private static boolean accepts(Document account, Session session) {
        Number epoch = account.get(EpochsCollection.EPOCH, (Number) 0L);
        return epoch.longValue() == session.epoch()
                && signedOut(account).stream()
                        .noneMatch(each -> session.id().equals(each.getString(EpochsCollection.SESSION)));
    }

    private static List<Document> signedOut(Document account) {
        return account.getList(EpochsCollection.SIGNED_OUT, Document.class, List.of());
    }

    @Override
    public Mono<Void> raise(String account) {
        return end(account, account).then();
    }

    /**
     * Expired entries are taken out first; a session beyond the bound ends with all others of the account. The database
     * says what is over, because a node whose clock is ahead would make sessions valid again on the others.
     */
    @Override
    public Mono<Void> end(Session session) {
        Bson account = named(session.account());
        return asked(() -> {
                    Instant now = timeOfTheDatabase();
                    Document entry = new Document(EpochsCollection.SESSION, session.id())
                            .append(EpochsCollection.UNTIL, Date.from(now.plus(SessionCodec.REMEMBERED)));
                    epochs.updateOne(
                            account,
                            Updates.pullByFilter(Filters.eq(
                                    EpochsCollection.SIGNED_OUT,
                                    new Document(EpochsCollection.UNTIL, new Document("$lt", Date.from(now))))));
                    Document found = epochs.find(account).first();
                    if (found != null && signedOut(found).size() >= MOST_SIGNED_OUT) {
                        return false;
                    }
                    epochs.updateOne(
                            account,
                            Updates.push(EpochsCollection.SIGNED_OUT, entry),
                            new UpdateOptions().upsert(true));
                    return true;
                })
                .flatMap(kept -> kept ? Mono.empty() : raise(session.account()));
    }

    private Instant timeOfTheDatabase() {
        return database.runCommand(new Document("hello", 1))
                .getDate("localTime")
                .toInstant();
    }

    /**
     * The accounts are the issuer's: here each has sessions. The account that ends them is recorded in the same write.
     */
    @Override
    public Mono<Boolean> end(String account, String by) {
        Document entry = new Document(EpochsCollection.BY, by).append(EpochsCollection.AT, Date.from(clock.instant()));
        PushOptions latest = new PushOptions().slice(-EpochsCollection.MOST_ENDED);
        return asked(() -> epochs.updateOne(
                        named(account),
                        Updates.combine(
                                Updates.inc(EpochsCollection.EPOCH, 1L),
                                Updates.set(EpochsCollection.SIGNED_OUT, List.of()),
                                Updates.pushEach(EpochsCollection.ENDED, List.of(entry), latest)),
                        new UpdateOptions().upsert(true)))
                .thenReturn(true);
    }

    /**
     * The acts that ended the account's sessions, the latest last; sign-outs recorded by earlier versions are absent.
     */
    public Mono<List<Ended>> ended(String account) {
        return asked(() -> Optional.ofNullable(epochs.find(named(account)).first())
                .map(found -> found.getList(EpochsCollection.ENDED, Document.class, List.of()))
                .orElse(List.of())
                .stream()
                .map(entry -> new Ended(
                        entry.getString(EpochsCollection.BY),
                        entry.getDate(EpochsCollection.AT).toInstant()))
                .toList());
    }

    @Override
    public void tell(String account, Contact contact) {
        Document entry = new Document(EpochsCollection.DEVICE, contact.device())
                .append(EpochsCollection.WAITING, contact.waiting())
                .append(EpochsCollection.AT, Date.from(contact.at()));
        try {
            epochs.updateOne(
                    named(account),
                    Updates.pullByFilter(Filters.eq(
                            EpochsCollection.CONTACTS, new Document(EpochsCollection.DEVICE, contact.device()))));
            epochs.updateOne(
                    named(account),
                    Updates.pushEach(EpochsCollection.CONTACTS, List.of(entry), new PushOptions().slice(-MOST)),
                    new UpdateOptions().upsert(true));
        } catch (MongoException e) {
            LOG.debug("the next contact tells it again", e);
        }
    }

    @Override
    public List<Contact> of(String account) {
        return Optional.ofNullable(epochs.find(named(account)).first())
                .map(found -> found.getList(EpochsCollection.CONTACTS, Document.class, List.of()))
                .orElse(List.of())
                .reversed()
                .stream()
                .map(entry -> new Contact(
                        entry.getString(EpochsCollection.DEVICE),
                        entry.getInteger(EpochsCollection.WAITING, 0),
                        entry.getDate(EpochsCollection.AT).toInstant()))
                .toList();
    }

    private static Bson named(String account) {
        return Filters.eq(EpochsCollection.ID, account);
    }

    private <T> Mono<T> asked(Supplier<T> question) {
        return Mono.fromSupplier(question).subscribeOn(scheduler);
    }

    @Override
    public void close() {
        scheduler.dispose();
        threads.shutdownNow();
    }
}
