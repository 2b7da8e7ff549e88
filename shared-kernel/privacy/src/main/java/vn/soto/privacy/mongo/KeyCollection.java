package vn.soto.privacy.mongo;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import vn.soto.privacy.StoredKey;

/**
 * The one collection of a key database. A document per subject: {@code {_id, wrapped, since}}, and once it is destroyed
 * {@code {_id, destroyed}}; and one for the proof of the master key.
 */
public final class KeyCollection {

    public static final String NAME = "subject-keys";
    public static final String WRAPPED = "wrapped";
    public static final String SINCE = "since";
    public static final String DESTROYED = "destroyed";

    /** No subject's text has this form. */
    public static final String MASTER = "master-key";

    public static final String PROOF = "proof";

    private KeyCollection() {}

    /** Creates what is missing, so that database users need no right to create. */
    public static void prepare(MongoDatabase database) {
        if (!database.listCollectionNames().into(new ArrayList<>()).contains(NAME)) {
            database.createCollection(NAME);
        }
    }

    static List<String> ids(Iterable<?> subjects) {
        List<String> ids = new ArrayList<>();
        subjects.forEach(subject -> ids.add(subject.toString()));
        return ids;
    }

    /** Empty for a document that is neither a wrapped nor a destroyed key. */
    public static Optional<StoredKey> key(BsonDocument document) {
        if (document.containsKey(WRAPPED)) {
            return Optional.of(new StoredKey.Wrapped(document.getBinary(WRAPPED).getData()));
        }
        return document.containsKey(DESTROYED)
                ? Optional.of(new StoredKey.Destroyed(
                        Instant.ofEpochMilli(document.getDateTime(DESTROYED).getValue())))
                : Optional.empty();
    }

    static Optional<byte[]> proof(@Nullable BsonDocument document) {
        return Optional.ofNullable(document)
                .map(found ->
                        found.getBinary(PROOF, new BsonBinary(new byte[0])).getData());
    }
}
