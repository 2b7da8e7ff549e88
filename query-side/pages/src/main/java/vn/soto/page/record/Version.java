package vn.soto.page.record;

import java.util.ArrayList;
import java.util.List;
import vn.soto.page.Part;

/**
 * A version of a record: what made it, and in what it differs from the one before.
 *
 * @param made    the event, or the change, as the answer tells it
 * @param changes nothing for an event that states no content
 */
public record Version(Part made, List<Difference> changes) {

    /** Names of what tells of the making of a version and not of its content. */
    private static final List<String> MAKING =
            List.of("commit", "change", "effectiveFrom", "instrument", "signedOn", "decision", "on", "from");

    /** Versions that state their whole content in a component; an event without it changes nothing of it. */
    static List<Version> stated(Part versions, String content) {
        List<Version> all = new ArrayList<>();
        Part before = versions.get("");
        for (Part version : versions.items()) {
            Part now = version.get(content);
            all.add(new Version(version, now.exists() ? Difference.between(before, now) : List.of()));
            before = now.exists() ? now : before;
        }
        return all;
    }

    /** Versions that are their content. */
    static List<Version> plain(Part versions) {
        List<Version> all = new ArrayList<>();
        Part before = versions.get("");
        for (Part version : versions.items()) {
            all.add(new Version(
                    version,
                    Difference.between(before, version).stream()
                            .filter(change -> !MAKING.contains(change.field()))
                            .toList()));
            before = version;
        }
        return all;
    }
}
