package vn.soto.query.member;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.Verification;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.VersionedRows;

/** A record of help as far as its members are concerned, after each event, oldest first. */
public record AssistanceCredit(@BsonId String id, List<Version> versions) implements ReadModel {

    static final DocumentType<AssistanceCredit> KIND = new DocumentType<>("credited", AssistanceCredit.class);

    /** @param hundredths of the credit */
    public record Part(String member, int hundredths) {}

    /**
     * What a record says that members are measured by.
     *
     * @param verification found by calling back last; absent if nobody has called
     */
    public record Said(
            Mode mode,
            AssistanceOutcome outcome,
            boolean late,
            @Nullable Verification verification) {}

    /**
     * That somebody is to look again.
     *
     * @param position and {@code commit} of the event since which it is so
     * @param routed   because the household passed to them
     */
    public record Due(long position, long commit, String member, LocalDate on, boolean routed) {}

    /**
     * @param position   and {@code commit} of the event that said so
     * @param occurredAt when the help was given, microseconds since 1970
     * @param owner      who looks after the record: is responsible for the household, or helped first
     * @param planned    day to look again, as stated; absent if none is
     * @param due        absent while nobody is to look again
     */
    public record Version(
            long position,
            long commit,
            List<Part> parts,
            Said said,
            long occurredAt,
            @Nullable String owner,
            @Nullable LocalDate planned,
            @Nullable Due due,
            boolean voided) {

        /** Whether members are measured by the same. */
        boolean countsAs(Version other) {
            return parts.equals(other.parts)
                    && said.equals(other.said)
                    && occurredAt == other.occurredAt
                    && voided == other.voided;
        }
    }

    Optional<Version> before(long position) {
        return versions.stream().filter(version -> version.position < position).reduce((a, b) -> b);
    }

    AssistanceCredit with(Version version) {
        return new AssistanceCredit(id, VersionedRows.with(versions, version, Version::position));
    }
}
