package vn.soto.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.server.ServerWebExchange;
import vn.soto.web.log.FailureCause;

/**
 * Logs failures of the server. The id of a failure is in its line and in the answer. Its first part is the
 * {@link FailureCause}, which also heads the stack trace. So an id leads to the trace even if a line was left out.
 */
public final class FailureLog {

    /** Property of a problem with the id of the failure. */
    public static final String PROPERTY = "failure";

    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);
    private static final int LONGEST_PATH = 200;

    private FailureLog() {}

    /** Logs the failure; a client that hung up is logged at level debug. Returns the id. */
    public static String record(Throwable failure, ServerWebExchange exchange) {
        return record(failure, exchange, "");
    }

    /** @param part the part of the request that failed, such as a line of a batch */
    public static String record(Throwable failure, ServerWebExchange exchange, String part) {
        String id = FailureCause.of(failure) + "-" + exchange.getRequest().getId() + part;
        String path = exchange.getRequest().getPath().value();
        String shown = path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) + "…" : path;
        if (Disconnection.caused(failure)) {
            LOG.debug("{} {}: the client hung up", exchange.getRequest().getMethod(), shown, failure);
        } else {
            LOG.error("{} {} failed, {}", exchange.getRequest().getMethod(), shown, id, failure);
        }
        return id;
    }

    /** The address of the request as a problem's {@code instance}; absent if it is no URI by itself, such as "//". */
    static Optional<URI> instance(ServerWebExchange exchange) {
        try {
            return Optional.of(new URI(exchange.getRequest().getPath().value()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
