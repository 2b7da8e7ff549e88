package vn.soto.open;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code soto.open.*} of what is open to everybody.
 *
 * @param enabled        whether anything is
 * @param perMinute      requests of one address in a minute, at once or evenly
 * @param codesPerMinute codes of printed sheets that one address may look up in a minute
 * @param licence        line under which the tables may be used again, as the authority decides
 */
@ConfigurationProperties("soto.open")
public record OpenSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("120") int perMinute,
        @DefaultValue("10") int codesPerMinute,

        @DefaultValue("CC BY 4.0, https://creativecommons.org/licenses/by/4.0/")
        String licence) {

    public OpenSettings {
        positive("per-minute", perMinute);
        positive("codes-per-minute", codesPerMinute);
    }

    private static void positive(String name, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException("soto.open." + name + " must be more than 0");
        }
    }
}
