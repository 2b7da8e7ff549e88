package vn.soto.projection;

import vn.soto.projection.source.ProjectedEvent;

/** A batch of one projector and the documents that it was opened from. */
record OpenBatch(Projector projector, Batch batch, BatchDocuments documents) {

    void fold(ProjectedEvent event) {
        batch.fold(projector, event);
    }

    /** @throws DocumentsChangedException another process has taken over meanwhile; some documents may be written */
    void write() {
        batch.write(projector.documentTypes(), documents);
    }
}
