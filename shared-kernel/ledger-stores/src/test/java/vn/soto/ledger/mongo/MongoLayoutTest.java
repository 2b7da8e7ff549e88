package vn.soto.ledger.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MongoLayoutTest {

    /** As a server lists the indexes of the commits. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    true  | {"v": 2, "key": {"keys": 1}, "name": "keys_1", "unique": true}
                    true  | {"key": {"keys": 1}, "unique": true, "sparse": false}
                    false | {"key": {"keys": 1}}
                    false | {"key": {"keys": 1, "number": 1}, "unique": true}
                    false | {"key": {"keys": 1}, "unique": true, "sparse": true}
                    false | {"key": {"keys": 1}, "unique": true, "partialFilterExpression": {"number": {"$gt": 5}}}
                    """)
    void onlyAUniqueIndexOverAllCommitsKeepsTheirNumbersApart(boolean does, String index) {
        assertThat(MongoLayout.isUniqueOverAll(Document.parse(index))).isEqualTo(does);
    }
}
