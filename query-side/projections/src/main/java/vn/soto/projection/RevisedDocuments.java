package vn.soto.projection;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonBinaryWriter;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import org.bson.codecs.EncoderContext;
import org.bson.conversions.Bson;
import org.bson.io.BasicOutputBuffer;

/**
 * Documents in MongoDB for one batch. Each stored document has the number of its writes as a revision, and a document
 * is replaced only in the revision that was read. Otherwise a process that was paused until another took its lane
 * over would overwrite the other's later documents. A document of an earlier version of the product has no revision.
 */
final class RevisedDocuments implements BatchDocuments {

    /** Name of the field with the number of the write; no component of a read model has it. */
    static final String REVISION = "_revision";

    private final MongoDocuments documents;
    private final Map<DocumentType<?>, Map<String, Long>> revisions = new HashMap<>();

    RevisedDocuments(MongoDocuments documents) {
        this.documents = documents;
    }

    @Override
    public <T extends ReadModel> Optional<T> find(DocumentType<T> kind, String id) {
        return Optional.ofNullable(find(kind, List.of(id)).get(id));
    }

    @Override
    public <T extends ReadModel> Map<String, T> find(DocumentType<T> kind, Collection<String> ids) {
        Map<String, T> found = new HashMap<>();
        Codec<T> codec = documents.codec(kind);
        MongoDocuments.read(documents.stored(kind), ids, stored -> {
            T document = stored.decode(codec);
            found.put(document.id(), document);
            if (stored.isInt64(REVISION)) {
                of(kind).put(document.id(), stored.getInt64(REVISION).getValue());
            }
        });
        return found;
    }

    /** @throws DocumentsChangedException a document was written by somebody else; the others are written */
    @Override
    public <T extends ReadModel> void write(DocumentType<T> kind, Collection<T> written) {
        Codec<T> codec = documents.codec(kind);
        List<ReplaceOneModel<RawBsonDocument>> replacements = new ArrayList<>(written.size());
        for (T document : written) {
            long read = of(kind).getOrDefault(document.id(), 0L);
            Bson unchanged = read == 0 ? Filters.exists(REVISION, false) : Filters.eq(REVISION, read);
            // Of a document that has changed nothing is found, and one more of its id cannot be inserted.
            replacements.add(new ReplaceOneModel<>(
                    Filters.and(Filters.eq(document.id()), unchanged),
                    stored(document, codec, read + 1),
                    MongoDocuments.UPSERT));
        }
        try {
            documents.stored(kind).bulkWrite(replacements, MongoDocuments.UNORDERED);
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().anyMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
                throw new DocumentsChangedException(kind.collection(), e);
            }
            throw e;
        }
        written.forEach(document -> of(kind).merge(document.id(), 1L, Long::sum));
    }

    private static <T extends ReadModel> RawBsonDocument stored(T document, Codec<T> codec, long revision) {
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        try (RevisionWriter writer = new RevisionWriter(buffer, revision)) {
            codec.encode(
                    writer,
                    document,
                    EncoderContext.builder().isEncodingCollectibleDocument(true).build());
        }
        return new RawBsonDocument(buffer.getInternalBuffer(), 0, buffer.getPosition());
    }

    /** Adds the revision as the last field. */
    private static final class RevisionWriter extends BsonBinaryWriter {

        private final long revision;
        private int depth;

        RevisionWriter(BasicOutputBuffer output, long revision) {
            super(output);
            this.revision = revision;
        }

        @Override
        public void writeStartDocument() {
            super.writeStartDocument();
            depth++;
        }

        @Override
        public void writeEndDocument() {
            depth--;
            if (depth == 0) {
                writeInt64(REVISION, revision);
            }
            super.writeEndDocument();
        }
    }

    private Map<String, Long> of(DocumentType<?> kind) {
        return revisions.computeIfAbsent(kind, k -> new HashMap<>());
    }
}
