package vn.soto.testkit.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProxiedUriTest {

    @ParameterizedTest
    @CsvSource({
        "mongodb://db1:27017, mongodb://127.0.0.1:9/?directConnection=true",
        "mongodb://db1:27017/?replicaSet=rs0, mongodb://127.0.0.1:9/?directConnection=true",
        "mongodb://db1:27017/?replicaSet=rs0&authSource=admin, mongodb://127.0.0.1:9/?authSource=admin&directConnection=true",
        "mongodb://u:p@db1/x?directConnection=true&w=1, mongodb://u:p@127.0.0.1:9/x?w=1&directConnection=true",
        "'mongodb://db1:1,db2:2/x', mongodb://127.0.0.1:9/x?directConnection=true",
    })
    void keepsAllButThePlace(String server, String proxied) {
        assertThat(ProxiedUri.of(new ConnectionString(server), 9)).isEqualTo(proxied);
    }
}
