package vn.soto.commandnode.prepare;

import java.util.List;
import org.bson.Document;
import vn.soto.edge.database.EpochsCollection;
import vn.soto.ledger.mongo.MongoLayout;
import vn.soto.ledgerwriter.mongo.MongoKeptTexts;
import vn.soto.privacy.mongo.KeyCollection;
import vn.soto.privacy.reads.ReadsCollection;
import vn.soto.privacy.refused.RefusedAccessCollection;

/**
 * Roles and users of one ledger, as server commands. Users live in the ledger's database, which is therefore the
 * {@code authSource}. A role lives in the database it covers, so each ledger of a cluster has its own. Only an
 * administrator may change or remove a commit or an entry of the register of reads. Only the command side creates and
 * destroys keys.
 *
 * @param ledger     name of the ledger's database
 * @param readModels name of the read models' database
 * @param keys       name of the database of the subjects' keys
 * @param reads      name of the database of the registers of reads and of refused access, and of epochs
 */
record Access(String ledger, String readModels, String keys, String reads) {

    static final String COMMAND_ROLE = "sotoCommand";
    static final String QUERY_ROLE = "sotoQuery";
    static final String COMMAND_KEYS_ROLE = "sotoCommandKeys";
    static final String QUERY_KEYS_ROLE = "sotoQueryKeys";
    static final String QUERY_READS_ROLE = "sotoQueryReads";
    static final String COMMAND_READS_ROLE = "sotoCommandReads";
    static final String COMMAND_USER = "soto-command";
    static final String QUERY_USER = "soto-query";
    private static final Document DURABLE = new Document("w", "majority");

    /** @param creating true to create the role; false to replace the privileges of an existing one */
    Document commandRole(boolean creating) {
        return role(
                creating,
                COMMAND_ROLE,
                List.of(
                        on(ledger, MongoLayout.COMMITS, "find", "insert", "listIndexes"),
                        on(ledger, MongoLayout.LEDGER, "find"),
                        on(ledger, MongoLayout.LEASE, "find", "update")));
    }

    Document queryRole(boolean creating) {
        return role(
                creating,
                QUERY_ROLE,
                List.of(
                        on(ledger, MongoLayout.COMMITS, "find", "listIndexes"),
                        on(ledger, MongoLayout.LEDGER, "find")));
    }

    /** The command side's role in the keys database. */
    Document commandKeysRole(boolean creating) {
        return role(creating, COMMAND_KEYS_ROLE, List.of(on(keys, KeyCollection.NAME, "find", "insert", "update")));
    }

    /** The query side's role in the keys database. */
    Document queryKeysRole(boolean creating) {
        return role(creating, QUERY_KEYS_ROLE, List.of(on(keys, KeyCollection.NAME, "find")));
    }

    /**
     * The query side's role in the database of the registers: it finds and adds reads, raises epochs and records refusals.
     */
    Document queryReadsRole(boolean creating) {
        return role(
                creating,
                QUERY_READS_ROLE,
                List.of(on(reads, ReadsCollection.NAME, "find", "insert"), epochs(), refused()));
    }

    /** The command side's role there: it raises epochs, records refusals and keeps texts, and cannot see who read what. */
    Document commandReadsRole(boolean creating) {
        return role(
                creating,
                COMMAND_READS_ROLE,
                List.of(epochs(), refused(), on(reads, MongoKeptTexts.NAME, "find", "insert", "update")));
    }

    private Document epochs() {
        return on(reads, EpochsCollection.NAME, "find", "insert", "update");
    }

    private Document refused() {
        return on(reads, RefusedAccessCollection.NAME, "find", "insert", "update");
    }

    Document commandUser(boolean creating, String password) {
        return user(
                creating,
                COMMAND_USER,
                password,
                List.of(
                        granted(COMMAND_ROLE, ledger),
                        granted(COMMAND_KEYS_ROLE, keys),
                        granted(COMMAND_READS_ROLE, reads)));
    }

    Document queryUser(boolean creating, String password) {
        return user(
                creating,
                QUERY_USER,
                password,
                List.of(
                        granted(QUERY_ROLE, ledger),
                        granted(QUERY_KEYS_ROLE, keys),
                        granted(QUERY_READS_ROLE, reads),
                        granted("readWrite", readModels)));
    }

    private static Document role(boolean creating, String name, List<Document> privileges) {
        return new Document(creating ? "createRole" : "updateRole", name)
                .append("privileges", privileges)
                .append("roles", List.of())
                .append("writeConcern", DURABLE);
    }

    private static Document on(String database, String collection, String... actions) {
        return new Document("resource", new Document("db", database).append("collection", collection))
                .append("actions", List.of(actions));
    }

    private static Document user(boolean creating, String name, String password, List<Document> roles) {
        return new Document(creating ? "createUser" : "updateUser", name)
                .append("pwd", password)
                .append("roles", roles)
                .append("writeConcern", DURABLE);
    }

    private static Document granted(String role, String database) {
        return new Document("role", role).append("db", database);
    }
}
