package vn.soto.ledgerwriter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoCredential;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import java.time.Duration;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.WriteFault;

final class MongoFaultTest {

    private static final ServerAddress SERVER = new ServerAddress("mongo-1");

    @ParameterizedTest
    @CsvSource({
        "13, ACCESS_DENIED",
        "18, ACCESS_DENIED",
        "14031, DISK_FULL",
        "10107, STORE_UNREACHABLE",
        "13435, STORE_UNREACHABLE",
        "189, STORE_UNREACHABLE",
        "64, STORE_UNREACHABLE",
        "2, OTHER"
    })
    void aCodeOfTheServerIsAFault(int code, WriteFault fault) {
        BsonDocument answer = new BsonDocument("ok", new BsonInt32(0))
                .append("code", new BsonInt32(code))
                .append("errmsg", new BsonString("no space left on device, not authorized"));
        assertThat(MongoFault.of(new MongoCommandException(answer, SERVER)).fault())
                .isEqualTo(fault);
    }

    @Test
    void aTypeOfTheDriverIsAFaultAlsoBelowAnotherFailure() {
        MongoException silent = new MongoTimeoutException("30000 ms");
        assertThat(MongoFault.of(new LedgerException.Unavailable("x", Duration.ofSeconds(1), silent))
                        .fault())
                .isEqualTo(WriteFault.STORE_UNREACHABLE);
        assertThat(MongoFault.of(new MongoSocketReadException("x", SERVER)).fault())
                .isEqualTo(WriteFault.STORE_UNREACHABLE);
        MongoCredential user = MongoCredential.createCredential("soto", "admin", new char[0]);
        assertThat(MongoFault.of(new MongoSecurityException(user, "x")).fault()).isEqualTo(WriteFault.ACCESS_DENIED);
        assertThat(MongoFault.of(new IllegalStateException("x")).fault()).isEqualTo(WriteFault.OTHER);
    }

    @Test
    void theFaultIsInTheRefusalWithWhatToDo() {
        MongoFault full = new MongoFault(WriteFault.DISK_FULL);
        LedgerException refused = full.notWritten(new IllegalStateException("x"), Duration.ofSeconds(1));
        assertThat(refused.fault()).contains(WriteFault.DISK_FULL);
        assertThat(refused).hasMessageContainingAll("Nothing was written", "Free space");
    }
}
