package vn.soto.e2e.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.BsonType;
import vn.soto.harness.Program;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Origin;
import vn.soto.ledger.mongo.MongoConnection;
import vn.soto.ledger.mongo.MongoLayout;
import vn.soto.ledger.mongo.MongoLedgerReader;
import vn.soto.testkit.mongo.Emulator;

/** A database server, an account system, and any number of node processes. */
final class NodeCluster implements AutoCloseable {

    private static final String LEDGER = "binh-duong";
    private static final String DATABASE = "soto-" + LEDGER;

    /** One master key for all nodes, as an operator would create it. */
    private static final String MASTER_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    /** Stands for a commit of the product's own. */
    private static final UUID NO_COMMAND = new UUID(0, 0);

    private final Emulator server = Emulator.start();
    private final List<Node> nodes = new ArrayList<>();
    private final Tokens tokens;

    private final Path masterKey;

    private NodeCluster(Tokens tokens, Path masterKey) {
        this.tokens = tokens;
        this.masterKey = masterKey;
    }

    /** A secret is never on a command line. */
    private static Path masterKey(Path folder) {
        try {
            Path file = Files.createTempFile(folder, "master", ".key");
            return Files.writeString(file, MASTER_KEY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prepares the database as an operator would. */
    static NodeCluster in(Path folder) {
        NodeCluster province = new NodeCluster(Tokens.in(folder), masterKey(folder));
        ProcessBuilder prepare = Program.builder(
                        List.of(
                                Program.START.toString(),
                                Program.jar("soto.command-node.jar").toString(),
                                "prepare-mongodb",
                                "--ledger=" + LEDGER,
                                "--without-users"),
                        Node.SMALL)
                .inheritIO();
        prepare.environment().put("SOTO_ADMIN_MONGODB_URI", province.server.uri());
        try {
            assertThat(prepare.start().waitFor()).as("exit of prepare-mongodb").isZero();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
        return province;
    }

    Tokens tokens() {
        return tokens;
    }

    Node commandNode() {
        return start("soto.command-node.jar");
    }

    /** A command node that takes in what whoever runs the machine decides about accounts. */
    Node commandNode(Path accountCommand) {
        return start("soto.command-node.jar", "--soto.account-command=" + accountCommand);
    }

    Node queryNode() {
        return start("soto.query-node.jar");
    }

    /** A query node whose pages send the commands of forms to a command node, where a proxy would stand between. */
    Node queryNode(Node commands) {
        return start("soto.query-node.jar", "--soto.pages.commands=" + commands.address());
    }

    private Node start(String jar, String... further) {
        List<String> settings = new ArrayList<>(List.of(further));
        settings.addAll(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--soto.ledger=" + LEDGER,
                "--soto.mongodb.uri=" + server.uri(),
                "--soto.mongodb.without-users=true",
                "--soto.privacy.master-key-file=" + masterKey,
                "--soto.sign-in.issuer=" + Tokens.ISSUER,
                "--soto.sign-in.audience=" + Tokens.AUDIENCE,
                "--soto.sign-in.keys=" + tokens.published()));
        Node node = Node.start(jar, settings);
        nodes.add(node);
        return node;
    }

    /** The id of each commit's command in the ledger, in order, after verification of the ledger. */
    List<UUID> recorded() {
        try (MongoClient client =
                MongoClients.create(MongoConnection.settings(server.uri()).build())) {
            MongoLedgerReader ledger = MongoLedgerReader.open(client.getDatabase(DATABASE));
            ChainVerifier verifier = new ChainVerifier(ledger.origin());
            List<UUID> ids = new ArrayList<>();
            List<Commit> page = ledger.commits(1, 500);
            while (!page.isEmpty()) {
                for (Commit commit : page) {
                    verifier.accept(commit);
                    ids.add(commit.origin() instanceof Origin.Command command ? command.id() : NO_COMMAND);
                }
                page = ledger.commits(verifier.tail().number() + 1, 500);
            }
            return ids;
        }
    }

    /** The lease of each commit, in ledger order. */
    List<Long> fences() {
        try (MongoClient client =
                MongoClients.create(MongoConnection.settings(server.uri()).build())) {
            return client.getDatabase(DATABASE)
                    .getCollection(MongoLayout.COMMITS, BsonDocument.class)
                    .find(Filters.type("_id", BsonType.INT64))
                    .sort(Sorts.ascending("_id"))
                    .batchSize(1000)
                    .map(commit -> commit.getInt64("fence").getValue())
                    .into(new ArrayList<>());
        }
    }

    @Override
    public void close() {
        nodes.forEach(Node::kill);
        server.close();
    }
}
