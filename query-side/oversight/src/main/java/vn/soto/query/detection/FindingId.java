package vn.soto.query.detection;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.soto.contracts.report.CanonicalContent;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.team.TeamId;

/**
 * Id of a finding, written {@code <team>.<quarter>.<digest>}: it is stored nowhere and says itself where to look. It is the same for
 * the same pattern of the same member or device, whatever the evidence is by now.
 */
record FindingId(String team, Quarter quarter, String digest) {

    private static final int DIGITS = 24;
    private static final Pattern FORM =
            Pattern.compile("(" + Id.FORM + ")\\.(2\\d{3}-Q[1-4])\\.([0-9a-f]{" + DIGITS + "})");

    static FindingId of(DetectedPattern finding, Quarter quarter) {
        String digest = new CanonicalContent("soto/finding/v1")
                .text(finding.detector().name())
                .number(finding.detector().version())
                .text(finding.subject())
                .hash()
                .substring(0, DIGITS);
        return new FindingId(finding.team().value(), quarter, digest);
    }

    /** Empty for a text that is no id of a finding. */
    static Optional<FindingId> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new FindingId(
                        new TeamId(matcher.group(1)).value(), Quarter.parse(matcher.group(2)), matcher.group(3)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return team + "." + quarter + "." + digest;
    }
}
