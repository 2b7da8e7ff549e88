package vn.soto.edge.database;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.soto.edge.session.Epochs;
import vn.soto.web.RequestThreads;

/**
 * The epochs of accounts in the registers' database, which every node asks for each session it reads: an epoch raised on one
 * node holds on all of them at once. An account that is not there is at 0; whether it exists, the issuer says.
 */
public final class MongoEpochs implements Epochs, AutoCloseable {

    private static final int AT_ONCE = 16;
    private static final int QUEUED = 2_000;

    private final MongoCollection<Document> epochs;
    private final ExecutorService threads = RequestThreads.of("epochs-", AT_ONCE, QUEUED);
    private final Scheduler scheduler = Schedulers.fromExecutorService(threads);

    /** @param database stays its owner's to close; see {@link vn.soto.ledger.mongo.MongoConnection} */
    public MongoEpochs(MongoDatabase database) {
        this.epochs = database.getCollection(EpochsCollection.NAME);
    }

    @Override
    public Mono<Long> current(String account) {
        return asked(() -> Optional.ofNullable(epochs.find(named(account)).first())
                .map(found -> found.get(EpochsCollection.EPOCH, Number.class).longValue())
                .orElse(0L));
    }

    @Override
    public Mono<Void> raise(String account) {
        return asked(() -> epochs.updateOne(
                        named(account), Updates.inc(EpochsCollection.EPOCH, 1L), new UpdateOptions().upsert(true)))
                .then();
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
