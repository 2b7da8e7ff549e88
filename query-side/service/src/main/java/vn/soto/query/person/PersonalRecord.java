package vn.soto.query.person;

import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.VersionedRows;

/**
 * Everything recorded about a subject, oldest first, as it was sealed: nothing here can be read without the subject's key.
 *
 * @param id      the subject, such as {@code member:<id>}
 * @param erasure absent unless the subject is erased; then nothing is opened, whatever moment is asked about
 */
public record PersonalRecord(
        @BsonId String id, List<Version> versions, @Nullable Erasure erasure) implements ReadModel {

    static final DocumentType<PersonalRecord> KIND = new DocumentType<>("profiles", PersonalRecord.class);

    /** @param position and {@code commit} of the event that said so */
    public record Version(
            long position,
            long commit,
            String name,
            @Nullable String phone,
            @Nullable String address) {}

    /** @param commit of the event that said so */
    public record Erasure(long commit, ErasureBasis basis) {}

    static PersonalRecord empty(String subject) {
        return new PersonalRecord(subject, List.of(), null);
    }

    PersonalRecord with(Version version) {
        return new PersonalRecord(id, VersionedRows.with(versions, version, Version::position), erasure);
    }

    PersonalRecord erased(Erasure byWhat) {
        return new PersonalRecord(id, versions, byWhat);
    }

    Optional<Version> asOf(long commit) {
        return versions.stream().filter(version -> version.commit <= commit).reduce((a, b) -> b);
    }
}
