package vn.soto.domain.recognition;

import static vn.soto.domain.recognition.RecognitionRule.CANDIDATE_HAS_ONE_PLACE;
import static vn.soto.domain.recognition.RecognitionRule.CANDIDATE_IS_NOMINATED;
import static vn.soto.domain.recognition.RecognitionRule.CANDIDATE_IS_SCORED;
import static vn.soto.domain.recognition.RecognitionRule.DECISION_KEEPS_TO_THE_QUOTA;
import static vn.soto.domain.recognition.RecognitionRule.PLACED_CANDIDATE_IS_ELIGIBLE;
import static vn.soto.domain.recognition.RecognitionRule.PLACE_OUT_OF_ORDER_HAS_A_REASON;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vn.soto.contracts.recognition.Candidate;
import vn.soto.contracts.recognition.CandidateStanding;
import vn.soto.contracts.recognition.HonourPlace;
import vn.soto.domain.recognition.RecognitionCommand.ProposedPlace;
import vn.soto.domain.shared.FreeText;

/** Checks the places of a decision against the scores. A place leaves their order if somebody nominated who is eligible and scored higher has no place before it. */
final class HonourPlaces {

    private final Map<Candidate, CandidateStanding> standings = new HashMap<>();
    private final Set<Candidate> nominated;

    HonourPlaces(List<CandidateStanding> standings, Set<Candidate> nominated) {
        standings.forEach(standing -> this.standings.put(standing.candidate(), standing));
        this.nominated = nominated;
    }

    List<HonourPlace> checked(List<ProposedPlace> proposed, int quota) {
        DECISION_KEEPS_TO_THE_QUOTA.require(!proposed.isEmpty() && proposed.size() <= quota, quota);
        Set<Candidate> placed = new HashSet<>();
        List<HonourPlace> places = new ArrayList<>();
        for (ProposedPlace place : proposed) {
            String id = place.candidate().id();
            CANDIDATE_HAS_ONE_PLACE.require(placed.add(place.candidate()), id);
            CandidateStanding standing = standings.get(place.candidate());
            if (standing == null) {
                throw CANDIDATE_IS_SCORED.refused(id);
            }
            CANDIDATE_IS_NOMINATED.require(nominated.contains(place.candidate()), id);
            PLACED_CANDIDATE_IS_ELIGIBLE.require(standing.eligible(), id);
            PLACE_OUT_OF_ORDER_HAS_A_REASON.require(place.reason() != null || isInOrder(standing, placed), id);
            if (place.reason() != null) {
                FreeText.checkReason(place.reason());
            }
            places.add(new HonourPlace(place.candidate(), standing.score(), place.reason()));
        }
        return places;
    }

    private boolean isInOrder(CandidateStanding standing, Set<Candidate> placed) {
        return nominated.stream()
                .filter(each -> !placed.contains(each))
                .flatMap(each -> Stream.ofNullable(standings.get(each)))
                .noneMatch(other -> other.eligible() && other.score() > standing.score());
    }
}
