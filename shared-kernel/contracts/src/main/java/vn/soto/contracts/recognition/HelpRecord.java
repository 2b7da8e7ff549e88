package vn.soto.contracts.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceState;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.team.MemberId;

/**
 * A record of help with the events that say what it is.
 *
 * @param positions of its events, ascending
 * @param inRound   whether its team is of the round
 */
record HelpRecord(AssistanceState state, List<Long> positions, boolean inRound) {

    private static final int WHOLE = 100;

    static HelpRecord first(long position, AssistanceEvent event, boolean inRound) {
        return new HelpRecord(AssistanceState.first(event), List.of(position), inRound);
    }

    HelpRecord after(long position, AssistanceEvent event) {
        return new HelpRecord(
                state.after(event),
                Stream.concat(positions.stream(), Stream.of(position)).toList(),
                inRound);
    }

    long first() {
        return positions.getFirst();
    }

    LocalDate day() {
        return state.day();
    }

    boolean confirmed() {
        return state.verification() == Verification.CONFIRMED;
    }

    /** The candidates of a kind that helped. */
    Stream<Candidate> candidates(RoundKind kind) {
        return state.helpers().stream()
                .map(share -> switch (kind) {
                    case INDIVIDUAL -> Candidate.of(share.member());
                    case COLLECTIVE -> Candidate.of(share.team() == null ? state.team() : share.team());
                })
                .distinct();
    }

    /** Share of the candidate, in hundredths. */
    int share(Candidate candidate, CreditUse use) {
        int share = shares(candidate).mapToInt(CreditShare::hundredths).sum();
        return use == CreditUse.WHOLE && share > 0 ? WHOLE : Math.min(share, WHOLE);
    }

    /** The helper whose day it fills: the member, or the first helper of the team. */
    Optional<MemberId> helper(Candidate candidate) {
        return shares(candidate).map(CreditShare::member).findFirst();
    }

    private Stream<CreditShare> shares(Candidate candidate) {
        return state.helpers().stream().filter(share -> switch (candidate.kind()) {
            case INDIVIDUAL -> share.member().value().equals(candidate.id());
            case COLLECTIVE ->
                (share.team() == null ? state.team() : share.team()).value().equals(candidate.id());
        });
    }
}
