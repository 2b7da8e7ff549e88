package vn.soto.commandnode.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import vn.soto.edge.database.LedgerSettings;
import vn.soto.edge.database.LedgerUser;

/** Compares the commands literally: no server of this build can run them. */
final class AccessTest {

    private final Access access = new Access("soto-x", "soto-x-read-models", "soto-x-keys", "soto-x-reads");

    @Test
    void theCommandSideFindsAndInsertsCommitsAndNothingElse() {
        assertThat(access.commandRole(true).toJson()).isEqualTo("""
                {"createRole": "sotoCommand", "privileges": [\
                {"resource": {"db": "soto-x", "collection": "commits"}, "actions": ["find", "insert", "listIndexes"]}, \
                {"resource": {"db": "soto-x", "collection": "ledger"}, "actions": ["find"]}, \
                {"resource": {"db": "soto-x", "collection": "lease"}, "actions": ["find", "update"]}], \
                "roles": [], "writeConcern": {"w": "majority"}}""");
        assertThat(access.commandUser(true, "p").toJson()).isEqualTo("""
                {"createUser": "soto-command", "pwd": "p", \
                "roles": [{"role": "sotoCommand", "db": "soto-x"}, {"role": "sotoCommandKeys", "db": "soto-x-keys"}, \
                {"role": "sotoCommandReads", "db": "soto-x-reads"}], "writeConcern": {"w": "majority"}}""");
    }

    @Test
    void theQuerySideReadsTheLedgerAndWritesItsReadModels() {
        assertThat(access.queryRole(true).toJson()).isEqualTo("""
                {"createRole": "sotoQuery", "privileges": [\
                {"resource": {"db": "soto-x", "collection": "commits"}, "actions": ["find", "listIndexes"]}, \
                {"resource": {"db": "soto-x", "collection": "ledger"}, "actions": ["find"]}], \
                "roles": [], "writeConcern": {"w": "majority"}}""");
        assertThat(access.queryUser(true, "p").toJson()).isEqualTo("""
                {"createUser": "soto-query", "pwd": "p", \
                "roles": [{"role": "sotoQuery", "db": "soto-x"}, {"role": "sotoQueryKeys", "db": "soto-x-keys"}, \
                {"role": "sotoQueryReads", "db": "soto-x-reads"}, {"role": "readWrite", "db": "soto-x-read-models"}], \
                "writeConcern": {"w": "majority"}}""");
    }

    @Test
    void onlyTheCommandSideMakesAndDestroysKeysAndNobodyRemovesWhatSaysSo() {
        assertThat(access.commandKeysRole(true).toJson()).isEqualTo("""
                {"createRole": "sotoCommandKeys", "privileges": [\
                {"resource": {"db": "soto-x-keys", "collection": "subject-keys"}, "actions": ["find", "insert", "update"]}], \
                "roles": [], "writeConcern": {"w": "majority"}}""");
        assertThat(access.queryKeysRole(true).toJson()).isEqualTo("""
                {"createRole": "sotoQueryKeys", "privileges": [\
                {"resource": {"db": "soto-x-keys", "collection": "subject-keys"}, "actions": ["find"]}], \
                "roles": [], "writeConcern": {"w": "majority"}}""");
    }

    @Test
    void theQuerySideAddsToTheRegisterOfReadsAndChangesNothingInIt() {
        assertThat(access.queryReadsRole(true).toJson()).isEqualTo("""
                {"createRole": "sotoQueryReads", "privileges": [\
                {"resource": {"db": "soto-x-reads", "collection": "personal-data-reads"}, "actions": ["find", "insert"]}, \
                {"resource": {"db": "soto-x-reads", "collection": "session-epochs"}, "actions": ["find", "insert", "update"]}, \
                {"resource": {"db": "soto-x-reads", "collection": "refused-access"}, "actions": ["find", "insert", "update"]}], \
                "roles": [], "writeConcern": {"w": "majority"}}""");
    }

    @Test
    void theCommandSideEndsSessionsAndRecordsRefusalsAndDoesNotSeeWhoReadWhat() {
        assertThat(access.commandReadsRole(true).toJson()).isEqualTo("""
                {"createRole": "sotoCommandReads", "privileges": [\
                {"resource": {"db": "soto-x-reads", "collection": "session-epochs"}, "actions": ["find", "insert", "update"]}, \
                {"resource": {"db": "soto-x-reads", "collection": "refused-access"}, "actions": ["find", "insert", "update"]}, \
                {"resource": {"db": "soto-x-reads", "collection": "kept-texts"}, "actions": ["find", "insert", "update"]}], \
                "roles": [], "writeConcern": {"w": "majority"}}""");
    }

    @Test
    void whatIsThereIsBroughtToTheSame() {
        assertThat(access.commandRole(false).toJson())
                .isEqualTo(access.commandRole(true).toJson().replace("createRole", "updateRole"));
        assertThat(access.queryUser(false, "p").toJson())
                .isEqualTo(access.queryUser(true, "p").toJson().replace("createUser", "updateUser"));
    }

    @Test
    void aNodeStartsWithWhatIsMadeForItAndNotWithTheOthers() {
        LedgerSettings settings =
                new LedgerSettings("x", new LedgerSettings.Mongodb("mongodb://db", null, null, null, null, false));
        List<Document> writer = new ArrayList<>(access.commandRole(true).getList("privileges", Document.class));
        writer.addAll(access.commandKeysRole(true).getList("privileges", Document.class));
        writer.addAll(access.commandReadsRole(true).getList("privileges", Document.class));
        List<Document> reader = new ArrayList<>(access.queryRole(true).getList("privileges", Document.class));
        reader.addAll(access.queryKeysRole(true).getList("privileges", Document.class));
        reader.addAll(access.queryReadsRole(true).getList("privileges", Document.class));
        // The server spells out readWrite.
        reader.add(new Document("resource", new Document("db", "soto-x-read-models").append("collection", ""))
                .append(
                        "actions",
                        List.of(
                                "find",
                                "insert",
                                "update",
                                "remove",
                                "createCollection",
                                "createIndex",
                                "dropCollection")));

        assertThat(LedgerUser.COMMAND.broken(status(writer), settings)).isEmpty();
        assertThat(LedgerUser.QUERY.broken(status(reader), settings)).isEmpty();
        assertThat(LedgerUser.COMMAND.broken(status(reader), settings)).isNotEmpty();
        assertThat(LedgerUser.QUERY.broken(status(writer), settings)).isNotEmpty();
    }

    private static Document status(List<Document> privileges) {
        return new Document(
                "authInfo",
                new Document("authenticatedUsers", List.of(new Document("user", "u").append("db", "soto-x")))
                        .append("authenticatedUserPrivileges", privileges));
    }
}
