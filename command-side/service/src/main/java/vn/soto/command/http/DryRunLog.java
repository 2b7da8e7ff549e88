package vn.soto.command.http;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.plans.imports.DryRunReport;
import vn.soto.plans.imports.ImportKind;
import vn.soto.plans.imports.table.InvalidFileException;

/**
 * Logs dry runs of files: who asked what the ledger makes of how many rows. A dry run leaves no other trace. A line
 * holds nothing of the file.
 */
final class DryRunLog {

    /** The log of accesses to personal data, which operators route and retain by its name. */
    private static final Logger LOG = LoggerFactory.getLogger("vn.soto.access");

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]");
    private static final int LONGEST_ACCOUNT = 200;

    private DryRunLog() {}

    static void answered(ImportKind kind, DryRunReport report, CommandRequest request) {
        line(kind, report.rows() + " rows", request);
    }

    static void refused(ImportKind kind, InvalidFileException refusal, CommandRequest request) {
        line(kind, "refused as " + refusal.code(), request);
    }

    /** The account is the last value of the line, because its issuer may choose any name. */
    private static void line(ImportKind kind, String outcome, CommandRequest request) {
        String roles = request.roles().stream()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining("+"));
        String account = UNPRINTABLE.matcher(request.actor()).replaceAll("?");
        LOG.info(
                "dry run of {}: {}, as {} by {}",
                ImportReport.name(kind),
                outcome,
                roles,
                account.substring(0, Math.min(account.length(), LONGEST_ACCOUNT)));
    }
}
