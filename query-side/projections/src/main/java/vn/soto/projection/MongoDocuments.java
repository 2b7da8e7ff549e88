package vn.soto.projection;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.RenameCollectionOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import vn.soto.projection.progress.ProgressDatabase;

/** Documents in MongoDB, for read models that outlive a process or are shared by several. */
public final class MongoDocuments implements Documents {

    private static final int IDS_AT_ONCE = 500;
    static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private static final CodecRegistry CODECS = CodecRegistries.fromRegistries(
            CodecRegistries.fromProviders(new ValueCodecs()), MongoClientSettings.getDefaultCodecRegistry());

    /** Of the collections in which documents are made anew. */
    private static final String NEXT = ".next";

    private final MongoDatabase database;
    private final String suffix;
    private final Map<DocumentType<?>, CodecRegistry> codecs = new ConcurrentHashMap<>();

    public MongoDocuments(MongoDatabase database) {
        this(ProgressDatabase.lasting(database).withCodecRegistry(CODECS), "");
    }

    private MongoDocuments(MongoDatabase database, String suffix) {
        this.database = database;
        this.suffix = suffix;
    }

    @Override
    public <T extends ReadModel> Optional<T> find(DocumentType<T> kind, String id) {
        return Optional.ofNullable(
                collection(kind).find(Filters.eq(id)).batchSize(1).first());
    }

    @Override
    public <T extends ReadModel> Map<String, T> find(DocumentType<T> kind, Collection<String> ids) {
        Map<String, T> found = new HashMap<>();
        read(collection(kind), ids, document -> found.put(document.id(), document));
        return found;
    }

    /** Reads those documents that exist, a limited number in each round trip. */
    static <D> void read(MongoCollection<D> collection, Collection<String> ids, Consumer<D> found) {
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += IDS_AT_ONCE) {
            List<String> chunk = all.subList(from, Math.min(from + IDS_AT_ONCE, all.size()));
            collection.find(Filters.in("_id", chunk)).batchSize(IDS_AT_ONCE).forEach(found);
        }
    }

    @Override
    public <T extends ReadModel> void write(DocumentType<T> kind, Collection<T> documents) {
        List<ReplaceOneModel<T>> replacements = new ArrayList<>(documents.size());
        documents.forEach(
                document -> replacements.add(new ReplaceOneModel<>(Filters.eq(document.id()), document, UPSERT)));
        collection(kind).bulkWrite(replacements, UNORDERED);
    }

    @Override
    public BatchDocuments forBatch() {
        return new RevisedDocuments(this);
    }

    @Override
    public void drop(DocumentType<?> kind) {
        database.getCollection(name(kind)).drop();
    }

    @Override
    public Documents beside() {
        return new MongoDocuments(database, NEXT);
    }

    /** A collection takes the name of another in one step; one that was never written to does not exist. */
    @Override
    public void replace(List<DocumentType<?>> types, Documents made) {
        MongoDocuments other = (MongoDocuments) made;
        Set<String> written = database.listCollectionNames().into(new HashSet<>());
        for (DocumentType<?> kind : types) {
            if (written.contains(other.name(kind))) {
                database.getCollection(other.name(kind))
                        .renameCollection(
                                new MongoNamespace(database.getName(), name(kind)),
                                new RenameCollectionOptions().dropTarget(true));
            } else {
                drop(kind);
            }
        }
    }

    @Override
    public DocumentDifferences differences(List<DocumentType<?>> types, Documents made) {
        MongoDocuments other = (MongoDocuments) made;
        return types.stream()
                .map(kind -> differences(kind, other))
                .reduce(DocumentDifferences.NONE, DocumentDifferences::and);
    }

    private <T extends ReadModel> DocumentDifferences differences(DocumentType<T> kind, MongoDocuments made) {
        long both = 0;
        long all = 0;
        long other = 0;
        Map<String, T> some = new HashMap<>();
        try (MongoCursor<T> each =
                made.collection(kind).find().batchSize(IDS_AT_ONCE).iterator()) {
            while (each.hasNext()) {
                T document = each.next();
                some.put(document.id(), document);
                if (some.size() == IDS_AT_ONCE || !each.hasNext()) {
                    Map<String, T> old = find(kind, some.keySet());
                    all += some.size();
                    both += old.size();
                    other += old.entrySet().stream()
                            .filter(known -> !known.getValue().equals(some.get(known.getKey())))
                            .count();
                    some.clear();
                }
            }
        }
        return new DocumentDifferences(other, collection(kind).countDocuments() - both, all - both);
    }

    private String name(DocumentType<?> kind) {
        return kind.collection() + suffix;
    }

    /** Documents as they are stored. */
    MongoCollection<RawBsonDocument> stored(DocumentType<?> kind) {
        return database.getCollection(name(kind), RawBsonDocument.class);
    }

    <T extends ReadModel> Codec<T> codec(DocumentType<T> kind) {
        return collection(kind).getCodecRegistry().get(kind.type());
    }

    private <T extends ReadModel> MongoCollection<T> collection(DocumentType<T> kind) {
        MongoCollection<T> collection = database.getCollection(name(kind), kind.type());
        return kind.arguments().isEmpty()
                ? collection
                : collection.withCodecRegistry(codecs.computeIfAbsent(kind, MongoDocuments::codecs));
    }

    /**
     * A registry with a codec for that type and its arguments: by class alone, the registry cannot know the elements of
     * a list.
     */
    private static CodecRegistry codecs(DocumentType<?> kind) {
        return CodecRegistries.fromRegistries(
                CodecRegistries.fromCodecs(CODECS.get(kind.type(), List.copyOf(kind.arguments()))), CODECS);
    }
}
