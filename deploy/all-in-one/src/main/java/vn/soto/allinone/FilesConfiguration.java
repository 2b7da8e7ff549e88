package vn.soto.allinone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
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
import vn.soto.ledgerwriter.privacy.SqliteSubjectKeys;
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

    /** The key orders the beans: its file is read by then. */
    @Bean(destroyMethod = "close")
    FilesHealth filesHealthIndicator(
            SotoSettings settings,
            PrivacySettings privacy,
            Environment environment,
            Clock clock,
            WatchedStores stores,
            MasterKey key) {
        List<WatchedFile> files = new ArrayList<>(stores.files());
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

    /** With their anchors; the ledger is looked after by the thread that writes it. Their files are open. */
    record WatchedStores(List<WatchedFile> files) {}

    @Bean
    WatchedStores watchedStores(
            SotoSettings settings,
            AccountFiles files,
            SqliteAccountStore accounts,
            PersonalDataReads opened,
            SqliteRefusedAccess refused,
            SqliteSubjectKeys keys,
            @Qualifier("readsRegisterHealthIndicator") RegisterHealth readsRegister,
            @Qualifier("refusedRegisterHealthIndicator") RegisterHealth refusedRegister) {
        String accountsIn = "tệp tài khoản";
        String keysIn = "kho khóa";
        String readsIn = "sổ xem dữ liệu cá nhân";
        String refusedIn = "sổ từ chối truy cập";
        Path file = files.store();
        return new WatchedStores(List.of(
                WatchedFile.store("accounts", accountsIn, "file of accounts", file, accounts::isFailing),
                WatchedFile.store("reads", readsIn, "register of reads", settings.readsFile(), () -> false),
                WatchedFile.store(
                        "refused", refusedIn, "register of refused access", settings.refusedFile(), refused::isFailing),
                WatchedFile.asked("ledger", "sổ cái", "ledger", settings.ledgerFile()),
                WatchedFile.asked("keys", keysIn, "key store", settings.keysFile(), keys::trouble),
                WatchedFile.anchor("accounts", accountsIn, "file of accounts", file, accounts::isAnchorFailing),
                WatchedFile.anchor("keys", keysIn, "key store", settings.keysFile(), keys::isAnchorFailing),
                WatchedFile.anchor(
                        "reads", readsIn, "register of reads", settings.readsFile(), readsRegister::isAnchorFailing),
                WatchedFile.anchor(
                        "refused",
                        refusedIn,
                        "register of refused access",
                        settings.refusedFile(),
                        refusedRegister::isAnchorFailing)));
    }
}
