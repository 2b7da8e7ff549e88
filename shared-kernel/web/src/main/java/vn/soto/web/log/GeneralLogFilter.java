package vn.soto.web.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/** Keeps the access log of personal data out of the general log, which is shorter-lived and read by more people. */
public final class GeneralLogFilter extends Filter<ILoggingEvent> {

    static final String ACCESS = "vn.soto.access";

    @Override
    public FilterReply decide(ILoggingEvent event) {
        return event.getLoggerName().equals(ACCESS) ? FilterReply.DENY : FilterReply.NEUTRAL;
    }
}
