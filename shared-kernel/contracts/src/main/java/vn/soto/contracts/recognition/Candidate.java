package vn.soto.contracts.recognition;

import java.util.Comparator;
import java.util.Optional;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/** A member or a team that may be recognised; a member is one person in however many teams. */
public record Candidate(RoundKind kind, String id) implements Comparable<Candidate> {

    private static final Comparator<Candidate> ORDER =
            Comparator.comparing(Candidate::kind).thenComparing(Candidate::id);

    public Candidate {
        Id.checked(id);
    }

    public static Candidate of(MemberId member) {
        return new Candidate(RoundKind.INDIVIDUAL, member.value());
    }

    public static Candidate of(TeamId team) {
        return new Candidate(RoundKind.COLLECTIVE, team.value());
    }

    public Optional<MemberId> member() {
        return kind == RoundKind.INDIVIDUAL ? Optional.of(new MemberId(id)) : Optional.empty();
    }

    public Optional<TeamId> team() {
        return kind == RoundKind.COLLECTIVE ? Optional.of(new TeamId(id)) : Optional.empty();
    }

    /** Tag of the events about it. */
    String tag() {
        return (kind == RoundKind.INDIVIDUAL ? "member:" : "team:") + id;
    }

    @Override
    public int compareTo(Candidate other) {
        return ORDER.compare(this, other);
    }
}
