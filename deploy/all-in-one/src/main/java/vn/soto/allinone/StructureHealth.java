package vn.soto.allinone;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import vn.soto.command.config.BackgroundCheck;
import vn.soto.ledger.sqlite.LongRead;

/**
 * Looks behind the start at the pages and indexes of every store, one after the other, in sessions of their own.
 * Appends go on meanwhile. So does an erasure of keys, after which the look at them begins again. Health is down if one
 * contradicts itself; a store that is told so takes no write any more.
 */
final class StructureHealth implements HealthIndicator, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StructureHealth.class);

    private final List<Store> stores;
    private final BackgroundCheck check;
    private volatile boolean closed;

    /**
     * A store.
     *
     * @param name     in health
     * @param whatItIs in both languages
     * @param file     its path
     * @param read     how its file is looked at
     * @param told     takes what is wrong with it
     */
    record Store(String name, String whatItIs, Path file, LongRead read, Consumer<String> told) {

        /** Nothing has to wait until it was looked at. */
        Store(String name, String whatItIs, Path file, Consumer<String> told) {
            this(name, whatItIs, file, new LongRead(file), told);
        }

        /** A store that is never looked at, and only told of when it contradicts itself. */
        static Store toldOf(String name, String whatItIs, Path file) {
            return new Store(name, whatItIs, file, complaint -> {});
        }
    }

    private StructureHealth(List<Store> stores, Duration again) {
        this.stores = stores;
        this.check = BackgroundCheck.start("cấu trúc các tệp / the structure of the files", again, _ -> look());
    }

    static StructureHealth start(List<Store> stores) {
        return new StructureHealth(stores, BackgroundCheck.AGAIN);
    }

    private Optional<Health.Builder> look() throws SQLException {
        Map<String, String> found = new LinkedHashMap<>();
        for (Store store : stores) {
            store.read.complaint().ifPresent(complaint -> {
                found.put(store.name, complaint);
                tell(store, complaint);
            });
        }
        return closed
                ? Optional.empty()
                : Optional.of((found.isEmpty() ? Health.up() : Health.down()).withDetails(found));
    }

    private static void tell(Store store, String complaint) {
        LOG.error("""
                        {} {} bị hỏng: các trang hoặc chỉ mục của tệp không khớp nhau ({}). Hãy dừng chương trình, sao chép cả thư mục dữ liệu, rồi \
                        phục hồi bản sao lưu; chạy deploy/bin/verify để biết sổ cái còn nguyên không. / its pages or indexes contradict each other. Stop \
                        the product, copy the data folder away, then restore the backup; deploy/bin/verify tells whether the ledger is whole""", store.whatItIs, store.file, complaint);
        store.told.accept(complaint);
    }

    @Override
    public Health health() {
        return check.health();
    }

    /** Ends a look that is under way, so that whoever closes the stores then is the last. */
    @Override
    public void close() throws SQLException {
        closed = true;
        check.close();
        for (Store store : stores) {
            store.read.close();
        }
    }
}
