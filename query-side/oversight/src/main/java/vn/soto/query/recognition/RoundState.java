package vn.soto.query.recognition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.recognition.Candidate;
import vn.soto.contracts.recognition.HonourPlace;
import vn.soto.contracts.recognition.PublicationConsent;
import vn.soto.contracts.recognition.RecognitionRoundEvent;
import vn.soto.contracts.recognition.RecognitionRoundEvent.CandidateNominated;
import vn.soto.contracts.recognition.RecognitionRoundEvent.HonourRevoked;
import vn.soto.contracts.recognition.RecognitionRoundEvent.HonoursPublished;
import vn.soto.contracts.recognition.RecognitionRoundEvent.NominationWithdrawn;
import vn.soto.contracts.recognition.RecognitionRoundEvent.ObjectionAnswered;
import vn.soto.contracts.recognition.RecognitionRoundEvent.PublicationConsentWithdrawn;
import vn.soto.contracts.recognition.RecognitionRoundEvent.PublicationConsented;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundCancelled;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundDecided;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundOpened;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundScored;
import vn.soto.contracts.recognition.RecognitionRoundEvent.ScoreObjected;
import vn.soto.contracts.recognition.RoundKind;
import vn.soto.contracts.recognition.RoundScope;
import vn.soto.contracts.recognition.RoundStage;
import vn.soto.query.event.EventLoader.Body;

/** A round after its events. Mutable while they are read. */
public final class RoundState {

    /** The stages of a round, in their order. */
    public enum Stage {
        OPEN,
        SCORED,
        DECIDED,
        CANCELLED
    }

    /** @param answer absent while the objection is open, like {@code answered}, the event of the answer */
    record Objection(
            ScoreObjected objected,
            Body made,
            @Nullable ObjectionAnswered answer,
            @Nullable Body answered) {

        boolean isOpen() {
            return answer == null;
        }
    }

    private final RoundOpened opened;
    private final Set<Candidate> nominated = new HashSet<>();
    private final Map<Integer, Objection> objections = new TreeMap<>();
    private final Map<Candidate, PublicationConsent> consenting = new HashMap<>();
    private final Set<Candidate> published = new HashSet<>();
    private final Map<Candidate, HonourRevoked> revoked = new HashMap<>();
    private final List<Body> steps = new ArrayList<>();
    private @Nullable RoundScored scored;
    private @Nullable RoundDecided decided;
    private boolean cancelled;

    /** Whether an objection was upheld since the last scoring. */
    private boolean isBehind;

    RoundState(RoundOpened opened) {
        this.opened = opened;
    }

    void on(RecognitionRoundEvent event, Body body) {
        switch (event) {
            case RoundOpened _ -> {
                // the beginning
            }
            case RoundCancelled _ -> cancelled = true;
            case CandidateNominated of -> nominated.add(of.candidate());
            case NominationWithdrawn of -> nominated.remove(of.candidate());
            case RoundScored of -> {
                scored = of;
                isBehind = false;
            }
            case ScoreObjected of -> objections.put(of.objection(), new Objection(of, body, null, null));
            case ObjectionAnswered of -> {
                objections.computeIfPresent(
                        of.objection(), (number, made) -> new Objection(made.objected, made.made, of, body));
                isBehind |= of.upheld();
            }
            case RoundDecided of -> {
                decided = of;
                steps.add(body);
            }
            case PublicationConsented of -> consenting.put(of.candidate(), of.consent());
            case PublicationConsentWithdrawn of -> consenting.remove(of.candidate());
            case HonoursPublished of -> {
                published.addAll(of.honoured());
                steps.add(body);
            }
            case HonourRevoked of -> revoked.put(of.candidate(), of);
        }
    }

    /** How far it is, as its rules ask. */
    RoundStage reached() {
        return new RoundStage(
                opened.kind() == RoundKind.INDIVIDUAL,
                cancelled,
                decided != null,
                nominated.size(),
                (int) objections.values().stream().filter(Objection::isOpen).count(),
                isBehind,
                honours(),
                opened.quarters().getLast().lastDay(),
                scored == null ? null : scored.decidableFrom());
    }

    private RoundStage.Honours honours() {
        List<Candidate> inForce = places().stream()
                .map(HonourPlace::candidate)
                .filter(candidate -> !revoked.containsKey(candidate))
                .toList();
        return new RoundStage.Honours(
                inForce.size(),
                consenting.size(),
                inForce.stream().anyMatch(candidate -> !consenting.containsKey(candidate)),
                inForce.stream()
                        .anyMatch(candidate -> !published.contains(candidate)
                                && (candidate.kind() == RoundKind.COLLECTIVE || consenting.containsKey(candidate))));
    }

    /** Whether an open objection was made by somebody else. */
    boolean isOpenToOthersThan(Predicate<String> account) {
        return objections.values().stream()
                .filter(Objection::isOpen)
                .anyMatch(objection -> !account.test(objection.objected.by()));
    }

    RoundOpened opened() {
        return opened;
    }

    Stage stage() {
        if (cancelled) {
            return Stage.CANCELLED;
        }
        if (decided != null) {
            return Stage.DECIDED;
        }
        return scored == null ? Stage.OPEN : Stage.SCORED;
    }

    boolean isNominated(Candidate candidate) {
        return nominated.contains(candidate);
    }

    /** Nominated candidates, also before a scoring. */
    List<Candidate> nominated() {
        return nominated.stream().sorted().toList();
    }

    List<Objection> objections() {
        return List.copyOf(objections.values());
    }

    /** The scoring of the decision, or else the latest. */
    Optional<RoundScored> scored() {
        return Optional.ofNullable(scored);
    }

    Optional<RoundScope> scope() {
        return scored().map(scores -> opened.scope(scores.teams()));
    }

    List<HonourPlace> places() {
        return decided == null ? List.of() : decided.places();
    }

    Optional<HonourRevoked> revocation(Candidate candidate) {
        return Optional.ofNullable(revoked.get(candidate));
    }

    /** The decision and the publications, in their order. */
    List<Body> steps() {
        return List.copyOf(steps);
    }

    boolean isPublished(Candidate candidate) {
        return published.contains(candidate);
    }

    boolean isConsenting(Candidate candidate) {
        return consenting.containsKey(candidate);
    }

    /** Those of {@link #open} that may stand on the open web: of persons, the consent says so. */
    List<Candidate> openOnTheWeb() {
        return open().stream()
                .filter(candidate -> {
                    PublicationConsent consent = consenting.get(candidate);
                    return candidate.kind() == RoundKind.COLLECTIVE || (consent != null && consent.coversTheOpenWeb());
                })
                .toList();
    }

    /** The honours that everybody may see: published, in force, and of persons who consent. */
    List<Candidate> open() {
        List<Candidate> open = new ArrayList<>();
        for (HonourPlace place : places()) {
            Candidate candidate = place.candidate();
            if (published.contains(candidate)
                    && !revoked.containsKey(candidate)
                    && (candidate.kind() == RoundKind.COLLECTIVE || consenting.containsKey(candidate))) {
                open.add(candidate);
            }
        }
        return open;
    }
}
