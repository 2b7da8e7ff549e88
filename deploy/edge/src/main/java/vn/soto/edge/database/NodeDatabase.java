package vn.soto.edge.database;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import vn.soto.edge.start.StartRefusedException;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.WrongLedgerException;
import vn.soto.ledger.mongo.MongoConnection;
import vn.soto.ledger.mongo.MongoLayout;

/** A node's connection; it opens only if the ledger's origin and the user's privileges are the required ones. */
public final class NodeDatabase implements AutoCloseable {

    private final MongoClient client;
    private final LedgerSettings settings;

    private NodeDatabase(MongoClient client, LedgerSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    /** @throws StartRefusedException if the operator must correct a setting; the message states which */
    public static NodeDatabase open(LedgerSettings settings, LedgerUser user) {
        NodeDatabase database = new NodeDatabase(
                MongoClients.create(MongoConnection.settings(settings.uri()).build()), settings);
        try {
            user.check(database.client, settings);
            MongoLayout.check(database.ledger(), settings.origin());
            return database;
        } catch (WrongLedgerException e) {
            database.close();
            throw new StartRefusedException(
                    e.getMessage(), "Check soto.ledger and soto.mongodb.ledger-database, or prepare the database.", e);
        } catch (LedgerException.Unavailable e) {
            database.close();
            throw new StartRefusedException(e.getMessage(), "Check MongoDB and the user of soto.mongodb.uri.", e);
        } catch (StartRefusedException e) {
            database.close();
            throw e;
        }
    }

    public MongoDatabase ledger() {
        return client.getDatabase(settings.ledgerDatabase());
    }

    public MongoDatabase readModels() {
        return client.getDatabase(settings.readModelsDatabase());
    }

    public MongoDatabase keys() {
        return client.getDatabase(settings.keysDatabase());
    }

    public MongoDatabase reads() {
        return client.getDatabase(settings.readsDatabase());
    }

    @Override
    public void close() {
        client.close();
    }
}
