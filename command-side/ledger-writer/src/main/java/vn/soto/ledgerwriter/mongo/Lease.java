package vn.soto.ledgerwriter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.ledger.mongo.MongoConnection;
import vn.soto.ledger.mongo.MongoLayout;

/**
 * The lease that names the writing process. Expiry is by the server's clock, so clocks of processes do not matter; the
 * holder counts its validity from before it sent the renewal. Each take-over increments the fence.
 */
final class Lease implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    /** A holder stops writing this long before its lease can be taken over. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private static final Bson WRITER = Filters.eq(MongoLayout.WRITER);
    private static final Bson RENEWED = Updates.combine(Updates.currentDate("renewed"), Updates.inc("renewals", 1L));

    private final MongoDatabase database;
    private final MongoCollection<BsonDocument> leases;
    private final LeaseSettings settings;
    private final String holder;
    private final Thread keeper;
    private volatile Held held = Held.NOT;
    private volatile boolean closed;

    /** @param holder name of this process, for operators who read the lease */
    Lease(MongoDatabase database, LeaseSettings settings, String holder) {
        this.database = database;
        this.leases =
                database.getCollection(MongoLayout.LEASE, BsonDocument.class).withWriteConcern(MongoConnection.DURABLE);
        this.settings = settings;
        this.holder = holder;
        this.keeper = Thread.ofPlatform().name("soto-ledger-lease").daemon().unstarted(this::keep);
    }

    void start() {
        if (settings.enabled()) {
            look();
            keeper.start();
        }
    }

    /** The fence while the lease is certainly held; 0 if leases are disabled. */
    OptionalLong fence() {
        if (!settings.enabled()) {
            return OptionalLong.of(0);
        }
        Held now = held;
        return now.fence() > 0 && System.nanoTime() - now.until() < 0
                ? OptionalLong.of(now.fence())
                : OptionalLong.empty();
    }

    private void keep() {
        while (!closed) {
            LockSupport.parkNanos((held.fence() > 0 ? settings.renewal() : settings.look()).toNanos());
            if (!closed) {
                look();
            }
        }
    }

    private synchronized void look() {
        try {
            if (held.fence() > 0) {
                renew();
            } else {
                tryToTake();
            }
        } catch (RuntimeException e) {
            LOG.warn("the lease cannot be {}; trying again", held.fence() > 0 ? "renewed" : "looked at", e);
        }
    }

    private void renew() {
        long requestedAt = System.nanoTime();
        long fence = held.fence();
        if (leases.updateOne(Filters.and(WRITER, Filters.eq("fence", fence)), RENEWED)
                        .getMatchedCount()
                == 1) {
            held = new Held(fence, until(requestedAt));
        } else {
            held = Held.NOT;
            LOG.warn("another process took the lease over; this one writes no more (fence {})", fence);
        }
    }

    private void tryToTake() {
        BsonDocument seen = leases.find(WRITER).first();
        if (seen == null || !expired(seen)) {
            return;
        }
        long requestedAt = System.nanoTime();
        BsonDocument taken = leases.findOneAndUpdate(
                Filters.and(
                        WRITER, Filters.eq("fence", seen.get("fence")), Filters.eq("renewals", seen.get("renewals"))),
                Updates.combine(Updates.set("holder", holder), Updates.inc("fence", 1L), RENEWED),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        if (taken != null) {
            held = new Held(taken.getInt64("fence").getValue(), until(requestedAt));
            LOG.info("this process writes the ledger now (fence {})", held.fence());
        }
    }

    private boolean expired(BsonDocument seen) {
        long now = database.runCommand(new BsonDocument("hello", new BsonInt32(1)), BsonDocument.class)
                .getDateTime("localTime")
                .getValue();
        return seen.getDateTime("renewed").getValue() + settings.length().toMillis() < now;
    }

    private long until(long requestedAt) {
        return requestedAt + settings.length().minus(MARGIN).toNanos();
    }

    /** Releases the lease, so that another process need not wait for its expiry. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(keeper);
        giveBack();
    }

    private synchronized void giveBack() {
        Held last = held;
        held = Held.NOT;
        if (last.fence() > 0) {
            try {
                leases.updateOne(
                        Filters.and(WRITER, Filters.eq("fence", last.fence())),
                        Updates.set("renewed", new BsonDateTime(0)));
            } catch (RuntimeException e) {
                LOG.warn("the lease could not be given back; it ends by itself", e);
            }
        }
    }

    /** @param until by {@link System#nanoTime} */
    private record Held(long fence, long until) {
        static final Held NOT = new Held(0, 0);
    }
}
