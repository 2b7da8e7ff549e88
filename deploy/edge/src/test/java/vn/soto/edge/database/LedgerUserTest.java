package vn.soto.edge.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The users a node accepts: those with the exact privileges, and none that could change commits. */
final class LedgerUserTest {

    private static final LedgerSettings SETTINGS =
            new LedgerSettings("x", new LedgerSettings.Mongodb("mongodb://db", null, null, null, null, false));
    private static final LedgerSettings TRYING =
            new LedgerSettings("x", new LedgerSettings.Mongodb("mongodb://db", null, null, null, null, true));
    private static final String LEDGER = "soto-x";
    private static final String KEYS = "soto-x-keys";
    private static final String READS = "soto-x-reads";
    private static final List<String> READ_WRITE =
            List.of("find", "insert", "update", "remove", "createCollection", "createIndex", "dropCollection");

    private static final List<Document> COMMAND = List.of(
            on(LEDGER, "commits", "find", "insert", "listIndexes"),
            on(LEDGER, "ledger", "find"),
            on(LEDGER, "lease", "find", "update"),
            on(KEYS, "subject-keys", "find", "insert", "update"),
            on(READS, "session-epochs", "find", "insert", "update"),
            on(READS, "refused-access", "find", "insert", "update"),
            on(READS, "kept-texts", "find", "insert", "update"));
    private static final List<Document> QUERY = List.of(
            on(LEDGER, "commits", "find", "listIndexes"),
            on(LEDGER, "ledger", "find"),
            on(KEYS, "subject-keys", "find"),
            on(READS, "personal-data-reads", "find", "insert"),
            on(READS, "session-epochs", "find", "insert", "update"),
            on(READS, "refused-access", "find", "insert", "update"),
            new Document("resource", new Document("db", "soto-x-read-models").append("collection", ""))
                    .append("actions", READ_WRITE));

