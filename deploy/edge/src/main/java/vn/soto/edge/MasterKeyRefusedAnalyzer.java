package vn.soto.edge;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import vn.soto.privacy.MasterKeyRefusedException;

/** Reports a refused master key to the operator without a stack trace. */
final class MasterKeyRefusedAnalyzer extends AbstractFailureAnalyzer<MasterKeyRefusedException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MasterKeyRefusedException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Xem mục Dữ liệu cá nhân trong deploy/README.md. / See Personal data in deploy/README.md.",
                cause);
    }
}
