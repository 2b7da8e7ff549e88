package vn.soto.query.person;

import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.query.projection.Kind;
import vn.soto.query.projection.ReadModel;
import vn.soto.query.projection.Rows;

/**
 * Everything recorded about a subject, oldest first, as it was sealed: nothing here can be read without the subject's key.
 *
 * @param id      the subject, such as {@code member:<id>}
 * @param erasure absent unless the subject is erased; then nothing is opened, whatever moment is asked about
 */
public record Profile(
        @BsonId String id, List<Version> versions, @Nullable Erasure erasure) implements ReadModel {

    static final Kind<Profile> KIND = new Kind<>("profiles", Profile.class);

    /** @param position and {@code commit} of the event that said so */
    public record Version(
            long position,
            long commit,
            String name,
            @Nullable String phone,
            @Nullable String address) {}

    /** @param commit of the event that said so */
    public record Erasure(long commit, ErasureBasis basis) {}

    static Profile empty(String subject) {
        return new Profile(subject, List.of(), null);
    }

    Profile with(Version version) {
        return new Profile(id, Rows.with(versions, version, Version::position), erasure);
    }

    Profile erased(Erasure byWhat) {
        return new Profile(id, versions, byWhat);
    }

    Optional<Version> asOf(long commit) {
        return versions.stream().filter(version -> version.commit <= commit).reduce((a, b) -> b);
    }
}