    @Test
    void theUsersMadeForThemAreRight() {
        assertThat(LedgerUser.COMMAND.broken(status(COMMAND), SETTINGS)).isEmpty();
        assertThat(LedgerUser.QUERY.broken(status(QUERY), SETTINGS)).isEmpty();
        assertThat(LedgerUser.QUERY.broken(
                        status(and(QUERY, on(LEDGER, "", "find", "listCollections", "dbStats"))), SETTINGS))
                .as("the built-in role read is fine as well")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update", "remove", "dropCollection", "collMod", "dropIndex", "anyAction", "grantRole"})
    void whoCouldChangeACommitWritesNone(String action) {
        for (String resource : List.of("commits", "")) {
            assertThat(LedgerUser.COMMAND.broken(status(and(COMMAND, on(LEDGER, resource, action))), SETTINGS))
                    .contains("it may " + action + " on soto-x.commits");
            assertThat(LedgerUser.QUERY.broken(status(and(QUERY, on(LEDGER, resource, action))), SETTINGS))
                    .contains(action);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"commits", "lease", "ledger", ""})
    void aQueryNodeWritesNothingInTheLedgersDatabase(String collection) {
        assertThat(LedgerUser.QUERY.broken(status(and(QUERY, on(LEDGER, collection, "insert"))), SETTINGS))
                .contains("it may insert on soto-x.");
        assertThat(LedgerUser.QUERY.broken(status(and(QUERY, on("", collection, "insert"))), SETTINGS))
                .as("any database")
                .contains("it may insert on soto-x.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"insert", "update", "remove", "dropCollection"})
    void aQueryNodeMakesAndDestroysNoKey(String action) {
        for (String collection : List.of("subject-keys", "")) {
            assertThat(LedgerUser.QUERY.broken(status(and(QUERY, on(KEYS, collection, action))), SETTINGS))
                    .contains("it may " + action + " on soto-x-keys.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"update", "remove", "dropCollection"})
    void aQueryNodeCannotChangeOrForgetWhoReadWhat(String action) {
        for (String collection : List.of("personal-data-reads", "")) {
            assertThat(LedgerUser.QUERY.broken(status(and(QUERY, on(READS, collection, action))), SETTINGS))
                    .contains("it may " + action + " on soto-x-reads.personal-data-reads");
        }
        assertThat(LedgerUser.QUERY.broken(status(QUERY.subList(0, 3)), SETTINGS))
                .contains("it may not find, insert on soto-x-reads.personal-data-reads");
    }

    @Test
    void noNodeForgetsThatAnAccountSignedOutEverywhereOrWasRefused() {
        for (String collection : List.of("session-epochs", "refused-access")) {
            assertThat(LedgerUser.COMMAND.broken(status(and(COMMAND, on(READS, collection, "remove"))), SETTINGS))
                    .contains("it may remove on soto-x-reads." + collection);
            assertThat(LedgerUser.QUERY.broken(status(and(QUERY, on(READS, collection, "remove"))), SETTINGS))
                    .contains("it may remove on soto-x-reads." + collection);
        }
        assertThat(LedgerUser.COMMAND.broken(status(COMMAND.subList(0, 4)), SETTINGS))
                .contains("soto-x-reads.session-epochs", "soto-x-reads.refused-access");
    }

    @Test
    void onlyACommandNodeKeepsTexts() {
        assertThat(LedgerUser.COMMAND.broken(status(COMMAND.subList(0, 6)), SETTINGS))
                .contains("it may not find, insert, update on soto-x-reads.kept-texts");
        assertThat(LedgerUser.QUERY.broken(status(and(QUERY, on(READS, "kept-texts", "insert"))), SETTINGS))
                .contains("it may insert on soto-x-reads.kept-texts");
    }

    @Test
    void aCommandNodeWritesNothingOfWhoReadWhat() {
        assertThat(LedgerUser.COMMAND.broken(
                        status(and(COMMAND, on(READS, "personal-data-reads", "insert"))), SETTINGS))
                .contains("it may insert on soto-x-reads.personal-data-reads");
    }

    @Test
    void aCommandNodeCannotForgetThatAKeyWasDestroyed() {
        assertThat(LedgerUser.COMMAND.broken(status(and(COMMAND, on(KEYS, "subject-keys", "remove"))), SETTINGS))
                .contains("it may remove on soto-x-keys.subject-keys");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(LedgerUser.COMMAND.broken(status(QUERY), SETTINGS))
                .contains("it may not insert on soto-x.commits", "it may not find, update on soto-x.lease");
        assertThat(LedgerUser.QUERY.broken(status(COMMAND), SETTINGS))
                .contains("it may insert on soto-x.commits", "on soto-x-read-models.*");
    }

    @Test
    void whoeverMayDoAnythingIsNoUserForANode() {
        Document everything =
                new Document("resource", new Document("anyResource", true)).append("actions", List.of("anyAction"));

        assertThat(LedgerUser.COMMAND.broken(status(List.of(everything)), SETTINGS))
                .contains("anyAction");
        assertThat(LedgerUser.QUERY.broken(status(List.of(everything)), SETTINGS))
                .contains("anyAction");
    }

    @Test
    void aServerThatAsksNobodyIsForTryingOnly() {
        Document nobody = new Document(
                "authInfo",
                new Document("authenticatedUsers", List.of()).append("authenticatedUserPrivileges", List.of()));

        assertThat(LedgerUser.COMMAND.broken(nobody, SETTINGS)).contains("lets anybody in");
        assertThat(LedgerUser.COMMAND.broken(new Document(), SETTINGS)).contains("lets anybody in");
        assertThat(LedgerUser.COMMAND.broken(nobody, TRYING)).isEmpty();
        assertThat(LedgerUser.QUERY.broken(status(and(QUERY, on(LEDGER, "commits", "remove"))), TRYING))
                .as("a user that is there is looked at")
                .contains("remove");
    }

    private static List<Document> and(List<Document> privileges, Document more) {
        return Stream.concat(privileges.stream(), Stream.of(more)).toList();
    }

    private static Document on(String database, String collection, String... actions) {
        return new Document("resource", new Document("db", database).append("collection", collection))
                .append("actions", List.of(actions));
    }

    private static Document status(List<Document> privileges) {
        return new Document(
                "authInfo",
                new Document("authenticatedUsers", List.of(new Document("user", "u").append("db", LEDGER)))
                        .append("authenticatedUserRoles", List.of())
                        .append("authenticatedUserPrivileges", privileges));
    }
}
