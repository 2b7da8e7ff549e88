package vn.soto.allinone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import vn.soto.allinone.RegisterHealth.WatchedRegister;
import vn.soto.allinone.account.AccountFiles;
import vn.soto.allinone.account.SqliteAccountStore;
import vn.soto.edge.PrivacySettings;
import vn.soto.privacy.MasterKey;
import vn.soto.privacy.reads.PersonalDataReads;
import vn.soto.privacy.reads.ReadsCheck;
import vn.soto.privacy.refused.RefusedAccessStore;
import vn.soto.privacy.refused.SqliteRefusedAccess;
import vn.soto.web.log.AccessLogAppender;

/** The files that are watched beside the ledger and its keys, which their writers watch. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BackupSettings.class)
class FilesConfiguration {

    private static final String LOG_FOLDER = "soto.access-log.folder";

    /** @param opened orders the beans: the file has its tables */
    @Bean(destroyMethod = "close")
    RegisterHealth readsRegisterHealthIndicator(SotoSettings settings, PersonalDataReads opened) {
        return RegisterHealth.start(new WatchedRegister(
                settings.readsFile(),
                "sổ xem dữ liệu cá nhân / the register of reads",
                RegisterHealth.READS,
                ReadsCheck::of));
    }

    /** @param opened orders the beans: the file has its table */
    @Bean(destroyMethod = "close")
    RegisterHealth refusedRegisterHealthIndicator(SotoSettings settings, RefusedAccessStore opened) {
        return RegisterHealth.start(new WatchedRegister(
                settings.refusedFile(),
                "sổ từ chối truy cập / the register of refused access",
                RegisterHealth.REFUSED,
                file -> Optional.empty()));
    }

    @Bean
    BackupHealth backupHealthIndicator(SotoSettings settings, BackupSettings backup, Clock clock) {
        return new BackupHealth(settings.ledgerFile(), backup.noOlderThan(), clock);
    }

    /** Incomplete while the file of accounts lacks changes that its anchor says it held. */
    @Bean
    HealthIndicator accountStoreHealthIndicator(SqliteAccountStore accounts) {
        return () -> accounts.loss()
                .map(reason -> Health.status("INCOMPLETE").withDetail("reason", reason))
                .orElseGet(Health::up)
                .build();
    }

    /** The stores and the key order the beans: their files are open, or read, by then. */
    @Bean(destroyMethod = "close")
    FilesHealth filesHealthIndicator(
            SotoSettings settings,
            AccountFiles accounts,
            PrivacySettings privacy,
            Environment environment,
            Clock clock,
            SqliteAccountStore accountStore,
            PersonalDataReads reads,
            SqliteRefusedAccess refused,
            MasterKey key) {
        List<WatchedFile> files = new ArrayList<>(stores(settings, accounts.store(), accountStore, refused));
        Path master = Optional.ofNullable(privacy.masterKeyFile()).orElseGet(settings::masterKeyFile);
        if (privacy.masterKey() == null && Files.exists(master)) {
            files.add(WatchedFile.constant("masterKey", "khóa chủ", "master key", master));
        }
        String log = environment.getProperty(LOG_FOLDER, "");
        if (!log.isBlank()) {
            files.add(WatchedFile.accessLog(
                    Path.of(log),
                    clock,
                    () -> AccessLogAppender.configured()
                            .filter(AccessLogAppender::isFailing)
                            .isPresent(),
                    path -> AccessLogAppender.configured()
                            .filter(appender -> appender.writesTo(path))
                            .isPresent()));
        }
        return FilesHealth.of(files).started();
    }

    /** With their anchors; the ledger and the keys are watched by what writes them. */
    private static List<WatchedFile> stores(
            SotoSettings settings, Path file, SqliteAccountStore accounts, SqliteRefusedAccess refused) {
        return List.of(
                WatchedFile.store("accounts", "tệp tài khoản", "file of accounts", file, accounts::isFailing),
                WatchedFile.store(
                        "reads", "sổ xem dữ liệu cá nhân", "register of reads", settings.readsFile(), () -> false),
                WatchedFile.store(
                        "refused",
                        "sổ từ chối truy cập",
                        "register of refused access",
                        settings.refusedFile(),
                        refused::isFailing),
                WatchedFile.anchor("accounts", "tệp tài khoản", "file of accounts", file),
                WatchedFile.anchor("keys", "kho khóa", "key store", settings.keysFile()),
                WatchedFile.anchor("reads", "sổ xem dữ liệu cá nhân", "register of reads", settings.readsFile()),
                WatchedFile.anchor(
                        "refused", "sổ từ chối truy cập", "register of refused access", settings.refusedFile()));
    }
}
