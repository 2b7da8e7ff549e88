package vn.soto.page;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of pages.
 *
 * @param commands address to which forms send commands in their senders' names, of the command side or a proxy; absent
 *     if both sides run in this process
 */
@ConfigurationProperties("soto.pages")
public record PagesSettings(@Nullable URI commands) {}
