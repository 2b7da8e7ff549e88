package vn.soto.command.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.server.ServerWebExchange;
import vn.soto.events.EventException;

/** Logs requests that fail at a damaged event of the ledger: one line each, which names the event. */
final class DamageLog {

    private static final Logger LOG = LoggerFactory.getLogger(DamageLog.class);

    private DamageLog() {}

    static void note(Throwable failure, ServerWebExchange exchange) {
        if (failure instanceof EventException.Undecodable damaged) {
            LOG.error(
                    "{} {}: {}",
                    exchange.getRequest().getMethod(),
                    exchange.getRequest().getPath().value(),
                    damaged.getMessage());
        }
    }
}
