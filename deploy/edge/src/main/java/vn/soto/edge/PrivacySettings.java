package vn.soto.edge;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import vn.soto.privacy.MasterKey;
import vn.soto.privacy.MasterKeyRefusedException;

/**
 * Settings {@code soto.privacy.*}: where the master key is, under which the keys of all subjects are wrapped.
 *
 * @param masterKey     the key itself, from the environment or a secret; never logged
 * @param masterKeyFile a file that holds it and nothing else; of no account if the key itself is given
 */
@ConfigurationProperties("soto.privacy")
public record PrivacySettings(
        @Nullable String masterKey, @Nullable Path masterKeyFile) {

    /** What is set to nothing is not set. */
    public PrivacySettings {
        masterKey = masterKey == null || masterKey.isBlank() ? null : masterKey;
    }

    /** For a process that is one of several: they share a key, so none of them makes one. */
    public MasterKey required() {
        if (masterKey != null) {
            return MasterKey.parse(masterKey, place());
        }
        if (masterKeyFile == null) {
            throw MasterKeyRefusedException.notSet(place());
        }
        return MasterKey.read(masterKeyFile).orElseThrow(() -> MasterKeyRefusedException.notSet(place()));
    }

    /** What a message calls the place. */
    public String place() {
        return masterKey != null || masterKeyFile == null ? "soto.privacy.master-key" : masterKeyFile.toString();
    }

    @Override
    public String toString() {
        return "PrivacySettings[" + place() + "]";
    }
}
