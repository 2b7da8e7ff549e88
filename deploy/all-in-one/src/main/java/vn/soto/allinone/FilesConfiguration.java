package vn.soto.allinone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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
import vn.soto.ledger.sqlite.Anchor;
import vn.soto.ledgerwriter.RowAnchor;
import vn.soto.ledgerwriter.privacy.SqliteSubjectKeys;
import vn.soto.ledgerwriter.sqlite.SqliteLedger;
import vn.soto.privacy.MasterKey;
import vn.soto.privacy.reads.PersonalDataReads;
import vn.soto.privacy.reads.ReadsCheck;
import vn.soto.privacy.reads.SqlitePersonalDataReads;
import vn.soto.privacy.refused.RefusedAccessStore;
import vn.soto.privacy.refused.SqliteRefusedAccess;
import vn.soto.web.log.AccessLogAppender;

/** The files that are watched beside the ledger and its keys, which their writers watch. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BackupSettings.class)
class FilesConfiguration {

    private static final String LOG_FOLDER = "soto.access-log.folder";
    private static final String ACCOUNTS = "tệp tài khoản";
    private static final String KEYS = "kho khóa";
    private static final String LEDGER = "sổ cái";
    private static final String READS = "sổ xem dữ liệu cá nhân";
    private static final String REFUSED = "sổ từ chối truy cập";

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
                SqliteRefusedAccess::fault));
    }

    /** The registers order the beans: their files have their tables. */
    @Bean(destroyMethod = "close")
    StructureHealth structureHealthIndicator(
            SotoSettings settings,
            AccountFiles accounts,
            SqliteAccountStore opened,
            SqliteLedger ledger,
            SqliteSubjectKeys keys,
            PersonalDataReads reads,
            RefusedAccessStore refused) {
        return StructureHealth.start(List.of(
                new StructureHealth.Store("ledger", "Sổ cái / the ledger", settings.ledgerFile(), ledger::contradicts),
                new StructureHealth.Store(
                        "keys", "Kho khóa / the key store", settings.keysFile(), keys.whole(), keys::contradicts),
                StructureHealth.Store.toldOf("accounts", "Tệp tài khoản / the file of accounts", accounts.store()),
                StructureHealth.Store.toldOf(
                        "reads", "Sổ xem dữ liệu cá nhân / the register of reads", settings.readsFile()),
                StructureHealth.Store.toldOf(
                        "refused", "Sổ từ chối truy cập / the register of refused access", settings.refusedFile())));
    }

    @Bean
    BackupHealth backupHealthIndicator(SotoSettings settings, BackupSettings backup, Clock clock) {
        return new BackupHealth(settings.ledgerFile(), backup.noOlderThan(), clock);
    }

    /** Incomplete while the file of accounts lacks changes that its anchor says it held, or has some that this program did not make. */
    @Bean
    HealthIndicator accountStoreHealthIndicator(SqliteAccountStore accounts) {
        return () -> accounts.loss()
                .or(accounts::alteration)
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

    /** With their anchors; the ledger's file is looked after by the thread that writes it. Their files are open. */
    record WatchedStores(List<WatchedFile> files) {}

    @Bean
    WatchedStores watchedStores(
            SotoSettings settings,
            SqliteLedger ledger,
            AccountFiles files,
            SqliteAccountStore accounts,
            SqlitePersonalDataReads reads,
            SqliteRefusedAccess refused,
            SqliteSubjectKeys keys,
            @Qualifier("readsRegisterHealthIndicator") RegisterHealth readsRegister,
            @Qualifier("refusedRegisterHealthIndicator") RegisterHealth refusedRegister) {
        return new WatchedStores(List.of(
                WatchedFile.store("accounts", ACCOUNTS, "file of accounts", accounts.opened(), accounts::isFailing),
                WatchedFile.store("reads", READS, "register of reads", reads.opened(), () -> false),
                WatchedFile.store(
                        "refused", REFUSED, "register of refused access", refused.opened(), refused::isFailing),
                WatchedFile.asked("ledger", LEDGER, "ledger", settings.ledgerFile()),
                WatchedFile.asked("keys", KEYS, "key store", settings.keysFile(), keys::trouble),
                WatchedFile.anchor(
                        "ledger", LEDGER, "ledger", Anchor.fileOf(settings.ledgerFile()), ledger::isAnchorFailing),
                anchor("accounts", ACCOUNTS, "file of accounts", files.store(), accounts::isAnchorFailing),
                anchor("keys", KEYS, "key store", settings.keysFile(), keys::isAnchorFailing),
                anchor("reads", READS, "register of reads", settings.readsFile(), readsRegister::isAnchorFailing),
                anchor(
                        "refused",
                        REFUSED,
                        "register of refused access",
                        settings.refusedFile(),
                        refusedRegister::isAnchorFailing)));
    }

    private static WatchedFile anchor(
            String store, String vietnamese, String english, Path path, BooleanSupplier failing) {
        return WatchedFile.anchor(store, vietnamese, english, RowAnchor.fileOf(path), failing);
    }
}
