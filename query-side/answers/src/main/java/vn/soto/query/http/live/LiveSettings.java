package vn.soto.query.http.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code soto.live.*} of the streams that tell pages of new commits.
 *
 * @param perAccount streams that one account may have open in one process; further ones get 429
 * @param most       streams open in one process; further ones get 503
 * @param pause      time between two messages of a stream
 * @param comment    time between two comments, which keep a proxy from closing a silent connection
 * @param life       time after which a stream ends; its reader opens another
 */
@ConfigurationProperties("soto.live")
public record LiveSettings(
        @DefaultValue("8") int perAccount,
        @DefaultValue("1000") int most,
        @DefaultValue("500ms") Duration pause,
        @DefaultValue("15s") Duration comment,
        @DefaultValue("10m") Duration life) {

    public LiveSettings {
        positive("per-account", perAccount);
        positive("most", most);
        positive("pause", pause.toMillis());
        positive("comment", comment.toMillis());
        positive("life", life.toMillis());
    }

    private static void positive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("soto.live." + name + " must be more than 0");
        }
    }
}
