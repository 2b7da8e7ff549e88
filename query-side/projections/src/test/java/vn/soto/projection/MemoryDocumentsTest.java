package vn.soto.projection;

final class MemoryDocumentsTest extends DocumentsContract {

    private final Documents documents = new MemoryDocuments();

    @Override
    Documents documents() {
        return documents;
    }
}
