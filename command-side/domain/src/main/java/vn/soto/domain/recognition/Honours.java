package vn.soto.domain.recognition;

import static vn.soto.domain.recognition.RecognitionRule.CANDIDATE_IS_HONOURED;
import static vn.soto.domain.recognition.RecognitionRule.CONSENT_TO_PUBLICATION_IS_IN_FORCE;
import static vn.soto.domain.recognition.RecognitionRule.CONSENT_TO_PUBLICATION_IS_NOT_IN_THE_FUTURE;
import static vn.soto.domain.recognition.RecognitionRule.CONSENT_TO_PUBLICATION_IS_RECORDED_ONCE;
import static vn.soto.domain.recognition.RecognitionRule.CONSENT_TO_PUBLICATION_NAMES_A_VERSION_OF_ITS_TEXT;
import static vn.soto.domain.recognition.RecognitionRule.HONOURED_PERSON_CONSENTS;
import static vn.soto.domain.recognition.RecognitionRule.HONOUR_IS_PUBLISHED_ONCE;
import static vn.soto.domain.recognition.RecognitionRule.PUBLICATION_NAMES_SOMEBODY;
import static vn.soto.domain.recognition.RecognitionRule.ROUND_IS_DECIDED;
import static vn.soto.domain.recognition.RecognitionRule.TEAM_NEEDS_NO_CONSENT;
import static vn.soto.domain.recognition.RecognitionRule.WITNESS_IS_ANOTHER_MEMBER;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.recognition.Candidate;
import vn.soto.contracts.recognition.HonourPlace;
import vn.soto.contracts.recognition.PublicationConsent;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundDecided;
import vn.soto.contracts.recognition.RoundKind;
import vn.soto.contracts.recognition.RoundStage;
import vn.soto.domain.recognition.RecognitionCommand.RecordPublicationConsent;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.team.Team;

/** The honoured candidates, those with consent to be named, and those published. Mutable. */
final class Honours {

    private boolean decided;
    private final Set<Candidate> honoured = new HashSet<>();
    private final Set<Candidate> consenting = new HashSet<>();
    private final Set<Candidate> published = new HashSet<>();

    RoundStage.Honours stage() {
        return new RoundStage.Honours(
                honoured.size(),
                consenting.size(),
                !consenting.containsAll(honoured),
                honoured.stream()
                        .anyMatch(each -> !published.contains(each)
                                && (each.kind() == RoundKind.COLLECTIVE || consenting.contains(each))));
    }

    void checkHonoured(Candidate candidate) {
        ROUND_IS_DECIDED.require(decided);
        CANDIDATE_IS_HONOURED.require(honoured.contains(candidate), candidate.id());
    }

    PublicationConsent consent(RecordPublicationConsent command, LocalDate today, ReadOnlyAggregates consulted) {
        Candidate candidate = command.candidate();
        checkHonoured(candidate);
        TEAM_NEEDS_NO_CONSENT.require(candidate.kind() == RoundKind.INDIVIDUAL);
        CONSENT_TO_PUBLICATION_NAMES_A_VERSION_OF_ITS_TEXT.require(command.textVersion() >= 1);
        LocalDate day = command.day();
        CONSENT_TO_PUBLICATION_IS_NOT_IN_THE_FUTURE.require(!day.isAfter(today), day, today);
        CONSENT_TO_PUBLICATION_IS_RECORDED_ONCE.require(!consenting.contains(candidate));
        WITNESS_IS_ANOTHER_MEMBER.require(
                !command.witness().value().equals(candidate.id())
                        && consulted.ask(Team.class, command.team(), team -> team.wasMember(command.witness(), day)),
                day);
        return new PublicationConsent(
                command.textVersion(), command.method(), new Responsible(command.team(), command.witness()), day);
    }

    void checkConsents(Candidate candidate) {
        CONSENT_TO_PUBLICATION_IS_IN_FORCE.require(consenting.contains(candidate));
    }

    void checkPublishable(List<Candidate> named) {
        ROUND_IS_DECIDED.require(decided);
        PUBLICATION_NAMES_SOMEBODY.require(!named.isEmpty());
        Set<Candidate> once = new HashSet<>(published);
        for (Candidate candidate : named) {
            checkHonoured(candidate);
            HONOUR_IS_PUBLISHED_ONCE.require(once.add(candidate), candidate.id());
            HONOURED_PERSON_CONSENTS.require(
                    candidate.kind() == RoundKind.COLLECTIVE || consenting.contains(candidate), candidate.id());
        }
    }

    void decided(RoundDecided event) {
        decided = true;
        event.places().stream().map(HonourPlace::candidate).forEach(honoured::add);
    }

    void consented(Candidate candidate) {
        consenting.add(candidate);
    }

    void withdrawn(Candidate candidate) {
        consenting.remove(candidate);
    }

    void published(List<Candidate> named) {
        published.addAll(named);
    }

    void revoked(Candidate candidate) {
        honoured.remove(candidate);
    }
}
