package vn.soto.allinone;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import vn.soto.command.config.BackgroundCheck;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.ledgerwriter.RowAnchor;
import vn.soto.ledgerwriter.RowAnchor.AnchoredRows;

/**
 * Checks that a register of this data folder is complete. Its content holds, and it has the entry that the anchor
 * beside it names, which follows once a second. Health is incomplete otherwise, and the anchor stays until somebody
 * moves it away.
 */
final class RegisterHealth implements HealthIndicator, AutoCloseable {

    /** Of the register of reads: entries are chained, so that the last one stands for all before it. */
    static final AnchoredRows READS = new AnchoredRows(
            "reads", "id", "coalesce(hex(chain), '') || ' ' || at || ' ' || account || ' ' || subject", false);

    /** Of the register of refused access, which keeps the last ones: when an entry began never changes. */
    static final AnchoredRows REFUSED = new AnchoredRows(
            "refused", "number", "account || ' ' || operation || ' ' || lacking || ' ' || first", false);

    private static final Logger LOG = LoggerFactory.getLogger(RegisterHealth.class);
    private static final Status INCOMPLETE = new Status("INCOMPLETE");
    private static final Duration BETWEEN_ADVANCES = Duration.ofSeconds(1);

    private final WatchedRegister register;
    private final BackgroundCheck check;
    private @Nullable Followed followed;

    /** @param session in which the last entry is looked for */
    private record Followed(RowAnchor anchor, SqliteSession session) {}

    private RegisterHealth(WatchedRegister register, Duration again) {
        this.register = register;
        this.check = BackgroundCheck.start(register.name(), again, looking -> Optional.of(look(looking)));
    }

    /**
     * A register.
     *
     * @param name    in both languages
     * @param content check of its entries for a fault
     */
    record WatchedRegister(Path file, String name, AnchoredRows rows, Content content) {

        @FunctionalInterface
        interface Content {
            Optional<String> fault(Path file);
        }
    }

    static RegisterHealth start(WatchedRegister register) {
        return start(register, BackgroundCheck.AGAIN);
    }

    static RegisterHealth start(WatchedRegister register, Duration again) {
        return new RegisterHealth(register, again);
    }

    private Health.Builder look(BackgroundCheck looking) throws SQLException {
        Optional<String> lost = lost();
        Optional<String> fault = lost.or(() -> register.content().fault(register.file()));
        if (lost.isEmpty()) {
            follow(looking);
        }
        fault.ifPresent(what -> LOG.error("{} {}: {}", register.name(), register.file(), what));
        return fault.map(what -> Health.status(INCOMPLETE).withDetail("reason", what))
                .orElseGet(Health::up);
    }

    private Optional<String> lost() throws SQLException {
        try {
            return RowAnchor.loss(register.file(), register.rows())
                    .map(loss -> text(
                            "thiếu mục thứ %d đã từng ghi: tệp đã bị thay hoặc xóa, hay là bản cũ hơn"
                                    .formatted(loss.had()),
                            "lacks entry %d, which it had: the file was replaced or deleted, or is an older copy"
                                    .formatted(loss.had())));
        } catch (LedgerException.Damaged e) {
            return Optional.of(text("có tệp neo không đọc được", "has an anchor that cannot be read"));
        }
    }

    private String text(String vietnamese, String english) {
        return """
                %1$s. Hãy dừng chương trình và đặt lại đúng tệp; hoặc chấp nhận tệp hiện có và chuyển tệp %3$s đi nơi khác; rồi khởi động lại. / %2$s. \
                Stop the product and put the right file back; or accept what is there and move %3$s away; then start again.""".formatted(vietnamese, english, RowAnchor.fileOf(register.file()));
    }

    private synchronized void follow(BackgroundCheck looking) throws SQLException {
        if (followed != null) {
            return;
        }
        SqliteSession session = SqliteSession.reader(register.file());
        try {
            followed = new Followed(RowAnchor.open(register.file(), register.rows(), session), session);
        } finally {
            if (followed == null) {
                session.close();
            }
        }
        looking.repeat(this::advance, BETWEEN_ADVANCES);
    }

    private synchronized void advance() {
        if (followed != null) {
            try {
                followed.anchor.advance(followed.session);
            } catch (SQLException e) {
                LOG.debug("the anchor of {} lags", register.file(), e);
            }
        }
    }

    /** Whether the anchor cannot be written, so that a loss of the last entries would not be noticed. */
    synchronized boolean isAnchorFailing() {
        return followed != null && followed.anchor.isFailing();
    }

    @Override
    public Health health() {
        return check.health();
    }

    @Override
    public synchronized void close() throws SQLException, IOException {
        check.close();
        advance();
        if (followed != null) {
            followed.anchor.close();
            followed.session.close();
        }
        followed = null;
    }
}
