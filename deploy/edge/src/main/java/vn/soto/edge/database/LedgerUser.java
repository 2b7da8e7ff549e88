package vn.soto.edge.database;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.edge.start.StartRefusedException;
import vn.soto.ledger.mongo.MongoLayout;
import vn.soto.privacy.mongo.KeyCollection;
import vn.soto.privacy.reads.ReadsCollection;
import vn.soto.privacy.refused.RefusedAccessCollection;

/**
 * The database user of a node. The server's privileges enforce that the ledger is append-only, not only this program; a
 * node whose user has more privileges does not start.
 */
public enum LedgerUser {
    /**
     * Privileges to read and append commits, renew the lease, create and destroy keys, raise epochs, record refusals and
     * keep texts. None to change or remove a commit.
     */
    COMMAND {
        @Override
        List<Need> needs(LedgerSettings settings) {
            String ledger = settings.ledgerDatabase();
            return List.of(
                    Need.appending(ledger, MongoLayout.COMMITS),
                    Need.reading(ledger, MongoLayout.LEDGER, "find"),
                    Need.updating(ledger, MongoLayout.LEASE),
                    Need.writing(settings.keysDatabase(), KeyCollection.NAME),
                    Need.writing(settings.readsDatabase(), EpochsCollection.NAME),
                    Need.writing(settings.readsDatabase(), RefusedAccessCollection.NAME),
                    Need.writing(settings.readsDatabase(), KEPT_TEXTS),
                    Need.reading(settings.readsDatabase(), ReadsCollection.NAME));
        }
    },
    /** Privileges to read the ledger and the keys, to add to the register of reads and to write the read models. */
    QUERY {
        @Override
        List<Need> needs(LedgerSettings settings) {
            String ledger = settings.ledgerDatabase();
            return List.of(
                    Need.reading(ledger, MongoLayout.COMMITS, "find", "listIndexes"),
                    Need.reading(ledger, MongoLayout.LEDGER, "find"),
                    Need.reading(ledger, MongoLayout.LEASE),
                    Need.reading(ledger, "*"),
                    Need.reading(settings.keysDatabase(), KeyCollection.NAME, "find"),
                    Need.reading(settings.keysDatabase(), "*"),
                    Need.adding(settings.readsDatabase(), ReadsCollection.NAME),
                    Need.writing(settings.readsDatabase(), EpochsCollection.NAME),
                    Need.writing(settings.readsDatabase(), RefusedAccessCollection.NAME),
                    Need.reading(settings.readsDatabase(), KEPT_TEXTS),
                    Need.owning(settings.readModelsDatabase()));
        }
    };

    private static final Logger LOG = LoggerFactory.getLogger(LedgerUser.class);
    /** The collection of the texts that the command side keeps for a while; its main classes are not known here. */
    private static final String KEPT_TEXTS = "kept-texts";

    private static final String PREPARE =
            "Run deploy/bin/prepare-mongodb, which makes a user for each side with the rights"
                    + " it needs, and put that user into soto.mongodb.uri.";

    abstract List<Need> needs(LedgerSettings settings);

    /** @throws StartRefusedException if the user's privileges differ from the required ones */
    public void check(MongoClient client, LedgerSettings settings) {
        String wrong = broken(connectionStatus(client, settings), settings);
        if (!wrong.isEmpty()) {
            throw new StartRefusedException(wrong, PREPARE, null);
        }
    }

    /**
     * Returns the fault of the user's privileges, as text; empty if they are right.
     *
     * @param connectionStatus the server's answer, with {@code showPrivileges}
     */
    public String broken(Document connectionStatus, LedgerSettings settings) {
        Optional<UserPrivileges> rights = UserPrivileges.of(connectionStatus);
        if (rights.isEmpty() && settings.mongodb().withoutUsers()) {
            LOG.warn("soto.mongodb.without-users: whoever reaches this server may change the ledger; for trying only");
            return "";
        }
        if (rights.isEmpty()) {
            return "MongoDB lets anybody in: access control is off, or soto.mongodb.uri names no user.";
        }
        String broken = needs(settings).stream()
                .flatMap(need -> need.brokenBy(rights.get()).stream())
                .collect(Collectors.joining("; "));
        return broken.isEmpty() ? "" : "The database user has other rights than this node needs: " + broken + ".";
    }

    private static Document connectionStatus(MongoClient client, LedgerSettings settings) {
        try {
            return client.getDatabase(settings.ledgerDatabase())
                    .runCommand(new Document("connectionStatus", 1).append("showPrivileges", true));
        } catch (MongoSecurityException e) {
            throw new StartRefusedException(
                    "MongoDB does not accept the user or the password of soto.mongodb.uri.", PREPARE, e);
        } catch (MongoCommandException e) {
            // An emulator without users does not implement the command.
            return new Document();
        } catch (MongoException e) {
            throw new StartRefusedException(
                    "MongoDB does not answer: " + e.getMessage(),
                    "Check that the servers of soto.mongodb.uri run, have elected a primary and can be reached.",
                    e);
        }
    }
}
