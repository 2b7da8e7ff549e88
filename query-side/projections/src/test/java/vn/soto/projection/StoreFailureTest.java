package vn.soto.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

/** A batch is tried again only if another try may succeed. */
final class StoreFailureTest {

    private static final int TOO_LARGE = 10334;
    private static final int NOT_PRIMARY = 10107;
    private static final ServerAddress SERVER = new ServerAddress();

    private static MongoBulkWriteException bulk(int... codes) {
        List<BulkWriteError> errors = Arrays.stream(codes)
                .mapToObj(code -> new BulkWriteError(code, "", new BsonDocument(), 0))
                .toList();
        return new MongoBulkWriteException(BulkWriteResult.unacknowledged(), errors, null, SERVER, Set.of());
    }

    @Test
    void theStoreIsNotToBlameForADocumentThatIsTooLargeForTheServer() {
        assertThat(StoreFailure.is(bulk(TOO_LARGE))).isFalse();
        assertThat(StoreFailure.is(bulk(NOT_PRIMARY, 17419))).isFalse();
        assertThat(StoreFailure.is(
                        new MongoWriteException(new WriteError(TOO_LARGE, "", new BsonDocument()), SERVER, Set.of())))
                .isFalse();
        assertThat(StoreFailure.is(new IllegalStateException())).isFalse();
    }

    @Test
    void anythingElseMayPass() {
        assertThat(StoreFailure.is(bulk(NOT_PRIMARY))).isTrue();
        assertThat(StoreFailure.is(bulk())).isTrue();
        assertThat(StoreFailure.is(new MongoSocketReadException("closed", SERVER, new IOException())))
                .isTrue();
        assertThat(StoreFailure.is(new ReadModelsUnavailableException("closed", new IOException())))
                .isTrue();
    }
}
