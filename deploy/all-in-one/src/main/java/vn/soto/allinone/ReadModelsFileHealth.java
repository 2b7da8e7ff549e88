package vn.soto.allinone;

import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import vn.soto.command.config.BackgroundCheck;
import vn.soto.projection.ReadModelStore;
import vn.soto.projection.file.ReadModelsFile;

/** Down once a look behind the start, or a read, has found the file of the read models damaged; the next start makes it anew. */
final class ReadModelsFileHealth implements HealthIndicator, AutoCloseable {

    private static final String FAULT = "fault";

    private final ReadModelStore store;
    private final BackgroundCheck check;

    ReadModelsFileHealth(ReadModelStore store) {
        this.store = store;
        this.check = BackgroundCheck.start(
                "tệp mô hình đọc / the file of the read models", BackgroundCheck.AGAIN, _ -> Optional.of(looked()));
    }

    private Health.Builder looked() throws Exception {
        return store instanceof ReadModelsFile file
                ? file.complaint().map(ReadModelsFileHealth::down).orElseGet(Health::up)
                : Health.up();
    }

    private static Health.Builder down(String fault) {
        return Health.down()
                .withDetail(FAULT, fault)
                .withDetail("remedy", "start again: the file is made anew from the ledger");
    }

    @Override
    public Health health() {
        return store instanceof ReadModelsFile file && file.isDamaged()
                ? down("a row or page is not as it was written").build()
                : check.health();
    }

    @Override
    public void close() {
        check.close();
    }
}
