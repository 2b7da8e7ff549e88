package vn.soto.command.config;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.event.EventListener;
import vn.soto.command.dispatch.FirstAdministrator;
import vn.soto.contracts.access.AccountId;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;

/**
 * Records the first administrator that the command line names, once the ledger can be written. Without that name, and as
 * long as the ledger has no administrator, the start and the health say how to name one.
 */
final class AccessStart implements HealthIndicator, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AccessStart.class);
    private static final Duration AGAIN = Duration.ofMillis(500);

    private final LedgerReader ledger;
    private final FirstAdministrator administrators;
    private final @Nullable AccountId wanted;
    private final Duration again;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean recorded;

    AccessStart(LedgerReader ledger, FirstAdministrator administrators, @Nullable AccountId wanted) {
        this(ledger, administrators, wanted, AGAIN);
    }

    AccessStart(LedgerReader ledger, FirstAdministrator administrators, @Nullable AccountId wanted, Duration again) {
        this.again = again;
        this.ledger = ledger;
        this.administrators = administrators;
        this.wanted = wanted;
    }

    @EventListener(ApplicationReadyEvent.class)
    void onReady() {
        if (wanted != null) {
            Thread.ofPlatform().name("first-administrator").daemon().start(() -> record(wanted));
        } else if (!isRecorded()) {
            LOG.warn(
                    "Sổ này chưa có quản trị viên đầu tiên, nên ai làm được gì vẫn theo vai trò mà nơi đăng nhập cho biết, trên"
                            + " toàn bộ. Muốn quyền theo sổ: khởi động một lần với --soto.first-administrator=<tên tài khoản>;"
                            + " từ đó chỉ quyền ghi trong sổ mới có hiệu lực. Xem mục Ai được làm gì trong deploy/README.md. /"
                            + " this ledger has no first administrator: sign-in still says who may do what, everywhere. To let"
                            + " the ledger say it, start once with --soto.first-administrator=<account>; from then on only what"
                            + " the ledger grants counts. See Who may do what in deploy/README.md");
        }
    }

    /** Tries until the ledger answers: another process may hold the lease for a while. */
    void record(AccountId account) {
        boolean waiting = false;
        while (true) {
            try {
                report(account, administrators.record(account));
                return;
            } catch (LedgerException.Unavailable | LedgerException.Uncertain e) {
                if (!waiting) {
                    LOG.warn(
                            "Chưa ghi được quản trị viên đầu tiên {}: sổ chưa nhận lần ghi từ chương trình này; sẽ thử lại. /"
                                    + " the first administrator {} is not recorded yet, because the ledger takes no commit of"
                                    + " this process; it is tried again: {}",
                            account,
                            account,
                            e.getMessage());
                    waiting = true;
                }
            }
            if (isClosedSoon()) {
                return;
            }
        }
    }

    private boolean isClosedSoon() {
        try {
            return closed.await(again.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void report(AccountId account, FirstAdministrator.Outcome outcome) {
        switch (outcome) {
            case RECORDED ->
                LOG.warn(
                        "Đã ghi tài khoản {} là quản trị viên đầu tiên. Từ nay chỉ quyền ghi trong sổ mới có hiệu lực. /"
                                + " account {} is recorded as the first administrator; from now on only what the ledger grants"
                                + " counts",
                        account,
                        account);
            case RECORDED_BEFORE ->
                LOG.info(
                        "Tài khoản {} đã là quản trị viên đầu tiên; có thể bỏ --soto.first-administrator. / account {} is the"
                                + " first administrator already; --soto.first-administrator can be left out",
                        account,
                        account);
            case ANOTHER_IS ->
                LOG.error(
                        "Không ghi tài khoản {} làm quản trị viên đầu tiên: sổ đã có người khác. Hãy nhờ một quản trị viên"
                                + " trao quyền. / account {} is not made the first administrator: the ledger has another one."
                                + " Ask an administrator to grant the role",
                        account,
                        account);
        }
    }

    /** Asks the ledger until there is one, and never again. */
    private boolean isRecorded() {
        recorded = recorded || FirstAdministrator.isRecorded(ledger);
        return recorded;
    }

    @Override
    public Health health() {
        try {
            return isRecorded()
                    ? Health.up().withDetail("rights", "of the ledger").build()
                    : Health.up()
                            .withDetail("rights", "of sign-in")
                            .withDetail("todo", "start once with --soto.first-administrator=<account>")
                            .build();
        } catch (LedgerException e) {
            return Health.unknown().build();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
