package vn.soto.query.team;

import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedRows;

/**
 * The names of a team, oldest first, and its last day.
 *
 * @param namings each naming once; a row without a name is the end of the team
 */
public record TeamNaming(@BsonId String id, List<Naming> namings) implements ReadModel {

    static final DocumentType<TeamNaming> KIND = new DocumentType<>("team-names", TeamNaming.class);

    /**
     * @param name absent for the end of the team
     * @param from first day of the name, or first day after the team's last
     */
    public record Naming(
            long position, long commit, @Nullable String name, LocalDate from) implements Stamped {}

    TeamNaming with(Naming naming) {
        return new TeamNaming(id, VersionedRows.with(namings, naming));
    }

    List<Naming> asOf(long commit) {
        return VersionedRows.asOf(namings, commit);
    }
}
