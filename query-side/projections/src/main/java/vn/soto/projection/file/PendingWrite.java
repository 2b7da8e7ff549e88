package vn.soto.projection.file;

import java.util.List;
import java.util.Map;
import vn.soto.projection.ReadModel;
import vn.soto.projection.progress.KeptLetter;
import vn.soto.projection.source.CommitToken;

/**
 * The content of one transaction of the file.
 *
 * @param collections tables by collection
 * @param letters     all dead letters
 * @param left        tables that are dropped
 */
record PendingWrite(
        Map<DocumentTable<?>, Map<String, ReadModel>> documents,
        Map<String, String> collections,
        Map<DocumentTableFile.LaneKey, CommitToken> tokens,
        List<KeptLetter> letters,
        List<String> left) {

    static PendingWrite of(OpenedModels opened) {
        return new PendingWrite(Map.of(), opened.collections(), opened.tokens(), opened.letters(), List.of());
    }

    /** Dead letters alone, which nobody has read yet after a start, are no change; they come with the next. */
    boolean changes(PendingWrite before) {
        return !documents.isEmpty()
                || !left.isEmpty()
                || !tokens.equals(before.tokens)
                || !collections.equals(before.collections);
    }

    PendingWrite withoutDocuments() {
        return new PendingWrite(Map.of(), collections, tokens, letters, List.of());
    }
}
