package vn.soto.query.team;

import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.projection.DayCorrection;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedRows;
import vn.soto.projection.source.EventContext;

/**
 * The names of a team, oldest first, and its last day.
 *
 * @param namings     each naming once; a row without a name is the end of the team
 * @param corrections right days of namings; absent in a document of an earlier version
 */
public record TeamNaming(
        @BsonId String id, List<Naming> namings, @Nullable List<DayCorrection> corrections) implements ReadModel {

    static final DocumentType<TeamNaming> KIND = new DocumentType<>("team-names", TeamNaming.class);

    private static final DayCorrection.History<Naming> NAMES = new DayCorrection.History<>(
            "names", Naming::from, (naming, day) -> new Naming(naming.position, naming.commit, naming.name, day), null);

    /**
     * @param name absent for the end of the team
     * @param from first day of the name, or first day after the team's last
     */
    public record Naming(
            long position, long commit, @Nullable String name, LocalDate from) implements Stamped {}

    TeamNaming with(Naming naming) {
        return new TeamNaming(id, VersionedRows.with(namings, naming), corrections);
    }

    /** The right day of a naming; absent if the team did not end. */
    TeamNaming with(EventContext at, LocalDate entered, @Nullable LocalDate right) {
        DayCorrection correction =
                new DayCorrection(at.position(), at.commit(), NAMES.name(), null, null, entered, right);
        return new TeamNaming(
                id, namings, VersionedRows.with(corrections == null ? List.of() : corrections, correction));
    }

    /** The namings as known at a commit, in the order of their days. */
    List<Naming> asOf(long commit) {
        return DayCorrection.applied(namings, corrections, NAMES, commit);
    }
}
