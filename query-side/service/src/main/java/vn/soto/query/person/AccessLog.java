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
 * Answers who looked: a line for each subject of which something was opened for somebody, and a count. Neither holds anything
 * of what was read.
 */
@Component
final class AccessLog {

    /** Operators direct and keep it by this name. */
    private static final Logger LOG = LoggerFactory.getLogger("vn.soto.access");

    /** What could end the line, or make it look like another one. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private final MeterRegistry meters;

    AccessLog(MeterRegistry meters) {
        this.meters = meters;
    }

    /** @param viewer who may read; the account stands last, since an issuer may name it as it likes */
    void read(Subject subject, Viewer viewer) {
        String role = String.valueOf(viewer.role()).toLowerCase(Locale.ROOT);
        String account = UNPRINTABLE.matcher(viewer.account()).replaceAll("?");
        LOG.info("read {} as {} by {}", subject, role, account);
        String kind = subject.kind().name().toLowerCase(Locale.ROOT);
        meters.counter("soto.personal-data.reads", "kind", kind, "role", role).increment();
    }
}
