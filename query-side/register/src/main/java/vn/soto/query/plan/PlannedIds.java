package vn.soto.query.plan;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.JsonIds;

/**
 * The ids that a step of a plan names.
 *
 * @param named ids by kind
 * @param begun those of the record that the step itself begins
 */
record PlannedIds(Map<IdKind, Set<String>> named, Set<String> begun) {

    /** Commands that begin a record, with its kind. */
    static final Map<String, IdKind> BEGINNINGS = Map.of(
            "register-household", IdKind.HOUSEHOLD,
            "register-business", IdKind.BUSINESS,
            "record-assistance", IdKind.ASSISTANCE,
            "receive-support-request", IdKind.REQUEST,
            "schedule-outreach", IdKind.SESSION,
            "record-outreach", IdKind.SESSION,
            "schedule-training", IdKind.TRAINING,
            "record-training", IdKind.TRAINING,
            "receive-data-request", IdKind.DATA_REQUEST);

    /** Each lies somewhere, or a step begins it, or it is nowhere. */
    private static final Set<IdKind> RECORDS = EnumSet.copyOf(BEGINNINGS.values());

    static PlannedIds of(@Nullable String command, JsonNode content) {
        Map<IdKind, Set<String>> named = JsonIds.ofCommand(content);
        IdKind begun = command == null ? null : BEGINNINGS.get(command);
        return new PlannedIds(named, begun == null ? Set.of() : named.getOrDefault(begun, Set.of()));
    }

    static boolean isOfRecords(IdKind kind) {
        return RECORDS.contains(kind);
    }
}
