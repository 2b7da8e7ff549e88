package vn.soto.page;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of pages.
 *
 * @param commands where forms send commands, in the name of their senders: the address of the command side, or of a proxy before
 *     both sides; absent if the command side is in this process
 */
@ConfigurationProperties("soto.pages")
public record PagesSettings(@Nullable URI commands) {}
