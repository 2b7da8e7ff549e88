package vn.soto.query.recognition;

import java.util.Optional;
import vn.soto.contracts.recognition.Candidate;
import vn.soto.contracts.recognition.RoundKind;
import vn.soto.contracts.shared.Id;

/** A candidate in an address: {@code member:<id>} or {@code team:<id>}. */
final class CandidateText {

    private static final String MEMBER = "member:";
    private static final String TEAM = "team:";

    private CandidateText() {}

    static String of(Candidate candidate) {
        return (candidate.kind() == RoundKind.INDIVIDUAL ? MEMBER : TEAM) + candidate.id();
    }

    /** Empty if the text names neither. */
    static Optional<Candidate> parse(String text) {
        return candidate(MEMBER, RoundKind.INDIVIDUAL, text).or(() -> candidate(TEAM, RoundKind.COLLECTIVE, text));
    }

    private static Optional<Candidate> candidate(String prefix, RoundKind kind, String text) {
        return Optional.of(text)
                .filter(named -> named.startsWith(prefix))
                .map(named -> named.substring(prefix.length()))
                .filter(Id::isWellFormed)
                .map(id -> new Candidate(kind, id));
    }
}
