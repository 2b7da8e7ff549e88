package vn.soto.edge;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code soto.sign-in.sessions.*} of a node: sessions of browsers, which all nodes accept.
 *
 * @param keys keys that sign sessions, the same on every node, the newest first; without them no session is accepted
 */
@ConfigurationProperties("soto.sign-in.sessions")
record NodeSessionSettings(@Nullable String keys) {

    /** Omits the keys. */
    @Override
    public String toString() {
        return "NodeSessionSettings[" + (keys == null ? "without" : "with") + " keys]";
    }
}
