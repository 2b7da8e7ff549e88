package vn.soto.ledgerwriter;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.WriteFault;

/**
 * The trouble that keeps one store from being written, from the first failed write to the next that succeeds. A final
 * fault lasts until the process ends. The log has one line when a fault begins, one each ten minutes while it lasts,
 * and one when it is over. A change seen here has its line there already. Thread-safe.
 */
public final class WriterHealth {

    private static final Logger LOG = LoggerFactory.getLogger(WriterHealth.class);
    private static final Duration REMINDER = Duration.ofMinutes(10);

    /** @param refused number of writes refused for it */
    public record Trouble(WriteFault fault, String message, long refused) {

        /** As health shows it. */
        public Map<String, Object> details() {
            return Map.of("fault", fault.code(), "reason", message, "refused", refused);
        }
    }

    private final Duration trial;
    private volatile @Nullable Trouble trouble;
    private long logged;
    private long tried;

    /** @param trial time after a failed write until the writer sees by itself whether the fault is over */
    public WriterHealth(Duration trial) {
        this.trial = trial;
    }

    public Optional<Trouble> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Whether nothing may be written any more. */
    public boolean isFinal() {
        Trouble now = trouble;
        return now != null && now.fault().isFinal();
    }

    /** Takes the outcomes of a group of drafts. */
    public void observe(List<AppendOutcome> outcomes) {
        for (AppendOutcome outcome : outcomes) {
            switch (outcome) {
                case AppendOutcome.Recorded _ -> works();
                case AppendOutcome.Refused(LedgerException.Unavailable why) -> failed(why, 1);
                case AppendOutcome.Refused(LedgerException.Uncertain why) -> failed(why, 1);
                case AppendOutcome.Refused _ -> stillStopped();
            }
        }
    }

    /** A write succeeded. */
    public void works() {
        if (trouble != null) {
            end();
        }
    }

    private synchronized void end() {
        Trouble last = trouble;
        if (last != null && !last.fault().isFinal()) {
            LOG.info(
                    "Ghi được trở lại, sau {} lần từ chối vì {} / written again; refused for it: {}",
                    last.refused(),
                    last.fault().code(),
                    last.refused());
            trouble = null;
        }
    }

    /** A fault was found, without a write that was refused. */
    public void found(LedgerException why) {
        failed(why, 0);
    }

    /** A write was refused. */
    public void refused(LedgerException why) {
        failed(why, 1);
    }

    private void failed(LedgerException why, int refused) {
        why.fault().ifPresent(fault -> failed(fault, why, refused));
    }

    private synchronized void failed(WriteFault fault, LedgerException why, int refused) {
        tried = System.nanoTime();
        Trouble last = trouble;
        if (last != null && (last.fault() == fault || last.fault().isFinal())) {
            trouble = new Trouble(last.fault(), last.message(), last.refused() + refused);
            remind();
            return;
        }
        String message = String.valueOf(why.getMessage());
        logged = System.nanoTime();
        if (fault == WriteFault.OTHER) {
            LOG.error("{}", message, why);
        } else {
            LOG.error("{}{}", message, cause(why));
        }
        trouble = new Trouble(fault, message, (last == null ? 0 : last.refused()) + refused);
    }

    private synchronized void stillStopped() {
        Trouble last = trouble;
        if (last != null && last.fault().isFinal()) {
            trouble = new Trouble(last.fault(), last.message(), last.refused() + 1);
            remind();
        }
    }

    private void remind() {
        Trouble now = trouble;
        if (now != null && System.nanoTime() - logged > REMINDER.toNanos()) {
            logged = System.nanoTime();
            LOG.error("{} [{}]", now.message(), now.refused());
        }
    }

    /** Whether the writer should see by itself now if the fault is over. */
    public synchronized boolean isTrialDue() {
        Trouble now = trouble;
        if (now == null || now.fault().isFinal() || System.nanoTime() - tried < trial.toNanos()) {
            return false;
        }
        tried = System.nanoTime();
        return true;
    }

    /** The innermost cause, in the line; nothing if there is none. */
    private static String cause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return failure.getCause() == null ? "" : " [" + cause + "]";
    }
}
