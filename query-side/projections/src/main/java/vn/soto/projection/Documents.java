package vn.soto.projection;

import java.util.List;
import java.util.Optional;

/**
 * A store of read models: whole documents, addressed by id only. Thread-safe, as long as each document has one writer
 * at a time.
 */
public interface Documents extends BatchDocuments {

    /**
     * These documents for one batch, which writes over no document that another process has changed since the batch
     * read it. If only one process can write, these are the documents themselves.
     */
    default BatchDocuments forBatch() {
        return this;
    }

    /** The last writes of a type; empty if other processes may write, or if these documents are of one answer. */
    default Optional<RecentWrites> recentWrites(DocumentType<?> kind) {
        return Optional.empty();
    }

    /** Removes all documents of a type. */
    void drop(DocumentType<?> kind);

    /** The place in which the same documents are made anew; nothing in it is found here. */
    Documents beside();

    /**
     * How the documents of these types that were made {@link #beside} differ from those here; nobody may write any of them
     * meanwhile. By default they are not compared.
     */
    default DocumentDifferences differences(List<DocumentType<?>> types, Documents made) {
        return DocumentDifferences.NONE;
    }

    /**
     * Replaces the documents of these types by those made {@link #beside}, one type after the other. A crash may leave
     * only some types replaced.
     */
    void replace(List<DocumentType<?>> types, Documents made);
}
