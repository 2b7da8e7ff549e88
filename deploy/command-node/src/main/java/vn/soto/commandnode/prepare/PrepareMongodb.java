package vn.soto.commandnode.prepare;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import vn.soto.edge.database.EpochsCollection;
import vn.soto.edge.database.LedgerSettings;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.WrongLedgerException;
import vn.soto.ledger.mongo.MongoConnection;
import vn.soto.ledger.mongo.MongoLayout;
import vn.soto.ledgerwriter.mongo.MongoKeptTexts;
import vn.soto.privacy.mongo.KeyCollection;
import vn.soto.privacy.reads.ReadsCollection;
import vn.soto.privacy.refused.RefusedAccessCollection;

/** Creates missing collections, roles and users of a ledger, and sets privileges and passwords; idempotent. */
public final class PrepareMongodb {

    private static final String USAGE = """
            Cách dùng / usage: deploy/bin/prepare-mongodb --ledger=NAME
                [--ledger-database=soto-NAME] [--read-models-database=soto-NAME-read-models]
                [--keys-database=soto-NAME-keys] [--reads-database=soto-NAME-reads] [--without-users]
            Môi trường / environment (hoặc / or X_FILE=tệp / file):
                SOTO_ADMIN_MONGODB_URI   mongodb://…  người quản trị / an administrator
                SOTO_COMMAND_PASSWORD, SOTO_QUERY_PASSWORD   mật khẩu mới / passwords the nodes will use""";
    private static final int DONE = 0;
    private static final int NOT_DONE = 2;

    private PrepareMongodb() {}

    /** Returns the exit code: 0 if the database is prepared, otherwise 2, with the cause in the output. */
    public static int run(List<String> arguments, Map<String, String> environment, PrintStream out) {
        try {
            PreparationRequest wanted = PreparationRequest.from(arguments, environment);
            prepare(wanted);
            report(wanted, out);
            return DONE;
        } catch (UsageException e) {
            out.println(e.getMessage());
            out.println(USAGE);
        } catch (WrongLedgerException e) {
            out.println(e.getMessage());
        } catch (MongoException | LedgerException.Unavailable e) {
            out.println("Không chuẩn bị được. / Not prepared: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            // The driver's message may contain the address, and with it the password.
            out.println("SOTO_ADMIN_MONGODB_URI: không phải địa chỉ MongoDB / is no MongoDB address");
        }
        return NOT_DONE;
    }

    private static void report(PreparationRequest wanted, PrintStream out) {
        LedgerSettings settings = wanted.settings();
        String users = wanted.commandPassword().isEmpty()
                ? "không tạo, chỉ để thử / none, for trying only"
                : "%s, %s (authSource=%s)".formatted(Access.COMMAND_USER, Access.QUERY_USER, settings.ledgerDatabase());
        out.println("Đã chuẩn bị. / Prepared.");
        out.println("  sổ / ledger:                 " + settings.origin());
        out.println("  cơ sở dữ liệu / databases:   %s, %s, %s, %s"
                .formatted(
                        settings.ledgerDatabase(),
                        settings.readModelsDatabase(),
                        settings.keysDatabase(),
                        settings.readsDatabase()));
        out.println("  người dùng / users:          " + users);
    }

    private static void prepare(PreparationRequest wanted) {
        LedgerSettings settings = wanted.settings();
        try (MongoClient client = MongoClients.create(MongoConnection.settings(settings.uri())
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(30, TimeUnit.SECONDS))
                .build())) {
            MongoDatabase ledger = client.getDatabase(settings.ledgerDatabase());
            MongoLayout.prepare(ledger, settings.origin());
            MongoDatabase keys = client.getDatabase(settings.keysDatabase());
            KeyCollection.prepare(keys);
            MongoDatabase reads = client.getDatabase(settings.readsDatabase());
            ReadsCollection.prepare(reads);
            EpochsCollection.prepare(reads);
            RefusedAccessCollection.prepare(reads);
            MongoKeptTexts.prepare(reads);
            Access access = new Access(
                    settings.ledgerDatabase(),
                    settings.readModelsDatabase(),
                    settings.keysDatabase(),
                    settings.readsDatabase());
            wanted.commandPassword().ifPresent(password -> {
                ledger.runCommand(access.commandRole(!has(ledger, "roles", Access.COMMAND_ROLE)));
                keys.runCommand(access.commandKeysRole(!has(keys, "roles", Access.COMMAND_KEYS_ROLE)));
                reads.runCommand(access.commandReadsRole(!has(reads, "roles", Access.COMMAND_READS_ROLE)));
                ledger.runCommand(access.commandUser(!has(ledger, "users", Access.COMMAND_USER), password));
            });
            wanted.queryPassword().ifPresent(password -> {
                ledger.runCommand(access.queryRole(!has(ledger, "roles", Access.QUERY_ROLE)));
                keys.runCommand(access.queryKeysRole(!has(keys, "roles", Access.QUERY_KEYS_ROLE)));
                reads.runCommand(access.queryReadsRole(!has(reads, "roles", Access.QUERY_READS_ROLE)));
                ledger.runCommand(access.queryUser(!has(ledger, "users", Access.QUERY_USER), password));
            });
        }
    }

    /** @param kind {@code roles} or {@code users} */
    private static boolean has(MongoDatabase database, String kind, String name) {
        return !database.runCommand(new Document(kind + "Info", name))
                .getList(kind, Document.class)
                .isEmpty();
    }
}
