package vn.soto.query.activity;

import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.ledger.Micros;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.VersionedRows;
import vn.soto.query.activity.ActivityRow.Said;

/**
 * A record of help with what it said after each event, oldest first.
 *
 * @param helped the household, or {@code business:} and the business; absent for somebody who walked in
 */
public record Assistance(
        @BsonId String id,
        String team,
        Beneficiary.Kind beneficiary,
        @Nullable String helped,
        String unit,
        List<Version> versions)
        implements ReadModel {

    public static final DocumentType<Assistance> KIND = new DocumentType<>("assistance", Assistance.class);

    /**
     * @param position   and {@code commit} of the event that said so
     * @param occurredAt when the help was given, microseconds since 1970
     * @param voided     from here on the record counts for nothing
     */
    public record Version(long position, long commit, Said said, long occurredAt, boolean voided) {

        static Version of(long position, long commit, AssistanceStated event, Optional<Version> before) {
            AssistanceContent content = event.content();
            long occurredAt = Micros.of(content.occurredAt());
            Optional<Said> known = before.map(Version::said);
            Said said = new Said(
                    content.services().stream().map(code -> code.value()).toList(),
                    event.categories(),
                    content.channel(),
                    content.mode(),
                    content.outcome(),
                    before.filter(version -> version.said.late() && version.sameDay(occurredAt))
                            .isPresent(),
                    known.isPresent() ? known.get().verification() : null);
            return new Version(position, commit, said, occurredAt, false);
        }

        private boolean sameDay(long other) {
            return VietnamTime.day(Micros.instant(occurredAt)).equals(VietnamTime.day(Micros.instant(other)));
        }

        Version voidedAt(long newPosition, long newCommit) {
            return new Version(newPosition, newCommit, said, occurredAt, true);
        }

        Version lateAt(long newPosition, long newCommit) {
            return at(newPosition, newCommit, true, said.verification());
        }

        Version verifiedAt(long newPosition, long newCommit, Verification result) {
            return at(newPosition, newCommit, said.late(), result);
        }

        private Version at(long newPosition, long newCommit, boolean late, @Nullable Verification verification) {
            Said more = new Said(
                    said.services(),
                    said.categories(),
                    said.channel(),
                    said.mode(),
                    said.outcome(),
                    late,
                    verification);
            return new Version(newPosition, newCommit, more, occurredAt, voided);
        }
    }

    public Optional<Version> asOf(long commit) {
        return versions.stream().filter(version -> version.commit <= commit).reduce((a, b) -> b);
    }

    Optional<Version> before(long position) {
        return versions.stream().filter(version -> version.position < position).reduce((a, b) -> b);
    }

    Assistance with(Version version) {
        return new Assistance(
                id, team, beneficiary, helped, unit, VersionedRows.with(versions, version, Version::position));
    }
}
