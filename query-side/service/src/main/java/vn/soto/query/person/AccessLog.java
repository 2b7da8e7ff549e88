package vn.soto.query.person;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.UUID;
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
        read(subject.toString(), subject.kind().name().toLowerCase(Locale.ROOT), viewer);
    }

    /** The text beside the reason of a command. */
    void readReason(UUID command, Viewer viewer) {
        read("reason:" + command, "reason", viewer);
    }

    private void read(String what, String kind, Viewer viewer) {
        String role = String.valueOf(viewer.role()).toLowerCase(Locale.ROOT);
        String account = UNPRINTABLE.matcher(viewer.account()).replaceAll("?");
        LOG.info("read {} as {} by {}", what, role, account);
        meters.counter("soto.personal-data.reads", "kind", kind, "role", role).increment();
    }
}
