package vn.soto.allinone;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code soto.backup.*}.
 *
 * @param noOlderThan age of the last good backup from which health tells of it; absent if backups are made in another way
 */
@ConfigurationProperties("soto.backup")
record BackupSettings(@Nullable Duration noOlderThan) {}
