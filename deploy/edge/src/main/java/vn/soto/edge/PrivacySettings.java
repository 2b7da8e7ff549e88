package vn.soto.edge;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import vn.soto.privacy.MasterKey;
import vn.soto.privacy.MasterKeyRefusedException;

/**
 * Settings {@code soto.privacy.*}: the location of the master key, which wraps the keys of all subjects.
 *
 * @param masterKey     the key itself, from the environment or a secret; never logged
 * @param masterKeyFile a file that contains only the key; ignored if the key itself is given
 */
@ConfigurationProperties("soto.privacy")
public record PrivacySettings(
        @Nullable String masterKey, @Nullable Path masterKeyFile) {

    /** A blank value counts as absent. */
    public PrivacySettings {
        masterKey = masterKey == null || masterKey.isBlank() ? null : masterKey;
    }

    /** The master key of a node: nodes share one key, so a node never creates it. */
    public MasterKey required() {
        if (masterKey != null) {
            return MasterKey.parse(masterKey, place());
        }
        if (masterKeyFile == null) {
            throw MasterKeyRefusedException.notSet(place());
        }
        return MasterKey.read(masterKeyFile).orElseThrow(() -> MasterKeyRefusedException.notSet(place()));
    }

    /** The location as messages name it. */
    public String place() {
        return masterKey != null || masterKeyFile == null ? "soto.privacy.master-key" : masterKeyFile.toString();
    }

    @Override
    public String toString() {
        return "PrivacySettings[" + place() + "]";
    }
}
