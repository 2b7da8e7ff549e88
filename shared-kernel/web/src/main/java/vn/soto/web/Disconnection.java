package vn.soto.web;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.Locale;
import java.util.Set;

/** Tells failures that a client causes when it hangs up from failures of the server. */
public final class Disconnection {

    /** Reactor Netty's exceptions about a connection that ended, by name: this package does not depend on the server. */
    private static final Set<String> SERVER = Set.of("AbortedException", "PrematureCloseException");

    private static final int MOST_CAUSES = 16;

    private Disconnection() {}

    /** Whether the failure or one of its causes is the end of the client's connection. */
    public static boolean caused(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            if (ends(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean ends(Throwable cause) {
        if (cause instanceof ClosedChannelException
                || SERVER.contains(cause.getClass().getSimpleName())) {
            return true;
        }
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return cause instanceof IOException
                && (message.contains("connection reset") || message.contains("broken pipe"));
    }
}
