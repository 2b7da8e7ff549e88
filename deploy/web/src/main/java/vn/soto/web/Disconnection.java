package vn.soto.web;

import java.nio.channels.ClosedChannelException;
import java.util.Set;
import org.springframework.web.util.DisconnectedClientHelper;

/** Tells failures that a client causes when it hangs up from failures of the server. */
public final class Disconnection {

    /** Reactor Netty's exceptions about a connection that ended, by name: this package does not depend on the server. */
    private static final Set<String> SERVER =
            Set.of("AbortedException", "PrematureCloseException", "ConnectionObserver$ClosedException");

    private static final int MOST_CAUSES = 16;

    private Disconnection() {}

    /** Whether the failure or one of its causes is the end of the client's connection. */
    public static boolean caused(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            if (cause instanceof ClosedChannelException
                    || SERVER.contains(cause.getClass().getSimpleName())
                    || DisconnectedClientHelper.isClientDisconnectedException(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
