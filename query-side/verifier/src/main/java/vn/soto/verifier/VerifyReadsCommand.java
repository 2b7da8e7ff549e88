package vn.soto.verifier;

import java.util.List;
import java.util.Optional;
import vn.soto.privacy.reads.ReadsCheck;

/** {@code verify-reads}: looks for entries of the register of reads that were changed or removed. */
record VerifyReadsCommand(LedgerReport report) implements ShellCommand {

    @Override
    public void run(List<String> arguments) {
        if (arguments.size() != 1) {
            throw new UsageException("verify-reads");
        }
        Optional<String> broken = ReadsCheck.of(FilePair.path(arguments.getFirst()));
        if (broken.isPresent()) {
            throw new ContentDiffersException(broken.get());
        }
        report.out().println("Sổ xem dữ liệu cá nhân nguyên vẹn. / The register of reads is whole.");
    }
}
