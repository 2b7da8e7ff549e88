package vn.soto.query.person;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.soto.contracts.person.Subject;
import vn.soto.query.http.Viewer;

/**
 * Logs accesses to personal data: a line for each subject whose data was opened for a reader, and a counter. Neither
 * contains the data read.
 */
@Component
final class AccessLog {

    /** Name of the logger, by which operators route and retain its lines. */
    private static final Logger LOG = LoggerFactory.getLogger("vn.soto.access");

    /** Characters that could end a line or forge another one. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private final MeterRegistry meters;

    AccessLog(MeterRegistry meters) {
        this.meters = meters;
    }

    /** @param viewer reader; the account is the last value of the line, because its issuer may choose any name */
    void read(Subject subject, Viewer viewer) {
        String role = String.valueOf(viewer.role()).toLowerCase(Locale.ROOT);
        String account = UNPRINTABLE.matcher(viewer.account()).replaceAll("?");
        LOG.info("read {} as {} by {}", subject, role, account);
        String kind = subject.kind().name().toLowerCase(Locale.ROOT);
        meters.counter("soto.personal-data.reads", "kind", kind, "role", role).increment();
    }
}
