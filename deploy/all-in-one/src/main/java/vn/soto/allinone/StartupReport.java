package vn.soto.allinone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.soto.allinone.account.AccountStore;
import vn.soto.allinone.account.LocalAccount;
import vn.soto.demo.DemoQueries;
import vn.soto.ledger.LedgerReader;
import vn.soto.projection.Projections;

/** Prints the address, the names of the accounts but never their passwords, sample queries, and when the read models are up to date. */
@Component
record StartupReport(
        SotoSettings settings,
        AccountStore accounts,
        LedgerReader ledger,
        Projections projections,
        Environment environment,
        Clock clock) {

    private static final Logger LOG = LoggerFactory.getLogger(StartupReport.class);
    private static final Duration LOOK = Duration.ofMillis(500);

    @EventListener
    void on(ApplicationReadyEvent ready) {
        String address = "http://" + environment.getProperty("server.address", "127.0.0.1") + ":"
                + environment.getProperty("local.server.port");
        LOG.info("Sổ Tổ nghe tại / listens at {}", address);
        LOG.info(
                "Sổ / ledger {} ({}), lần ghi / commits: {}",
                settings.origin(),
                settings.ledgerFile().toAbsolutePath(),
                ledger.tail().number());
        if (settings.demo()) {
            LOG.info(
                    "Tài khoản thử {}, mật khẩu trong tệp / demo accounts, their passwords in the file {}",
                    names(),
                    settings.accountsFile().toAbsolutePath());
            LOG.info("Thử hỏi / try:");
            DemoQueries.lines().stream()
                    .map(line -> line.replace("http://localhost:8080", address)
                            .replace("data/accounts", settings.accountsFile().toString()))
                    .forEach(line -> LOG.info("  {}", line));
        }
        Thread.ofPlatform().name("catch-up-report").daemon().start(this::reportCatchingUp);
    }

    private String names() {
        return accounts.all().stream().map(LocalAccount::login).collect(Collectors.joining(", "));
    }

    /** Prints one line per tenth of progress until the read models include the ledger as of the start. */
    private void reportCatchingUp() {
        long head = ledger.tail().number();
        Instant begun = clock.instant();
        long shown = -1;
        while (!projections.await(head, LOOK)) {
            long done = projections.folded().number();
            long tenth = done * 10 / Math.max(1, head);
            if (tenth != shown) {
                shown = tenth;
                LOG.info("{}", progress(done, head, Duration.between(begun, clock.instant())));
            }
        }
        LOG.info(
                "Đã cập nhật đến lần ghi {} / answers are up to date ({} s)",
                head,
                Duration.between(begun, clock.instant()).toMillis() / 1000.0);
    }

    private static String progress(long done, long head, Duration taken) {
        double perSecond = done / Math.max(0.001, taken.toMillis() / 1000.0);
        int full = (int) (done * 20 / Math.max(1, head));
        return String.format(
                Locale.ROOT,
                "[%s%s] %d/%d lần ghi / commits, %.0f/s, còn / left %.0f s",
                "#".repeat(full),
                ".".repeat(20 - full),
                done,
                head,
                perSecond,
                perSecond < 1 ? 0 : (head - done) / perSecond);
    }
}
