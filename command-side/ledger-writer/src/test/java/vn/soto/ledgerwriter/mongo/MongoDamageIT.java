package vn.soto.ledgerwriter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import vn.soto.ledger.Hash;
import vn.soto.ledger.mongo.MongoLayout;
import vn.soto.ledgerwriter.WriterSettings;
import vn.soto.testkit.DamageContract;
import vn.soto.testkit.OpenLedger;
import vn.soto.testkit.mongo.Emulator;

@Tag("threads")
final class MongoDamageIT extends DamageContract {

    @AutoClose
    private static Emulator emulator;

    @BeforeAll
    static void startEmulator() {
        emulator = Emulator.start();
    }

    private @Nullable OnServer server;

    @Override
    protected OpenLedger open(Clock time) {
        if (server == null) {
            server = new OnServer(emulator.uri(), ORIGIN);
        }
        return server.open(time, WriterSettings.standard());
    }

    @Override
    protected void release() {
        Objects.requireNonNull(server).close();
    }

    @Override
    protected void change(long number, Change change) {
        MongoCollection<BsonDocument> commits =
                Objects.requireNonNull(server).database.getCollection(MongoLayout.COMMITS, BsonDocument.class);
        BsonDocument commit =
                Objects.requireNonNull(commits.find(Filters.eq("_id", number)).first());
        BsonDocument event = commit.getArray("events").getFirst().asDocument();
        switch (change) {
            case PAYLOAD -> event.put("payload", new BsonBinary("{\"n\":18}".getBytes(StandardCharsets.UTF_8)));
            case METADATA -> {
                BsonArray metadata = event.getArray("metadata");
                metadata.set(metadata.indexOf(new BsonString(WORD)), new BsonString("vong"));
            }
            case ACTOR -> commit.put("actor", new BsonString("somebody"));
            case AT -> commit.put("at", new BsonInt64(commit.getInt64("at").getValue() + 1));
            case CHAIN -> commit.put("chain", new BsonBinary(new byte[Hash.LENGTH]));
            case PREVIOUS -> commit.put("previous", new BsonBinary(new byte[Hash.LENGTH]));
            case UNREADABLE -> event.put("type", new BsonInt64(7));
            case GONE -> {
                commits.deleteOne(Filters.eq("_id", number));
                return;
            }
        }
        commits.replaceOne(Filters.eq("_id", number), commit);
    }
}
