package vn.soto.query.recognition;

import java.util.Optional;
import vn.soto.contracts.recognition.Candidate;
import vn.soto.contracts.recognition.RoundKind;

/** A candidate in an address: {@code member:<id>} or {@code team:<id>}. */
final class CandidateText {

    static final String MEMBER = "member:";
    static final String TEAM = "team:";

    private CandidateText() {}

    static String of(Candidate candidate) {
        return (candidate.kind() == RoundKind.INDIVIDUAL ? MEMBER : TEAM) + candidate.id();
    }

    /** Empty if the text names neither. */
    static Optional<Candidate> parse(String text) {
        if (text.startsWith(MEMBER)) {
            return Optional.of(new Candidate(RoundKind.INDIVIDUAL, text.substring(MEMBER.length())));
        }
        return text.startsWith(TEAM)
                ? Optional.of(new Candidate(RoundKind.COLLECTIVE, text.substring(TEAM.length())))
                : Optional.empty();
    }
}
