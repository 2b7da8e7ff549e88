package vn.soto.allinone;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.soto.command.privacy.CheckedSubjects;
import vn.soto.edge.PrivacySettings;
import vn.soto.edge.start.StartRefusedException;
import vn.soto.ledger.LedgerException;
import vn.soto.ledgerwriter.ClockWatch;
import vn.soto.ledgerwriter.kept.KeptTextFolder;
import vn.soto.ledgerwriter.kept.KeptTexts;
import vn.soto.ledgerwriter.privacy.Keyring;
import vn.soto.ledgerwriter.privacy.SqliteSubjectKeys;
import vn.soto.privacy.MasterKey;
import vn.soto.privacy.MasterKeyRefusedException;
import vn.soto.privacy.PersonalDataReader;
import vn.soto.privacy.reads.ReadsNotRecordedException;
import vn.soto.privacy.reads.SqlitePersonalDataReads;
import vn.soto.privacy.refused.SqliteRefusedAccess;
import vn.soto.privacy.sqlite.SqliteSubjectKeyReader;

/** The embedded key store, one SQLite file, with a master key created at the first start; and the registers of reads and of refused
 * access. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PrivacySettings.class)
class PrivacyConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(PrivacyConfiguration.class);

    @Bean(destroyMethod = "close")
    SqliteSubjectKeys subjectKeys(SotoSettings settings, DataFolder folder, Clock clock) {
        return SqliteSubjectKeys.open(settings.keysFile(), clock);
    }

    /** @param made orders the beans: the file exists once it has been opened for writing */
    @Bean(destroyMethod = "close")
    SqliteSubjectKeyReader subjectKeyReader(SotoSettings settings, SqliteSubjectKeys made) {
        return SqliteSubjectKeyReader.open(settings.keysFile());
    }

    @Bean
    MasterKey masterKey(SotoSettings settings, PrivacySettings privacy, SqliteSubjectKeyReader keys) {
        if (privacy.masterKey() != null) {
            return privacy.required();
        }
        Path file = Optional.ofNullable(privacy.masterKeyFile()).orElseGet(settings::masterKeyFile);
        return MasterKey.read(file).orElseGet(() -> made(file, keys));
    }

    /** Creates the master key; refused if the key store has keys wrapped under another one. */
    private static MasterKey made(Path file, SqliteSubjectKeyReader keys) {
        if (keys.proof().isPresent()) {
            throw MasterKeyRefusedException.missing(file.toString());
        }
        MasterKey made = MasterKeyFile.create(file);
        LOG.info(
                "Đã tạo khóa chủ {}; hãy giữ một bản sao ở nơi khác / made the master key; keep a copy elsewhere",
                file);
        return made;
    }

    @Bean
    Keyring keyring(SqliteSubjectKeyReader reader, SqliteSubjectKeys writer, MasterKey master, ClockWatch watch) {
        return Keyring.open(reader, writer.ofLedgerBy(watch.clock()), master, "soto.privacy.master-key");
    }

    @Bean
    CheckedSubjects checkedSubjects(SotoSettings settings) {
        return CheckedSubjects.beside(settings.keysFile());
    }

    /** @param folder orders the beans: the folder is there, and not full */
    @Bean(destroyMethod = "close")
    SqlitePersonalDataReads personalDataReads(SotoSettings settings, DataFolder folder) {
        try {
            return SqlitePersonalDataReads.open(settings.readsFile());
        } catch (ReadsNotRecordedException e) {
            throw new StartRefusedException(
                    String.valueOf(e.getMessage()),
                    "Để tiến trình ghi được tệp này, hoặc chuyển tệp đi nơi khác. / Let the process write this file, or move"
                            + " it away.",
                    e);
        }
    }

    /** @param folder orders the beans: the folder is there, and not full */
    @Bean(destroyMethod = "close")
    SqliteRefusedAccess refusedAccessStore(SotoSettings settings, DataFolder folder) {
        try {
            return SqliteRefusedAccess.open(settings.refusedFile());
        } catch (LedgerException.Unavailable e) {
            throw new StartRefusedException(
                    String.valueOf(e.getMessage()),
                    "Để tiến trình ghi được tệp này, hoặc chuyển tệp đi nơi khác. / Let the process write this file, or move"
                            + " it away.",
                    e);
        }
    }

    @Bean
    KeptTexts keptTexts(SotoSettings settings) {
        return new KeptTextFolder(settings.leftOutFolder());
    }

    @Bean
    PersonalDataReader personalDataReader(SqliteSubjectKeyReader reader, MasterKey master) {
        return new PersonalDataReader(reader, master);
    }
}
