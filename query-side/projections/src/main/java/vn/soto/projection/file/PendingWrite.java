package vn.soto.projection.file;

import java.sql.SQLException;
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

    /** Dead letters that are kept; with more of them the next start folds again. */
    private static final int MOST_LETTERS = 10_000;

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

    /** Writes what is no document, as far as it has changed. */
    void writeRest(DocumentTableFile file, PendingWrite before) throws SQLException {
        if (!collections.equals(before.collections)) {
            file.collections(collections);
        }
        for (DocumentTableFile.LaneKey lane : before.tokens.keySet()) {
            if (!tokens.containsKey(lane)) {
                file.forget(lane);
            }
        }
        for (var token : tokens.entrySet()) {
            file.lane(token.getKey(), token.getValue());
        }
        if (!letters.equals(before.letters)) {
            boolean few = letters.size() <= MOST_LETTERS;
            file.letters(few ? letters : List.of());
            file.about(OpenedModels.INCOMPLETE, String.valueOf(!few));
        }
        for (String table : left) {
            file.drop(table);
        }
    }

    PendingWrite withoutDocuments() {
        return new PendingWrite(Map.of(), collections, tokens, letters, List.of());
    }
}
