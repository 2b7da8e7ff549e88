package vn.soto.query.household;

import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;

/**
 * A record of help that a former member entered, whichever household it is about by now.
 *
 * @param id    the record of help
 * @param since position of the event from which on it awaits that somebody confirms it
 * @param until position of the event by which somebody did; absent until then
 */
public record UnconfirmedHelp(
        @BsonId String id, long since, @Nullable Long until) implements ReadModel {

    static final DocumentType<UnconfirmedHelp> KIND = new DocumentType<>("unconfirmed-help", UnconfirmedHelp.class);

    static void begin(String assistance, long position, Batch batch) {
        if (batch.find(KIND, assistance).isEmpty()) {
            batch.put(KIND, new UnconfirmedHelp(assistance, position, null));
        }
    }

    static void end(String assistance, long position, Batch batch) {
        batch.find(KIND, assistance)
                .filter(known -> known.until == null)
                .ifPresent(known -> batch.put(KIND, new UnconfirmedHelp(assistance, known.since, position)));
    }

    /** Whether the record awaited a confirmation when the event at a position happened. */
    static boolean isAwaited(String assistance, long position, Batch batch) {
        return batch.find(KIND, assistance)
                .filter(known -> known.since < position && (known.until == null || position < known.until))
                .isPresent();
    }
}
