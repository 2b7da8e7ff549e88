package vn.soto.edge.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code soto.access-log.*} of the access log of personal data, which {@code logback-spring.xml} reads too.
 *
 * @param folder folder of its files, one a day; absent for standard output
 */
@ConfigurationProperties("soto.access-log")
record AccessLogSettings(@Nullable Path folder) {

    AccessLogSettings {
        folder = folder == null || folder.toString().isBlank() ? null : folder;
    }
}
